import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { failure, success } from '../../../preload/contract/result.ts';
import { storeFiles } from '../store-files.ts';
import type { Query } from './read-context.ts';

/**
 * By VACUUM INTO, which keeps the cipher and reads one moment of the store while others write. SQLite's backup call fails on
 * an encrypted database, and `serialize` gives plaintext. The header goes last: a copy without one is no store.
 */
export const backUp: Query<'back-up'> = ({ directory }, { db }) => {
  const from = storeFiles(dirname(db.name));
  const to = storeFiles(directory);
  if (existsSync(to.header) || existsSync(to.database)) return failure('STORE_EXISTS');
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const part = `${to.database}.part`;
  rmSync(part, { force: true });
  try {
    db.prepare('VACUUM INTO ?').run(part);
    renameSync(part, to.database);
    copyFileSync(from.header, to.header);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
  return success({ bytes: statSync(to.database).size });
};
