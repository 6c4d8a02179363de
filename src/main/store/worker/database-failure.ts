import { failure, type Failure } from '../../../preload/contract/result.ts';

const failures: readonly { starts: string; code: Failure['code'] }[] = [
  { starts: 'SQLITE_FULL', code: 'DISK_FULL' },
  { starts: 'SQLITE_NOTADB', code: 'STORE_DAMAGED' },
  { starts: 'SQLITE_CORRUPT', code: 'STORE_DAMAGED' },
  { starts: 'SQLITE_IOERR_DATA', code: 'STORE_DAMAGED' },
  { starts: 'SQLITE_IOERR_SHORT_READ', code: 'STORE_DAMAGED' },
  { starts: 'SQLITE_BUSY', code: 'STORE_IN_USE' },
  { starts: 'SQLITE_READONLY', code: 'ACCESS_DENIED' },
  { starts: 'SQLITE_CANTOPEN', code: 'ACCESS_DENIED' },
];

/** @returns the failure that an error of SQLite stands for; null when it is a bug */
export function databaseFailure(error: unknown): Failure | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  const code = error.code;
  const known = failures.find(({ starts }) => code.startsWith(starts));
  return known === undefined ? null : failure(known.code);
}
