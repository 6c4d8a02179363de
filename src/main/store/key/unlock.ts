import { failure, success, type Result } from '../../../preload/contract/result.ts';
import type { Instant } from '../../../preload/contract/values.ts';
import type { Secrets } from '../../ports/secrets.ts';
import { forgetTries, startTry } from './failed-tries.ts';
import { readHeader, type Header } from './header.ts';
import { recoveryBytes } from './recovery-key.ts';
import { readServiceCredential } from './service-credential.ts';
import { openSecretSlot, openUserSlot, slotOfUser } from './slots.ts';
import { argon2Standard, keyOfPassword } from './wrap.ts';

export type Credential =
  | { kind: 'password'; userName: string; password: string }
  /** Path of a file that `addServiceCredential` wrote. */
  | { kind: 'service'; file: string }
  | { kind: 'recovery'; text: string };

export type UnlockInput = { directory: string; credential: Credential; secrets: Secrets | null; nowAt: Instant };
export type Unlocked = {
  key: Uint8Array;
  storeId: string;
  /** Null for a service or the recovery key: nobody in particular has signed in. */
  userId: string | null;
};

type Opened = { key: Uint8Array; userId: string | null };

async function byPassword(
  header: Header,
  userName: string,
  password: string,
  secrets: Secrets | null,
): Promise<Result<Opened>> {
  const slot = slotOfUser(header.slots, userName);
  if (slot === undefined) {
    // The same work as for a user who exists: how long it takes must not tell who does.
    await keyOfPassword(password, Buffer.alloc(16), argon2Standard);
    return failure('PASSWORD_WRONG');
  }
  const key = await openUserSlot(slot, password, header.storeId, secrets);
  return key.ok ? success({ key: key.value, userId: slot.userId }) : key;
}

async function byCredential(header: Header, input: UnlockInput): Promise<Result<Opened>> {
  const { credential } = input;
  if (credential.kind === 'password')
    return byPassword(header, credential.userName, credential.password, input.secrets);
  const secret =
    credential.kind === 'service' ? await readServiceCredential(credential.file) : recoverySecret(credential.text);
  if (!secret.ok) return secret;
  const key = openSecretSlot(header.slots, credential.kind, secret.value, header.storeId);
  return key === null ? failure('PASSWORD_WRONG') : success({ key, userId: null });
}

function recoverySecret(text: string): Result<Uint8Array> {
  const bytes = recoveryBytes(text);
  return bytes === null ? failure('PASSWORD_WRONG') : success(bytes);
}

/**
 * Opens a slot of the store's header.
 * @returns the store's key; PASSWORD_WRONG, TOO_MANY_TRIES with `waitMs`, KEYCHAIN_UNAVAILABLE, ACCESS_DENIED (a credential file
 * that others may read), STORE_MISSING, NOT_A_STORE or STORE_TOO_NEW as failures. Nothing is ever erased for a wrong try.
 */
export async function unlock(input: UnlockInput): Promise<Result<Unlocked>> {
  const header = await readHeader(input.directory);
  if (!header.ok) return header;
  const { storeId } = header.value;
  const { credential, directory } = input;
  const who = credential.kind === 'password' ? credential.userName.trim() : ` ${credential.kind}`;
  const waitMs = await startTry(directory, storeId, who, input.nowAt);
  if (waitMs > 0) return failure('TOO_MANY_TRIES', { waitMs });
  const opened = await byCredential(header.value, input);
  if (!opened.ok) {
    // A keychain that is away is nobody's wrong guess.
    if (opened.code !== 'PASSWORD_WRONG') await forgetTries(directory, storeId, who);
    return opened;
  }
  await forgetTries(directory, storeId, who);
  return success({ ...opened.value, storeId });
}
