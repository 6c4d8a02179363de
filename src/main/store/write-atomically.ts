import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Windows cannot open a folder to flush it; its rename is durable without. */
async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/**
 * Replaces a file as a whole: after a crash at any moment it holds the old text or the new one.
 * @param mode  POSIX permissions, e.g. 0o600
 * @throws what the file system throws, and then the old text stands
 */
export async function writeAtomically(path: string, text: string, mode: number): Promise<void> {
  const part = `${path}.part`;
  try {
    const file = await open(part, 'w', mode);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  await flushFolder(dirname(path));
}
