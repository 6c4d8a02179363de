import { success, type Result } from '../../../preload/contract/result.ts';
import type Database from 'better-sqlite3';
import { loadConfig } from '../config/config-table.ts';
import { EventLog } from '../projection/event-log.ts';
import { Statements } from '../statements.ts';
import { searchWordTable } from '../search/expand-beginning.ts';
import { storeFiles } from '../store-files.ts';
import { connect } from './connection.ts';
import { databaseFailure } from './database-failure.ts';
import type { WorkerStart } from './protocol.ts';
import type { ReaderState } from './run-query.ts';

/** Opens a connection that cannot write; the writer has brought the database to its form before. */
export function openReader(start: WorkerStart): Result<ReaderState> {
  try {
    const db = connect(storeFiles(start.directory).database, start.key, 'reader', false);
    db.exec(searchWordTable);
    const config = loadConfig(db);
    return success({
      db,
      statements: new Statements(db),
      log: new EventLog(db),
      config,
      configVersion: 0,
    });
  } catch (error) {
    const failed = databaseFailure(error);
    if (failed === null) throw error;
    return failed;
  }
}

/**
 * Writes the log back into the file, as far as readers allow, without holding up the writer: a commit that does it itself
 * takes 50 ms now and then.
 */
export function openCheckpointer(start: WorkerStart): { run(): void; close(): void } {
  let db: Database.Database | null = null;
  return {
    run() {
      db ??= connect(storeFiles(start.directory).database, start.key, 'checkpointer', false);
      db.pragma('wal_checkpoint(PASSIVE)');
    },
    close() {
      db?.close();
    },
  };
}
