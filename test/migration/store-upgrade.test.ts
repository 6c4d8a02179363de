import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ticketText } from '../../src/main/store/projection/ticket-text.ts';
import { foldTicket } from '../../src/main/domain/ticket/fold.ts';
import { EventLog } from '../../src/main/store/projection/event-log.ts';
import { loadConfig } from '../../src/main/store/config/config-table.ts';
import { createStore } from '../../src/main/store/key/create-store.ts';
import { readHeader, writeHeader } from '../../src/main/store/key/header.ts';
import { readMigrations } from '../../src/main/store/read-migrations.ts';
import { openStore } from '../../src/main/store/store.ts';
import { connect } from '../../src/main/store/worker/connection.ts';
import { migrate } from '../../src/main/store/worker/migrate.ts';
import type { Migration } from '../../src/main/store/worker/protocol.ts';
import type { SendOutcome } from '../../src/main/ports/sender.ts';
import { city, people, T0 } from '../support/centre.ts';
import { outboxDesk, sendAll } from '../support/outbox-desk.ts';
import { freshDirectory, type StoreDesk } from '../support/store-desk.ts';
import { migrationsDirectory } from '../support/program-files.ts';
import { cheapArgon2, codeOf, password, repeatable, storeOptions, unwrap } from '../support/store-options.ts';

const migrations = await readMigrations(migrationsDirectory);

const unreached = { name: 'U', phone: '', email: '', language: 'en' as const };
const bySms = { name: 'S', phone: '083 123 4567', email: '', language: 'en' as const, channels: ['sms' as const] };

/** A message that left, one that may have, one that waits; what a contact wrote, and one who wants none. */
async function leavesByMessage(desk: StoreDesk): Promise<void> {
  const send = async (phone: string, outcome: SendOutcome): Promise<void> => {
    await desk.creates({ subject: 'told', contact: { ...bySms, phone } });
    desk.nowAt += 10_000;
    await sendAll(desk, outcome);
  };
  // Of the morning after: nobody is asleep.
  desk.nowAt = T0 + 48 * 3_600_000;
  await send('083 123 4567', { kind: 'accepted', providerSid: 'SM1', providerStatus: 'queued' });
  await send('083 123 4568', { kind: 'unsure', code: 'TIMEOUT' });
  await desk.creates({ subject: 'told', contact: { ...bySms, phone: '083 123 4569' } });
  const place = { organizationId: city, channel: 'sms' } as const;
  const wrote = { providerSid: 'IN1', direction: 'in', channel: 'sms', status: 'received', code: null } as const;
  const messages = [{ ...wrote, from: '+27831234567', to: '+27110000000', text: 'STOP', at: desk.nowAt }];
  unwrap(await desk.execute('receive-inbound', { ...place, messages }, null));
}

/** Tables of messages, with the version that brought them. */
const ofMessages = [
  'message',
  'message_try',
  'message_cause',
  'channel_status',
  'channel_secret',
  'inbound_message',
  'address_mark',
];
const MESSAGES_SINCE = 5;
/** Calls have a table of their own from here on, and keep the token under which they were made after its claim has ended. */
const CALLS_SINCE = 7;

