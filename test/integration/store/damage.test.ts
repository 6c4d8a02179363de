import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrate } from '../../../src/main/store/worker/migrate.ts';
import { connect } from '../../../src/main/store/worker/connection.ts';
import { databaseFailure } from '../../../src/main/store/worker/database-failure.ts';
import { readMigrations } from '../../../src/main/store/read-migrations.ts';
import { openStore, type Store } from '../../../src/main/store/store.ts';
import type { Result } from '../../../src/preload/contract/result.ts';
import { people } from '../../support/centre.ts';
import { freshDirectory, StoreDesk } from '../../support/store-desk.ts';
import { migrationsDirectory } from '../../support/program-files.ts';
import { codeOf, repeatable, storeOptions, unwrap } from '../../support/store-options.ts';

const COPIES = process.env['WATCHKEEPER_FULL'] === '1' ? 2000 : 150;

let desk: StoreDesk;
let bytes: Buffer;

beforeAll(async () => {
  desk = await StoreDesk.start('damage');
  for (let n = 0; n < 50; n += 1) await desk.creates({ subject: `ticket ${n}` });
  // Compacted: what lies in a free page is never read, so changing it changes nothing.
  const compact = join(desk.directory, 'compact');
  unwrap(await desk.read('back-up', { directory: compact }, null));
  await desk.close();
  copyFileSync(join(compact, 'store.db'), join(desk.directory, 'store.db'));
  bytes = readFileSync(join(desk.directory, 'store.db'));
});
afterAll(() => rmSync(desk.directory, { recursive: true, force: true }));

/** A store like the desk's, with a file of ours in place of one of its own. */
function copyWith(name: string, change: (directory: string) => void): string {
  const directory = freshDirectory(name);
  for (const file of ['store.json', 'store.db']) copyFileSync(join(desk.directory, file), join(directory, file));
  change(directory);
  return directory;
}

const openAt = (directory: string): Promise<Result<Store>> => openStore(storeOptions(directory, desk.key));

