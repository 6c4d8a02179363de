import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { queueViews } from '../../../src/preload/contract/tickets.ts';
import { city, HOUR, people, T0 } from '../../support/centre.ts';
import { StoreDesk } from '../../support/store-desk.ts';
import { codeOf, unwrap } from '../../support/store-options.ts';
import { connect } from '../../../src/main/store/worker/connection.ts';
import { storeFiles } from '../../../src/main/store/store-files.ts';

const WORD = 'unspeakable';
const everybody = Object.entries(people);
const uncleared = everybody.filter(([name]) => name !== 'clearedSupervisor');
const cleared = people.clearedSupervisor;

let desk: StoreDesk;
let ticketId = '';
let number = '';
let toldBefore: string[] = [];

beforeAll(async () => {
  desk = await StoreDesk.start('sensitive');
  await desk.creates({ subject: 'plain' });
  // Assigned to somebody uncleared, breached and told about, with a text begun on it: all that has to go again.
  ({ ticketId, number } = await desk.creates(
    {
      subject: WORD,
      assigneeId: people.agent,
      contact: { name: WORD, phone: '0825550100', email: '', language: 'en' },
    },
    people.supervisor,
  ));
  await desk.does({ kind: 'note', input: { ticketId, text: `a note on the ${WORD}` } });
  await desk.execute('save-draft', { key: `reply:${ticketId}`, text: WORD }, people.agent);
  await desk.wakesAt(T0 + 5 * HOUR);
  toldBefore = unwrap(await desk.read('notifications', {}, people.agent)).items.map((item) => item.ticketId);
  await desk.does({ kind: 'mark_sensitive', input: { ticketId } });
});
afterAll(() => desk.close());

