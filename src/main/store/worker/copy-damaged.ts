import { copyFileSync, existsSync } from 'node:fs';

/**
 * Keeps a damaged database as it was found, with its log, for whoever repairs it; the store itself is left alone too.
 * Best effort: where the disk is full, the original stands anyway. One copy is enough, however often the start is tried.
 */
export function copyDamaged(database: string): void {
  const copy = `${database}.damaged`;
  if (!existsSync(database) || existsSync(copy)) return;
  try {
    copyFileSync(database, copy);
    if (existsSync(`${database}-wal`)) copyFileSync(`${database}-wal`, `${copy}-wal`);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}
