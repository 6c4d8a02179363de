import { join } from 'node:path';

/** Every file of a store, named in one place. */
export function storeFiles(directory: string): {
  header: string;
  tries: string;
  database: string;
  lock: string;
  openMark: string;
  reserve: string;
} {
  return {
    header: join(directory, 'store.json'),
    tries: join(directory, 'store.tries.json'),
    database: join(directory, 'store.db'),
    lock: join(directory, 'store.lock'),
    /** There while a process writes; found at a start, it tells of an unclean end. */
    openMark: join(directory, 'store.open'),
    /** Room that is freed when the disk is full, so that what is under way can end in order. */
    reserve: join(directory, 'store.reserve'),
  };
}

/** @returns the code of a file system error, e.g. `ENOENT`; null for anything else */
export function fileErrorCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
