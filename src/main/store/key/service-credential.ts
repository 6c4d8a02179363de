import { open, readFile, stat } from 'node:fs/promises';
import { failure, success, type Result } from '../../../preload/contract/result.ts';
import { KEY_BYTES } from './wrap.ts';

/**
 * Writes a new file that only its owner may read.
 * @throws when the file is there already: a credential is never overwritten
 */
export async function writeServiceCredential(path: string, secret: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(`${Buffer.from(secret).toString('hex')}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** @returns ACCESS_DENIED for a file that others may read (POSIX), PASSWORD_WRONG for one that is missing or no credential */
export async function readServiceCredential(path: string): Promise<Result<Uint8Array>> {
  try {
    if (process.platform !== 'win32' && ((await stat(path)).mode & 0o077) !== 0)
      return failure('ACCESS_DENIED', { mode: '0600' });
    const text = (await readFile(path, 'utf8')).trim();
    if (!/^[0-9a-f]+$/.test(text) || text.length !== KEY_BYTES * 2) return failure('PASSWORD_WRONG');
    return success(Uint8Array.from(Buffer.from(text, 'hex')));
  } catch {
    return failure('PASSWORD_WRONG');
  }
}
