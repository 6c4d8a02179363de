import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EventLog } from '../../../src/main/store/projection/event-log.ts';
import { loadConfig } from '../../../src/main/store/config/config-table.ts';
import type { QueryName } from '../../../src/main/store/queries/query-map.ts';
import { searchWordTable } from '../../../src/main/store/search/expand-beginning.ts';
import { Statements } from '../../../src/main/store/statements.ts';
import { connect } from '../../../src/main/store/worker/connection.ts';
import { openTables } from '../../../src/main/store/worker/open-tables.ts';
import { runCommand, type WriterState } from '../../../src/main/store/worker/run-command.ts';
import { runQuery, type ReaderState } from '../../../src/main/store/worker/run-query.ts';
import { queueViews } from '../../../src/preload/contract/tickets.ts';
import { city, HOUR, people, T0 } from '../../support/centre.ts';
import { StoreDesk } from '../../support/store-desk.ts';
import { intake, seedOf, unwrap } from '../../support/store-options.ts';

/** Called a walk by SQLite, which stops after one row. */
const allowed = new Set([
  'SELECT 1 FROM reapply LIMIT 1',
  'SELECT 1 FROM replan LIMIT 1',
  'SELECT seq, digest FROM audit_entry ORDER BY seq DESC LIMIT 1',
  'SELECT total_changes() AS n',
]);

let desk: StoreDesk;
let db: Database.Database;
const seen = new Set<string>();

/** A connection that remembers what it was asked to prepare. */
function watched(inner: Database.Database): Database.Database {
  return new Proxy(inner, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      const call = value as (...given: unknown[]) => unknown;
      return (...given: unknown[]) => {
        if (name === 'prepare') seen.add(String(given[0]).replace(/\s+/g, ' '));
        return call.apply(target, given);
      };
    },
  });
}

beforeAll(async () => {
  desk = await StoreDesk.start('plans');
  for (let n = 0; n < 30; n += 1) await desk.creates({ assigneeId: n % 2 === 0 ? people.agent : null });
  await desk.wakesAt(T0 + 5 * HOUR);
  await desk.close();
  db = connect(join(desk.directory, 'store.db'), desk.key, 'writer', false);
  db.exec(searchWordTable);
});
afterAll(() => db.close());

function plansOf(): { sql: string; plan: string }[] {
  return [...seen]
    .filter((sql) => /^(SELECT|UPDATE|DELETE)/.test(sql) && !allowed.has(sql))
    .map((sql) => {
      const places = [...sql.matchAll(/\?/g)].map(() => 1);
      const steps = db.prepare<number[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...places);
      return { sql, plan: steps.map(({ detail }) => detail).join(' | ') };
    });
}

/** A whole table or index walked, or a sort: what grows with the store instead of with the answer. */
function grows(plan: string): boolean {
  const steps = plan
    .split(' | ')
    .filter(
      (step) => step !== 'SCAN (subquery-1)' && !/^SCAN (ticket_text|temp.search_word|asked) VIRTUAL TABLE/.test(step),
    );
  return steps.some((step) => step.startsWith('SCAN') || step.includes('TEMP B-TREE'));
}