function countsIn(db: ReturnType<typeof connect>): number[] {
  return ofMessages.map((name) => db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${name}`).get()?.n ?? 0);
}

/** A store as the program of that version left it: its form from its own SQL, its rows by plain INSERTs. */
async function storeOfVersion(
  version: number,
): Promise<{ directory: string; key: Uint8Array; ticketId: string; counts: number[] }> {
  const directory = freshDirectory(`version-${version}`);
  const user = { id: people.administrator, userName: 'admin' };
  const made = {
    directory,
    user,
    password,
    secrets: null,
    allowPasswordOnly: true,
    nowAt: T0,
    random: repeatable('old'),
    argon2: cheapArgon2,
  };
  const { key } = unwrap(await createStore(made));
  const header = unwrap(await readHeader(directory));
  await writeHeader(directory, { ...header, databaseMade: true });

  // The rows come from a store of today, column by column as far as that version had them.
  const today = await outboxDesk('today', ['sms']);
  const { ticketId } = await today.creates({ assigneeId: people.agent, contact: unreached });
  await today.creates({ subject: 'second', contact: unreached });
  await today.wakesAt(T0 + 30 * 3_600_000);
  await today.execute('save-draft', { key: 'intake', text: 'half' }, people.agent);
  await leavesByMessage(today);
  await today.execute('record-sign-in', { userId: people.agent, outcome: 'signed_in' }, null);
  await today.close();
  const source = connect(join(today.directory, 'store.db'), today.key, 'reader', false);
  const db = connect(join(directory, 'store.db'), key, 'writer', true);
  unwrap(migrate(db, migrations.slice(0, version), true));
  const tables = db
    .prepare<[], { name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'ticket_text%'`,
    )
    .all();
  for (const { name } of tables) {
    const columns = db
      .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
      .all(name)
      .map((column) => column.name);
    const rows = source
      .prepare<[], Record<string, string | number | null>>(`SELECT ${columns.join(', ')} FROM ${name}`)
      .all();
    const insert = db.prepare<(string | number | null)[]>(
      `INSERT INTO ${name} VALUES (${columns.map(() => '?').join(', ')})`,
    );
    for (const row of rows) insert.run(...columns.map((column) => row[column] ?? null));
  }
  for (const { newest, id } of db.prepare<[], { newest: number; id: string }>('SELECT newest, id FROM ticket').all()) {
    const log = new EventLog(db).ofTicket(id);
    const state = foldTicket(log, loadConfig(db));
    if (state === null) throw new Error('a row without a log');
    const { scope, words } = ticketText(state, log);
    db.prepare<[number, string, string]>('INSERT INTO ticket_text (rowid, scope, words) VALUES (?, ?, ?)').run(
      newest,
      scope,
      words,
    );
  }
  const counts = countsIn(source);
  source.close();
  db.close();
  return { directory, key, ticketId, counts };
}

describe('a store of an earlier version', () => {
  for (let version = 1; version < migrations.length; version += 1) {
    test(`opens from version ${version} with everything in it, a copy kept beside`, async () => {
      const { directory, key, ticketId, counts } = await storeOfVersion(version);
      const store = unwrap(await openStore(storeOptions(directory, key)));
      expect(store.info.migrated).toBe(migrations.length - version);
      const agent = { viewerId: people.agent, nowAt: T0 };
      expect(unwrap(await store.query('verify', {}, { viewerId: null, nowAt: T0 })).first).toEqual([]);
      expect(unwrap(await store.query('ticket-view', { ticketId }, agent)).timeline.length).toBeGreaterThan(3);
      expect(unwrap(await store.query('search', { words: 'burst', limit: 5 }, agent))).toHaveLength(1);
      expect(unwrap(await store.query('draft', { key: 'intake' }, agent)).text).toBe('half');
      const { items } = unwrap(await store.query('notifications', {}, agent));
      expect(items.length).toBeGreaterThan(0);
      const context = { nowAt: T0 + 31 * 3_600_000, actorId: people.agent, seed: 'ab'.repeat(32) };
      // Version 1 did not know what had been shown: a year of it is not shown as if it were new. Later ones do.
      const unshown = unwrap(await store.execute('take-unshown-notifications', { limit: 50 }, context)).items;
      expect(unshown.length).toBe(version === 1 ? 0 : items.length);
      const noted = await store.execute(
        'ticket-command',
        { kind: 'note', input: { ticketId, text: 'after the upgrade' } },
        context,
      );
      expect(codeOf(noted)).toBe('ok');
      await store.close();

      const now = connect(join(directory, 'store.db'), key, 'reader', false);
      const hasMessages = version >= MESSAGES_SINCE;
      expect(counts.every((n) => n > 0)).toBe(true);
      expect(countsIn(now)).toEqual(hasMessages ? counts : counts.map(() => 0));
      // What had been handed to the network is known by what the provider called it, and by its claim.
      const calls = now
        .prepare<[], { sid: string | null; state: string; isClaims: number }>(
          `SELECT c.provider_sid AS sid, m.state, c.token = coalesce(m.claim_token, '') AS isClaims
           FROM message_call c JOIN message m ON m.id = c.message_id ORDER BY c.seq`,
        )
        .all();
      const known = [
        { sid: 'SM1', state: 'sent', isClaims: version < CALLS_SINCE ? 1 : 0 },
        { sid: null, state: 'unknown', isClaims: 1 },
      ];
      expect(calls).toEqual(hasMessages ? known : []);
      now.close();

      const copy = join(directory, `store.db.before-${version}`);
      expect(existsSync(copy)).toBe(true);
      const old = connect(copy, key, 'reader', false);
      expect(old.pragma('user_version', { simple: true })).toBe(version);
      expect(old.prepare<[], { n: number }>('SELECT count(*) AS n FROM ticket').get()?.n).toBe(5);
      old.close();
      const again = unwrap(await openStore(storeOptions(directory, key)));
      expect(again.info.migrated).toBe(0);
      await again.close();
    });
  }
});

