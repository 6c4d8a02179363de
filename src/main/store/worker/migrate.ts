import { renameSync, rmSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { failure, success, type Result } from '../../../preload/contract/result.ts';
import type { Migration } from './protocol.ts';

/** "WKST": whose database this is, beside the key. */
const APPLICATION_ID = 0x574b5354;

function number(db: Database.Database, pragma: string): number {
  return Number(db.pragma(pragma, { simple: true }));
}

/** The copy is whole or not there: a full disk in the middle leaves a part that the next start removes. */
function copyAside(db: Database.Database, version: number): void {
  const copy = `${db.name}.before-${version}`;
  rmSync(`${copy}.part`, { force: true });
  db.prepare('VACUUM INTO ?').run(`${copy}.part`);
  renameSync(`${copy}.part`, copy);
}

function applyAll(db: Database.Database, steps: readonly Migration[], version: number): void {
  for (const { sql } of steps) for (const statement of sql.split('--> statement-breakpoint')) db.exec(statement);
  const broken = db.pragma('foreign_key_check') as unknown[];
  if (broken.length > 0) throw new Error(`migration leaves ${broken.length} rows without what they point at`);
  db.pragma(`user_version = ${version}`);
  db.pragma(`application_id = ${APPLICATION_ID}`);
}

/**
 * Brings a database to the form of this program: copied first, then all steps in one transaction.
 * Foreign keys are off meanwhile, which SQLite allows only outside a transaction: a step that rebuilds a table would delete
 * what points at its rows.
 * @param create  whether a database without anything in it is a fresh store; otherwise it is one that lost everything
 * @returns how many steps were taken on a database that had been used; STORE_TOO_NEW for one of a later program,
 * STORE_DAMAGED for one that is not ours
 * Rule: architecture.md, Store.
 */
export function migrate(db: Database.Database, migrations: readonly Migration[], create: boolean): Result<number> {
  const version = number(db, 'user_version');
  if (version > migrations.length) return failure('STORE_TOO_NEW', { store: version, program: migrations.length });
  const isFresh = version === 0 && db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;
  if (isFresh ? !create : number(db, 'application_id') !== APPLICATION_ID) return failure('STORE_DAMAGED');
  if (version === migrations.length) return success(0);
  if (!isFresh) copyAside(db, version);
  db.pragma('foreign_keys = OFF');
  try {
    db.transaction(() => applyAll(db, migrations.slice(version), migrations.length)).immediate();
  } finally {
    db.pragma('foreign_keys = ON');
  }
  return success(isFresh ? 0 : migrations.length - version);
}
