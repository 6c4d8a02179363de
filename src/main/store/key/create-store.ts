import { access, mkdir } from 'node:fs/promises';
import { failure, success, type Result } from '../../../preload/contract/result.ts';
import type { Instant } from '../../../preload/contract/values.ts';
import type { Random } from '../../ports/random.ts';
import type { Secrets } from '../../ports/secrets.ts';
import { randomId } from '../make-id.ts';
import { fileErrorCode, storeFiles } from '../store-files.ts';
import { writeHeader, type Argon2Cost } from './header.ts';
import { isLongEnough, usableSecrets } from './password-rules.ts';
import { RECOVERY_BYTES, recoveryText } from './recovery-key.ts';
import { makeSecretSlot, makeUserSlot, type SlotUser } from './slots.ts';
import { argon2Standard, KEY_BYTES } from './wrap.ts';

export type CreateStoreInput = {
  directory: string;
  /** The first administrator; the same id and name are to be saved as a user by `save-config`. */
  user: SlotUser;
  password: string;
  /** Null or not available: then `allowPasswordOnly` must be true. */
  secrets: Secrets | null;
  /** Passwords alone open this store, now and for every later user. */
  allowPasswordOnly: boolean;
  nowAt: Instant;
  random: Random;
  /** Weaker only in tests that make many. */
  argon2?: Argon2Cost;
};
export type CreatedStore = {
  key: Uint8Array;
  storeId: string;
  /** Shown once, kept nowhere. */
  recoveryKey: string;
};

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/**
 * Makes a store's header and its key; `openStore` then makes the database.
 * @returns STORE_EXISTS, PASSWORD_TOO_SHORT, KEYCHAIN_UNAVAILABLE, DISK_FULL or ACCESS_DENIED (folder not writable) as failures
 */
export async function createStore(input: CreateStoreInput): Promise<Result<CreatedStore>> {
  const { directory, random, nowAt } = input;
  if (!isLongEnough(input.password)) return failure('PASSWORD_TOO_SHORT');
  const secrets = await usableSecrets(input.secrets, input.allowPasswordOnly);
  if (!secrets.ok) return secrets;
  const files = storeFiles(directory);
  // A database without its header may be somebody's only copy: it is not ours to write over.
  if ((await isThere(files.header)) || (await isThere(files.database))) return failure('STORE_EXISTS');
  const key = random.bytes(KEY_BYTES);
  const storeId = randomId(nowAt, random);
  const recovery = random.bytes(RECOVERY_BYTES);
  const argon2 = input.argon2 ?? argon2Standard;
  const slots = [
    await makeUserSlot(
      {
        key,
        storeId,
        id: randomId(nowAt, random),
        user: input.user,
        password: input.password,
        secrets: secrets.value,
        argon2,
      },
      random,
    ),
    makeSecretSlot(
      { key, storeId, id: randomId(nowAt, random), secret: recovery, holder: { kind: 'recovery' } },
      random,
    ),
  ];
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    await writeHeader(directory, {
      format: 1,
      cipher: 'aegis',
      storeId,
      madeAt: nowAt,
      allowPasswordOnly: input.allowPasswordOnly,
      databaseMade: false,
      slots,
    });
  } catch (error) {
    const code = fileErrorCode(error);
    if (code === 'ENOSPC' || code === 'EDQUOT') return failure('DISK_FULL');
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return failure('ACCESS_DENIED');
    if (code === 'ENOTDIR' || code === 'EEXIST') return failure('NOT_A_STORE');
    throw error;
  }
  return success({ key, storeId, recoveryKey: recoveryText(recovery) });
}