describe('the migrator', () => {
  const parents: Migration = {
    name: '0000_parents.sql',
    sql: 'CREATE TABLE parent (id INTEGER PRIMARY KEY, a TEXT);--> statement-breakpoint\nCREATE TABLE child (parent_id INTEGER REFERENCES parent(id) ON DELETE CASCADE);',
  };
  // What drizzle-kit writes for a column that changes: the table is made again and the old one dropped.
  const rebuilt: Migration = {
    name: '0001_rebuilt.sql',
    sql: 'CREATE TABLE parent_new (id INTEGER PRIMARY KEY, a TEXT, b TEXT);--> statement-breakpoint\nINSERT INTO parent_new SELECT id, a, NULL FROM parent;--> statement-breakpoint\nDROP TABLE parent;--> statement-breakpoint\nALTER TABLE parent_new RENAME TO parent;',
  };
  const orphaning: Migration = { name: '0001_orphaning.sql', sql: 'DELETE FROM parent;' };
  const broken: Migration = {
    name: '0001_broken.sql',
    sql: 'ALTER TABLE child ADD COLUMN x TEXT;--> statement-breakpoint\nALTER TABLE nowhere ADD COLUMN x TEXT;',
  };

  function populated() {
    const directory = freshDirectory('migrator');
    mkdirSync(directory, { recursive: true });
    const db = connect(join(directory, 'store.db'), new Uint8Array(32).fill(3), 'writer', true);
    unwrap(migrate(db, [parents], true));
    db.exec(`INSERT INTO parent VALUES (1, 'kept'); INSERT INTO child VALUES (1), (1)`);
    return { db, directory };
  }
  const count = (db: ReturnType<typeof connect>, table: string) =>
    db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n;

  test('rebuilds a table without deleting what points at its rows', () => {
    const { db } = populated();
    expect(unwrap(migrate(db, [parents, rebuilt], false))).toBe(1);
    expect([count(db, 'parent'), count(db, 'child')]).toEqual([1, 2]);
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    db.close();
  });

  test('would delete them with foreign keys on: the control', () => {
    const { db } = populated();
    for (const statement of rebuilt.sql.split('--> statement-breakpoint')) db.exec(statement);
    expect(count(db, 'child')).toBe(0);
    db.close();
  });

  for (const [what, step] of [
    ['leaves rows without what they point at', orphaning],
    ['fails halfway', broken],
  ] as const) {
    test(`takes everything back when a step ${what}`, () => {
      const { db, directory } = populated();
      expect(() => migrate(db, [parents, step], false)).toThrow(/rows without|no such table/);
      expect(db.pragma('user_version', { simple: true })).toBe(1);
      expect([count(db, 'parent'), count(db, 'child')]).toEqual([1, 2]);
      expect(
        db
          .prepare<[], { name: string }>(`SELECT name FROM pragma_table_info('child')`)
          .all()
          .map(({ name }) => name),
      ).toEqual(['parent_id']);
      expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
      expect(readdirSync(directory)).toContain('store.db.before-1');
      db.close();
    });
  }

  test('takes nothing back from a store of a later program', () => {
    const { db } = populated();
    expect(codeOf(migrate(db, [], false))).toBe('STORE_TOO_NEW');
    db.close();
  });
});
