import type Database from 'better-sqlite3';
import { connectLock } from './connection.ts';

/**
 * Takes the lock of a store. It goes with the process, however that ends, and holds within one process too.
 * @returns the lock, freed by closing it; null while another holds it
 */
export function holdLock(path: string): Database.Database | null {
  const lock = connectLock(path);
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY') return null;
    throw error;
  }
}
