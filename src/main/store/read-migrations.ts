import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Migration } from './worker/protocol.ts';

/**
 * The steps of the store's form, oldest first. Read here and handed to the writer: inside a packaged program only the main
 * thread reads the archive that they lie in.
 */
export async function readMigrations(directory: string): Promise<Migration[]> {
  const names = (await readdir(directory)).filter((name) => /^\d{4}_.*\.sql$/.test(name)).sort();
  return Promise.all(names.map(async (name) => ({ name, sql: await readFile(join(directory, name), 'utf8') })));
}
