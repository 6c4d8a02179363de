import Database from 'better-sqlite3';

/** 128 MB over the three connections of a store, as KiB for `cache_size`; the writer touches most pages. */
const CACHE_KIB = { writer: 49_152, reader: 40_960 } as const;

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
export function connect(path: string, key: Uint8Array, role: 'writer' | 'reader', create: boolean): Database.Database {
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
    if (role === 'writer') {
      db.pragma('journal_mode = WAL');
      // After journal_mode: WAL silently sets NORMAL in this build, which loses commits when the power goes.
      db.pragma('synchronous = FULL');
      db.pragma('secure_delete = ON');
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