describe('a ticket that turned sensitive', () => {
  test('had been told of before: the control', () => {
    expect(toldBefore).toContain(ticketId);
  });

  for (const [name, viewerId] of uncleared) {
    test(`is nowhere for the ${name} without clearance`, async () => {
      for (const view of queueViews) {
        for (const sort of ['due', 'newest'] as const) {
          const { rows } = unwrap(await desk.read('queue-page', { view, sort, after: null, limit: 200 }, viewerId));
          expect(rows.map(({ id }) => id)).not.toContain(ticketId);
        }
      }
      const words = [WORD, WORD.slice(0, 5), number, '0825550100', number.slice(-6)];
      for (const text of words) {
        const found = unwrap(await desk.read('search', { words: text, limit: 100 }, viewerId));
        expect(found.map(({ id }) => id)).not.toContain(ticketId);
      }
      expect(codeOf(await desk.read('ticket-view', { ticketId }, viewerId))).toBe('NOT_FOUND');
      expect(codeOf(await desk.read('find-ticket', { number }, viewerId))).toBe('NOT_FOUND');
      expect(JSON.stringify(unwrap(await desk.read('list-tickets', { limit: 1000 }, viewerId)))).not.toContain(
        ticketId,
      );
      expect(unwrap(await desk.read('notifications', {}, viewerId)).items.map((item) => item.ticketId)).not.toContain(
        ticketId,
      );
      expect(unwrap(await desk.read('draft', { key: `reply:${ticketId}` }, viewerId)).text).toBe('');
      const report = unwrap(await desk.read('status-report', {}, viewerId));
      expect(report.sensitive).toBe(0);
      expect(report.tickets).toBeLessThanOrEqual(1);
    });

    test(`is not there to be worked on for the ${name} without clearance`, async () => {
      const note = { kind: 'note', input: { ticketId, text: 'x' } } as const;
      const result = await desk.execute('ticket-command', note, viewerId);
      expect(codeOf(result)).toBe('NOT_FOUND');
    });
  }

  test('is counted for nobody without clearance', async () => {
    const counts = unwrap(await desk.read('queue-counts', {}, people.supervisor));
    expect(counts).toMatchObject({ all: 1, unassigned: 1, breached: 1 });
    const withIt = unwrap(await desk.read('queue-counts', {}, cleared));
    expect(withIt).toMatchObject({ all: 2, unassigned: 2, breached: 1 });
  });

  test('is seen by a cleared supervisor, without a holder, deadlines or planned instants', async () => {
    const view = unwrap(await desk.read('ticket-view', { ticketId }, cleared));
    expect(view).toMatchObject({ sensitive: true, assigneeId: null, dueAt: null, nextAt: null });
    expect(unwrap(await desk.read('search', { words: WORD, limit: 10 }, cleared)).map(({ id }) => id)).toEqual([
      ticketId,
    ]);
    expect(unwrap(await desk.read('status-report', {}, cleared))).toMatchObject({ tickets: 1, sensitive: 1 });
    const { items } = unwrap(await desk.read('notifications', {}, cleared));
    expect(items.map(({ kind }) => kind)).toContain('sensitive_marked');
  });

  test('has every reading of it written to the audit, and no refused one', async () => {
    const db = connect(storeFiles(desk.directory).database, desk.key, 'reader', false);
    const count = db.prepare<[], { n: number }>(
      `SELECT count(*) AS n FROM audit_entry WHERE kind = 'read_sensitive' AND subject_id IS NOT NULL`,
    );
    const before = count.get()?.n ?? 0;
    await desk.read('ticket-view', { ticketId }, cleared);
    await desk.read('ticket-view', { ticketId }, people.ceo);
    expect(count.get()?.n).toBe(before + 1);
    await desk.read('messages-of-ticket', { ticketId }, cleared);
    expect(count.get()?.n).toBe(before + 2);
    db.close();
  });

  test('stands in the outbox without a word to read, for whoever is cleared and nobody else', async () => {
    const page = { view: 'all', after: null, limit: 50 } as const;
    const about = async (viewerId: string) => {
      const { items } = unwrap(await desk.read('outbox-page', page, viewerId));
      return items.filter((item) => item.ticketId === ticketId);
    };
    expect(await about(people.supervisor)).toEqual([]);
    const shown = await about(cleared);
    expect(shown.length).toBeGreaterThan(0);
    for (const { kind, text, subject, address, recipient } of shown)
      expect([kind, text, subject, address, recipient.name, recipient.userId]).toEqual([
        'restricted',
        '',
        null,
        '',
        '',
        null,
      ]);
  });

  test('brings nothing of the engine, however late it gets', async () => {
    await desk.wakesAt(T0 + 500 * HOUR);
    const view = unwrap(await desk.read('ticket-view', { ticketId }, cleared));
    expect(view.timeline.filter(({ recordedAt }) => recordedAt > T0 + 5 * HOUR)).toEqual([]);
  });

  test('takes its measures out of the reports and brings them back with its unmarking', async () => {
    expect(unwrap(await desk.read('status-report', {}, people.ceo)).tickets).toBe(1);
    await desk.does({ kind: 'unmark_sensitive', input: { ticketId, reason: 'it was a mistake' } }, cleared);
    expect(unwrap(await desk.read('status-report', {}, people.ceo)).tickets).toBe(2);
    expect(unwrap(await desk.read('search', { words: WORD, limit: 10 }, people.agent))).toHaveLength(1);
  });

  test('leaves rows, counters and search as the log says', async () => {
    expect(await desk.differences()).toEqual([]);
  });
});

test('nobody who is not in the configuration reads anything', async () => {
  for (const viewerId of [null, '00000000-0000-7000-8000-999999999999']) {
    const page = { view: 'all', sort: 'due', after: null, limit: 10 } as const;
    expect(unwrap(await desk.read('queue-page', page, viewerId)).rows).toEqual([]);
    expect(unwrap(await desk.read('search', { words: 'plain', limit: 10 }, viewerId))).toEqual([]);
    expect(unwrap(await desk.read('list-tickets', { limit: 10 }, viewerId)).rows).toEqual([]);
    expect(codeOf(await desk.read('ticket-view', { ticketId }, viewerId))).toBe('NOT_FOUND');
  }
});

test('an organization that is not the viewer’s gives nothing, asked for by name', async () => {
  const outsider = people.administrator;
  const page = { view: 'all', sort: 'due', after: null, limit: 10, organizationId: city } as const;
  expect(unwrap(await desk.read('queue-page', page, outsider)).rows).toEqual([]);
  expect(unwrap(await desk.read('queue-counts', { organizationId: city }, outsider)).all).toBe(0);
});
