import type { SecretName } from '../../preload/contract/messages.ts';
import type { Secrets } from '../ports/secrets.ts';
import type { OpenChannel } from '../ports/sender.ts';
import type { CommandInput, CommandOutput } from '../store/store.ts';

type ChannelAccess = CommandOutput<'claim-messages'>['channels'][number];
type SecretToKeep = CommandInput<'save-channel'>['secrets'][number];

const utf8 = { encode: new TextEncoder(), decode: new TextDecoder() };

/** @returns whether secrets can be sealed and opened here */
export async function reachesKeychain(secrets: Secrets | null): Promise<boolean> {
  return secrets !== null && (await secrets.available());
}

/**
 * Secrets as the store is to keep them: sealed by the keychain, or plain in the encrypted store where there is none.
 * @param plain  an empty one is forgotten
 */
export async function sealSecrets(
  secrets: Secrets | null,
  plain: Readonly<Partial<Record<SecretName, string>>>,
): Promise<SecretToKeep[]> {
  const keychain = (await reachesKeychain(secrets)) ? secrets : null;
  const keptBy = keychain === null ? 'store' : 'keychain';
  const kept: SecretToKeep[] = [];
  for (const [name, text] of Object.entries(plain)) {
    const bytes = utf8.encode.encode(text);
    const sealed = text === '' ? null : ((await keychain?.seal(bytes)) ?? bytes);
    kept.push({ name: name as SecretName, keptBy, sealed });
  }
  return kept;
}

/** @returns null where the keychain does not give a secret out: it is locked, or was made anew */
export async function openChannel(
  { settings, secrets: kept }: ChannelAccess,
  secrets: Secrets | null,
): Promise<OpenChannel | null> {
  const opened: Partial<Record<SecretName, string>> = {};
  try {
    for (const { name, keptBy, sealed } of kept) {
      if (keptBy === 'keychain' && secrets === null) return null;
      opened[name] = utf8.decode.decode(keptBy === 'store' ? sealed : await secrets?.open(sealed));
    }
  } catch {
    return null;
  }
  return { settings, secrets: opened };
}
