import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/**
 * @param {string} file
 * @returns {Promise<string>} SHA-256 in hex; 'none' for a file that is not there
 */
export async function hashFile(file) {
  return readFile(file).then(
    (content) => createHash('sha256').update(content).digest('hex'),
    () => 'none',
  );
}

/**
 * One hash over names and contents of files and folders: any change, new or removed file gives another.
 * @param {string} base  what the names are relative to
 * @param {readonly string[]} entries  files or folders under `base`; what is not there is left out
 * @returns {Promise<string>} SHA-256 in hex
 */
export async function hashTree(base, entries) {
  /** @type {string[]} */
  const files = [];
  for (const entry of entries) {
    const path = join(base, entry);
    const inside = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => null);
    if (inside === null) files.push(path);
    else for (const item of inside) if (item.isFile()) files.push(join(item.parentPath, item.name));
  }
  const named = files.sort().map(async (file) => `${relative(base, file)}\0${await hashFile(file)}\n`);
  const lines = await Promise.all(named);
  return createHash('sha256').update(lines.join('')).digest('hex');
}