/** Whether every page is read without a word of complaint. */
function readsWhole(path: string): boolean {
  try {
    const db = connect(path, desk.key, 'reader', false);
    try {
      const tables = db
        .prepare<[], { name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0`)
        .all();
      for (const { name } of tables) db.prepare(`SELECT * FROM "${name}"`).all();
      return db.pragma('integrity_check', { simple: true }) === 'ok';
    } finally {
      db.close();
    }
  } catch (error) {
    if (databaseFailure(error)?.code !== 'STORE_DAMAGED') throw error;
    return false;
  }
}

describe('a file that somebody changed', () => {
  test('reads whole when nobody did: the control', () => {
    expect(readsWhole(copyWith('control', () => undefined) + '/store.db')).toBe(true);
  });

  test(
    `is refused, each of ${COPIES} times, wherever a few of its bytes were changed`,
    { timeout: COPIES * 1000 },
    () => {
      const random = repeatable('tamper');
      const directory = freshDirectory('tampered');
      const path = join(directory, 'store.db');
      const passed: number[] = [];
      for (let n = 0; n < COPIES; n += 1) {
        const [a = 0, b = 0, c = 0, flip = 0, count = 0] = random.bytes(5);
        const at = ((a << 16) | (b << 8) | c) % bytes.length;
        const changed = Buffer.from(bytes);
        for (let k = 0; k <= count % 8; k += 1) {
          const place = (at + k) % bytes.length;
          changed.writeUInt8((changed.readUInt8(place) ^ (flip | 1)) & 0xff, place);
        }
        writeFileSync(path, changed);
        if (readsWhole(path)) passed.push(at);
      }
      expect(passed).toEqual([]);
    },
  );

  test('is refused when two of its pages changed places', () => {
    const pages = bytes.length / 4096;
    const path = join(freshDirectory('swapped'), 'store.db');
    for (const [one, other] of [
      [2, 3],
      [1, pages - 1],
      [4, 9],
    ] as const) {
      const changed = Buffer.from(bytes);
      bytes.copy(changed, one * 4096, other * 4096, (other + 1) * 4096);
      bytes.copy(changed, other * 4096, one * 4096, (one + 1) * 4096);
      writeFileSync(path, changed);
      expect(readsWhole(path)).toBe(false);
    }
  });
});

/** As text that compares byte by byte; null for what is no file. */
function contentOf(path: string): string | null {
  return existsSync(path) && statSync(path).isFile() ? readFileSync(path).toString('latin1') : null;
}

describe('a start', () => {
  const cases: readonly { what: string; change: (directory: string) => void; code: string }[] = [
    {
      what: 'on a database that is text',
      change: (at) => writeFileSync(join(at, 'store.db'), 'hello '.repeat(4000)),
      code: 'STORE_DAMAGED',
    },
    {
      what: 'on a database cut in half',
      change: (at) => truncateSync(join(at, 'store.db'), 40_960),
      code: 'STORE_DAMAGED',
    },
    { what: 'on an empty file', change: (at) => truncateSync(join(at, 'store.db'), 0), code: 'STORE_DAMAGED' },
    { what: 'on a database that is gone', change: (at) => rmSync(join(at, 'store.db')), code: 'STORE_DAMAGED' },
    {
      what: 'on a folder in place of the database',
      change: (at) => {
        rmSync(join(at, 'store.db'));
        mkdirSync(join(at, 'store.db'));
      },
      code: 'ACCESS_DENIED',
    },
    { what: 'without a header', change: (at) => rmSync(join(at, 'store.json')), code: 'STORE_MISSING' },
    { what: 'with a foreign header', change: (at) => writeFileSync(join(at, 'store.json'), '[]'), code: 'NOT_A_STORE' },
  ];
  for (const { what, change, code } of cases) {
    test(`${what} ends with ${code} and leaves what it found as it was`, async () => {
      const directory = copyWith('start', change);
      const path = join(directory, 'store.db');
      const before = contentOf(path);
      expect(codeOf(await openAt(directory))).toBe(code);
      expect(contentOf(path)).toBe(before);
      // A copy is made only of a database that is there and damaged.
      const copied = code === 'STORE_DAMAGED' ? before : null;
      expect(contentOf(`${path}.damaged`)).toBe(copied);
      expect(codeOf(await openAt(directory))).toBe(code);
    });
  }

  test('after an unclean end checks the file and finds damage that nobody would meet at once', async () => {
    const directory = copyWith('unclean', (at) => {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(bytes.length - 2000) ^ 1, bytes.length - 2000);
      writeFileSync(join(at, 'store.db'), changed);
      writeFileSync(join(at, 'store.open'), '');
    });
    expect(codeOf(await openAt(directory))).toBe('STORE_DAMAGED');
  });

  test('on a store of a later program says that it is newer, and touches nothing', async () => {
    const directory = copyWith('newer', (at) => {
      const db = connect(join(at, 'store.db'), desk.key, 'writer', false);
      db.pragma('user_version = 99');
      db.close();
    });
    expect(await openAt(directory)).toMatchObject({ ok: false, code: 'STORE_TOO_NEW', params: { store: 99 } });
    expect(existsSync(join(directory, 'store.db.damaged'))).toBe(false);
  });

  test('on another program’s database, encrypted with our key, is refused', async () => {
    const path = join(freshDirectory('foreign'), 'store.db');
    const db = connect(path, desk.key, 'writer', true);
    db.exec('CREATE TABLE bookmarks (url TEXT)');
    expect(codeOf(migrate(db, await readMigrations(migrationsDirectory), true))).toBe('STORE_DAMAGED');
    db.close();
  });

  test('with another key is refused', async () => {
    const directory = copyWith('other-key', () => undefined);
    expect(codeOf(await openStore(storeOptions(directory, new Uint8Array(32).fill(9))))).toBe('STORE_DAMAGED');
  });
});

test('a row that somebody edited with the key in hand is found, column by column', async () => {
  const edited = await StoreDesk.start('edited');
  const { ticketId } = await edited.creates();
  const other = await edited.creates({ subject: 'another' });
  expect(await edited.differences()).toEqual([]);
  const db = connect(join(edited.directory, 'store.db'), edited.key, 'writer', false);
  db.prepare(`UPDATE ticket SET status = 'closed', due_at = due_at + 1, subject = 'x' WHERE id = ?`).run(ticketId);
  db.exec(`UPDATE queue_counter SET n = n + 1 WHERE view = 'all'`);
  db.exec('DELETE FROM ticket_text WHERE rowid = (SELECT min(newest) FROM ticket)');
  db.prepare('DELETE FROM ticket WHERE id = ?').run(other.ticketId);
  db.exec('UPDATE audit_entry SET actor_id = NULL WHERE seq = 1');
  await edited.execute('record-sign-in', { userId: people.agent, outcome: 'signed_in' }, null);
  db.exec(`UPDATE audit_entry SET kind = 'locked' WHERE kind = 'signed_in'`);
  db.close();
  const found = await edited.differences();
  const kinds = (what: string) => found.filter((difference) => difference.what === what);
  expect(
    kinds('row')
      .filter(({ id }) => id === ticketId)
      .map(({ column }) => String(column))
      .sort((a, b) => a.localeCompare(b)),
  ).toEqual(['dueAt', 'status', 'subject']);
  expect(kinds('row').find(({ id }) => id === other.ticketId)).toMatchObject({ expected: 'a row', found: 'none' });
  expect(kinds('counter').map(({ id }) => id)).toEqual([expect.stringContaining(' all ')]);
  expect(kinds('search').length).toBeGreaterThan(0);
  expect(kinds('audit')).toHaveLength(1);
  expect(JSON.stringify(found)).not.toContain('Burst pipe');
  expect(unwrap(await edited.read('verify', {}, null)).differences).toBe(found.length);
  await edited.close();
});
