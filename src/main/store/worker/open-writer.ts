import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { failure, success, type Result } from '../../../preload/contract/result.ts';
import { loadConfig } from '../config/config-table.ts';
import { storeFiles } from '../store-files.ts';
import { connect } from './connection.ts';
import { copyDamaged } from './copy-damaged.ts';
import { databaseFailure } from './database-failure.ts';
import { deskOf } from './desk-row.ts';
import { holdLock } from './hold-lock.ts';
import { migrate } from './migrate.ts';
import { openTables } from './open-tables.ts';
import type { StoreInfo, WorkerStart } from './protocol.ts';
import { makeReserve } from './reserve.ts';
import type { WriterState } from './run-command.ts';

export type Writer = {
  state: WriterState;
  info: Omit<StoreInfo, 'storeId'>;
  close(): void;
};

function prepare(db: Database.Database, start: WorkerStart, wasUnclean: boolean): Result<Omit<Writer, 'close'>> {
  if (wasUnclean && db.pragma('quick_check', { simple: true }) !== 'ok') return failure('STORE_DAMAGED');
  const migrated = migrate(db, start.migrations, start.create);
  if (!migrated.ok) return migrated;
  const desk = deskOf(db, start);
  const sqlite = db.prepare<[], string>('SELECT sqlite_version()').pluck().get() ?? '';
  return success({
    state: { tables: openTables(db), desk, config: loadConfig(db) },
    info: { deskId: desk.deskId, deskCode: desk.deskCode, sqlite, migrated: migrated.value, checked: wasUnclean },
  });
}

function isBlank(path: string): boolean {
  return !existsSync(path) || statSync(path).size === 0;
}

function open(
  start: WorkerStart,
  wasUnclean: boolean,
): Result<{ db: Database.Database; prepared: Omit<Writer, 'close'> }> {
  const { database } = storeFiles(start.directory);
  // A header whose database is gone must not lead to a blank desk without a word.
  if (!start.create && isBlank(database)) return failure('STORE_DAMAGED', { what: 'blank' });
  let db: Database.Database | null = null;
  try {
    db = connect(database, start.key, 'writer', start.create);
    const prepared = prepare(db, start, wasUnclean);
    if (prepared.ok) return success({ db, prepared: prepared.value });
    db.close();
    return prepared;
  } catch (error) {
    db?.close();
    const failed = databaseFailure(error);
    if (failed === null) throw error;
    return failed;
  }
}

/**
 * Takes the store's lock, opens its database and brings it to today's form.
 * After an end that was not in order the file is checked first. What is damaged is copied aside, untouched.
 * Rule: security.md, Staying whole 10.
 */
export function openWriter(start: WorkerStart): Result<Writer> {
  const files = storeFiles(start.directory);
  const lock = holdLock(files.lock);
  if (lock === null) return failure('STORE_IN_USE');
  const wasUnclean = existsSync(files.openMark);
  let opened: ReturnType<typeof open>;
  try {
    opened = open(start, wasUnclean);
  } catch (error) {
    lock.close();
    throw error;
  }
  if (!opened.ok) {
    if (opened.code === 'STORE_DAMAGED') copyDamaged(files.database);
    lock.close();
    return opened;
  }
  const { db, prepared } = opened.value;
  writeFileSync(files.openMark, '');
  makeReserve(files.reserve);
  const close = (): void => {
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
    rmSync(files.openMark, { force: true });
    lock.close();
  };
  return success({ ...prepared, close });
}