describe('every statement on the way of', () => {
  test('the queue, its counts, the search, the ticket view and what nobody could join reads by index', () => {
    seen.clear();
    const watchedDb = watched(db);
    const statements = new Statements(watchedDb);
    const state: ReaderState = {
      db: watchedDb,
      statements,
      log: new EventLog(watchedDb),
      config: loadConfig(db),
      configVersion: 9,
    };
    const context = { viewerId: people.clearedSupervisor, nowAt: T0 + 5 * HOUR };
    const run = (name: QueryName, input: unknown): unknown => unwrap(runQuery(state, name, input, context, 0).result);
    for (const view of queueViews) {
      for (const sort of ['due', 'newest'] as const) {
        run('queue-page', { view, sort, after: null, limit: 2 });
        run('queue-page', { view, sort, after: `${T0}.${T0 * 1024}`, limit: 2 });
      }
    }
    run('queue-counts', {});
    run('own-urgent', {});
    run('find-caller', { words: 'sipho dla' });
    run('find-caller', { words: '0821234' });
    run('likely-duplicates', {
      ...intake,
      organizationId: city,
      phone: '082 123 4567',
      address: '12 Main Road',
      latitude: null,
      longitude: null,
    });
    run('search', { words: 'burst pip', limit: 10 });
    run('notifications', {});
    run('next-instant', {});
    run('draft', { key: 'x' });
    run('unjoined-inbound', { limit: 10 });
    const { rows } = run('list-tickets', { limit: 1 }) as { rows: { id: string; number: string }[] };
    seen.delete([...seen].find((sql) => sql.includes('(organization_id = ? AND sensitive = ?)')) ?? '');
    run('ticket-view', { ticketId: rows[0]?.id });
    run('find-ticket', { number: rows[0]?.number });
    const plans = plansOf();
    expect(plans.length).toBeGreaterThan(15);
    expect(plans.filter(({ plan }) => grows(plan))).toEqual([]);
  });

  test('a command and of working off what is due reads by index', () => {
    seen.clear();
    const watchedDb = watched(db);
    const deskRow = {
      deskId: people.ceo,
      deskCode: 'TEST',
      lastAt: (T0 + 6 * HOUR) * 1024,
      numberCounter: 100,
      configVersion: 9,
    };
    const state: WriterState = { tables: openTables(watchedDb), desk: deskRow, config: loadConfig(db) };
    const context = (n: number) => ({ nowAt: T0 + 30 * HOUR, actorId: people.agent, seed: seedOf(`plan ${n}`) });
    const created = unwrap(
      runCommand(state, 'ticket-command', { kind: 'create', input: intake }, context(1)).result,
    ) as { ticketId: string };
    unwrap(
      runCommand(
        state,
        'ticket-command',
        { kind: 'note', input: { ticketId: created.ticketId, text: 'x' } },
        context(2),
      ).result,
    );
    unwrap(
      runCommand(state, 'ticket-command', { kind: 'mark_sensitive', input: { ticketId: created.ticketId } }, context(3))
        .result,
    );
    unwrap(runCommand(state, 'work-off', { limit: 10, awaiting: false }, context(4)).result);
    unwrap(runCommand(state, 'take-unshown-notifications', { limit: 10 }, context(5)).result);
    unwrap(
      runCommand(state, 'mark-notifications-read', { lines: [{ id: people.ceo, ticketId: people.ceo }] }, context(6))
        .result,
    );
    const plans = plansOf();
    expect(plans.length).toBeGreaterThan(12);
    expect(plans.filter(({ plan }) => grows(plan))).toEqual([]);
  });
});

test('the configuration is read without a look at any ticket', () => {
  seen.clear();
  const watchedDb = watched(db);
  const statements = new Statements(watchedDb);
  const state: ReaderState = {
    db: watchedDb,
    statements,
    log: new EventLog(watchedDb),
    config: loadConfig(db),
    configVersion: 9,
  };
  seen.clear();
  const context = { viewerId: people.administrator, nowAt: T0 };
  for (const name of ['configuration', 'proposals', 'export-config'] as const)
    unwrap(runQuery(state, name, {}, context, 0).result);
  expect([...seen].filter((sql) => /\bticket\b/.test(sql))).toEqual([]);
  // Rows of the configuration are walked, and each finds its event by index: the log grows, they hardly do.
  expect(plansOf().map(({ plan }) => plan)).toEqual([
    'SCAN c USING INDEX config_entity_by_log_order | SEARCH e USING INDEX event_in_stream (stream_id=? AND id=?)',
  ]);
});

test('the check itself sees a walk and a sort: the control', () => {
  for (const sql of [
    'SELECT id FROM ticket WHERE subject = 1',
    'SELECT id FROM ticket WHERE is_open = 1 ORDER BY subject',
  ]) {
    seen.clear();
    seen.add(sql);
    expect(plansOf().map(({ plan }) => grows(plan))).toEqual([true]);
  }
});
