import { failure, success, type Result } from '../../../preload/contract/result.ts';
import type { Instant } from '../../../preload/contract/values.ts';
import type { Random } from '../../ports/random.ts';
import type { Secrets } from '../../ports/secrets.ts';
import { randomId } from '../make-id.ts';
import { forgetTries } from './failed-tries.ts';
import { readHeader, writeHeader, type Argon2Cost, type Slot } from './header.ts';
import { isLongEnough, usableSecrets } from './password-rules.ts';
import { writeServiceCredential } from './service-credential.ts';
import { makeSecretSlot, makeUserSlot, slotOfUser, type SlotUser } from './slots.ts';
import { argon2Standard, KEY_BYTES } from './wrap.ts';

type AddSlotInput = { directory: string; key: Uint8Array; nowAt: Instant; random: Random };
export type AddUserSlotInput = AddSlotInput & {
  user: SlotUser;
  password: string;
  secrets: Secrets | null;
  /**
   * For whoever holds the recovery key and asked for it: this slot opens by the password alone, whatever the store wants of
   * others. Where the keychain is lost, the store would else stay shut.
   */
  passwordOnly?: boolean;
  argon2?: Argon2Cost;
};
/** Made and not written: nothing but the disk can hinder `keep` any more. */
export type ReadyUserSlot = { keep(): Promise<Result<null>> };

/**
 * Makes a user's slot without writing it, so that all that can be refused is refused before the user is saved.
 * @returns PASSWORD_TOO_SHORT, DUPLICATE_NAME (the name is another user's) or KEYCHAIN_UNAVAILABLE as failures
 */
export async function prepareUserSlot(input: AddUserSlotInput): Promise<Result<ReadyUserSlot>> {
  if (!isLongEnough(input.password)) return failure('PASSWORD_TOO_SHORT');
  const header = await readHeader(input.directory);
  if (!header.ok) return header;
  const secrets = await usableSecrets(input.secrets, header.value.allowPasswordOnly || input.passwordOnly === true);
  if (!secrets.ok) return secrets;
  const { user } = input;
  const holder = slotOfUser(header.value.slots, user.userName);
  if (holder !== undefined && holder.userId !== user.id) return failure('DUPLICATE_NAME');
  const id = randomId(input.nowAt, input.random);
  const made = await makeUserSlot(
    {
      key: input.key,
      storeId: header.value.storeId,
      id,
      user,
      password: input.password,
      secrets: secrets.value,
      argon2: input.argon2 ?? argon2Standard,
    },
    input.random,
  );
  return success({ keep: () => keepUserSlot(input.directory, user, made) });
}

async function keepUserSlot(directory: string, user: SlotUser, made: Slot): Promise<Result<null>> {
  const header = await readHeader(directory);
  if (!header.ok) return header;
  const others = header.value.slots.filter((slot) => !('userId' in slot && slot.userId === user.id));
  await writeHeader(directory, { ...header.value, slots: [...others, made] });
  // Wrong tries were of the password that is gone: whoever was just given a new one need not wait for them.
  await forgetTries(directory, header.value.storeId, user.userName);
  return success(null);
}

/**
 * Opens the store to another user: only somebody who holds its key can, so a signed-in user does it. A slot that this
 * user had is replaced, as an administrator does for one who forgot the password.
 * To be called by the process that owns the store, and there one at a time: the header is read, changed and written.
 * @returns what `prepareUserSlot` returns as failures
 */
export async function addUserSlot(input: AddUserSlotInput): Promise<Result<null>> {
  const ready = await prepareUserSlot(input);
  return ready.ok ? ready.value.keep() : ready;
}

/**
 * Opens the store to a monitor: writes `file` (mode 0600), whose holder needs no password.
 * @throws when `file` is there already
 */
export async function addServiceCredential(
  input: AddSlotInput & { name: string; file: string },
): Promise<Result<null>> {
  const header = await readHeader(input.directory);
  if (!header.ok) return header;
  const secret = input.random.bytes(KEY_BYTES);
  const id = randomId(input.nowAt, input.random);
  const made = makeSecretSlot(
    { key: input.key, storeId: header.value.storeId, id, secret, holder: { kind: 'service', name: input.name } },
    input.random,
  );
  await writeServiceCredential(input.file, secret);
  await writeHeader(input.directory, { ...header.value, slots: [...header.value.slots, made] });
  return success(null);
}

/** Takes a user's slot away; the user's password opens this store no more. */
export async function removeUserSlot(input: { directory: string; userId: string }): Promise<Result<null>> {
  const header = await readHeader(input.directory);
  if (!header.ok) return header;
  const slots = header.value.slots.filter((slot) => !('userId' in slot && slot.userId === input.userId));
  if (!slots.some((slot) => 'userId' in slot)) return failure('ACCESS_DENIED');
  await writeHeader(input.directory, { ...header.value, slots });
  return success(null);
}
