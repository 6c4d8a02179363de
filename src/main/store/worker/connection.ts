// Whoever imports this file, tests too, needs those types, and an ambient module cannot be imported.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./better-sqlite3.d.ts" />
import Database from 'better-sqlite3';

/** Who a connection is for. The checkpointer writes the log back into the file and reads nothing. */
export type ConnectionRole = 'writer' | 'reader' | 'checkpointer';

/** 128 MB over the connections of a store, as KiB for `cache_size`; the writer touches most pages. */
const CACHE_KIB: Readonly<Record<ConnectionRole, number>> = {
  writer: 59_392,
  reader: 35_328,
  checkpointer: 1024,
};

/**
 * Log pages (256 MB at 4 KiB) after which the writer itself writes the log back, in the middle of somebody's command. The
 * checkpointer does so long before; this is for when it does not get to it.
 */
const LONGEST_LOG_PAGES = 65_536;

/** Another build of the same library, for runtimes that the shipped one does not load in. Read here alone. */
function nativeBinding(): { nativeBinding: string } | Record<string, never> {
  const path = process.env['WATCHKEEPER_SQLITE_BINDING'];
  return path === undefined || path === '' ? {} : { nativeBinding: path };
}

/**
 * One connection to the encrypted database.
 * @param key  32 raw bytes: used as they are, no derivation
 * @param create  whether a missing file is made
 * @throws SqliteError; SQLITE_NOTADB for a wrong key, a foreign or a damaged file
 * Rule: architecture.md, Store. Each pragma is held by a test.
 */
export function connect(path: string, key: Uint8Array, role: ConnectionRole, create: boolean): Database.Database {
  const db = new Database(path, {
    fileMustExist: !create,
    readonly: role === 'reader',
    timeout: 5000,
    ...nativeBinding(),
  });
  try {
    db.pragma(`cipher = 'aegis'`);
    db.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`);
    // Temporary files would be plaintext.
    db.pragma('temp_store = MEMORY');
    db.pragma(`cache_size = -${CACHE_KIB[role]}`);
    db.pragma('foreign_keys = ON');
    if (role !== 'reader') {
      db.pragma('journal_mode = WAL');
      // Said at every opening: a WAL file silently falls to NORMAL in this build, which loses commits when the power goes.
      db.pragma('synchronous = FULL');
      db.pragma('secure_delete = ON');
      db.pragma(`wal_autocheckpoint = ${LONGEST_LOG_PAGES}`);
    }
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** A plain database that is only ever locked, never written: the system frees the lock when its process dies. */
export function connectLock(path: string): Database.Database {
  return new Database(path, { timeout: 0, ...nativeBinding() });
}
