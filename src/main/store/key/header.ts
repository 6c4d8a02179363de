import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { failure, success, type Result } from '../../../preload/contract/result.ts';
import { fileErrorCode, storeFiles } from '../store-files.ts';
import { writeAtomically } from '../write-atomically.ts';

const hex = z.string().regex(/^([0-9a-f]{2})+$/);

const argon2Cost = z.strictObject({
  memoryKib: z.number().int().min(8).max(1_048_576),
  passes: z.number().int().min(1).max(64),
  lanes: z.number().int().min(1).max(16),
});
export type Argon2Cost = z.output<typeof argon2Cost>;

const wrapped = { id: z.uuid(), nonce: hex, wrapped: hex };
const ofUser = { userId: z.uuid(), userName: z.string() };
const byPassword = { argon2: argon2Cost, salt: hex };

/** Each slot holds the store's key once, wrapped under something that only its holder has. */
const slot = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('password'), ...wrapped, ...ofUser, ...byPassword }),
  /** `sealed`: a secret that the operating system's keychain opens; it takes that and the password. */
  z.strictObject({ kind: z.literal('keychain'), ...wrapped, ...ofUser, ...byPassword, sealed: hex }),
  z.strictObject({ kind: z.literal('service'), ...wrapped, name: z.string() }),
  z.strictObject({ kind: z.literal('recovery'), ...wrapped }),
]);
export type Slot = z.output<typeof slot>;

const header = z.strictObject({
  format: z.literal(1),
  cipher: z.literal('aegis'),
  storeId: z.uuid(),
  madeAt: z.number().int(),
  /** Set when the store is made, by a person who was asked: passwords alone open it, without the keychain. */
  allowPasswordOnly: z.boolean(),
  /** False until the database was made once: a missing one is then the first start, and never afterwards. */
  databaseMade: z.boolean(),
  slots: z.array(slot),
});
export type Header = z.output<typeof header>;

const anyFormat = z.looseObject({ format: z.number().int().min(2) });

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @returns STORE_MISSING without a header, STORE_TOO_NEW for a later format, NOT_A_STORE for one that is no header of ours */
export async function readHeader(directory: string): Promise<Result<Header>> {
  let text: string;
  try {
    text = await readFile(storeFiles(directory).header, 'utf8');
  } catch (error) {
    const code = fileErrorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return failure('STORE_MISSING');
    return failure('NOT_A_STORE');
  }
  const value = parse(text);
  const read = header.safeParse(value);
  if (read.success) return success(read.data);
  return failure(anyFormat.safeParse(value).success ? 'STORE_TOO_NEW' : 'NOT_A_STORE');
}

export async function writeHeader(directory: string, value: Header): Promise<void> {
  await writeAtomically(storeFiles(directory).header, `${JSON.stringify(value, null, 2)}\n`, 0o600);
}
