import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { QueuePage, QueueRow, QueueView } from '../../../src/preload/contract/tickets.ts';
import { queueViews } from '../../../src/preload/contract/tickets.ts';
import { city, hospital, HOUR, people, T0, wardTeam } from '../../support/centre.ts';
import { draftTicket } from '../../support/store-import.ts';
import { StoreDesk } from '../../support/store-desk.ts';
import { unwrap } from '../../support/store-options.ts';

let desk: StoreDesk;
/** In the order of creation. */
const ended: string[] = [];
const MINUTE = 60_000;

beforeAll(async () => {
  desk = await StoreDesk.start('queue');
});
afterAll(() => desk.close());

async function pages(
  view: QueueView,
  sort: 'due' | 'newest',
  limit: number,
  viewerId: string = people.agent,
): Promise<QueueRow[]> {
  const rows: QueueRow[] = [];
  let after: string | null = null;
  do {
    const page: QueuePage = unwrap(await desk.read('queue-page', { view, sort, after, limit }, viewerId));
    rows.push(...page.rows);
    after = page.next;
  } while (after !== null);
  return rows;
}

describe('with two hundred tickets of two organizations', () => {
  beforeAll(async () => {
    for (let n = 0; n < 200; n += 1) {
      // Sevens come in the same millisecond: ties of every order.
      desk.nowAt = T0 + Math.floor(n / 7) * 9 * MINUTE;
      const inCity = n % 3 !== 0;
      const parts = inCity ? {} : { organizationId: hospital, teamId: wardTeam };
      const { ticketId } = await desk.creates({
        ...parts,
        subject: `ticket ${n}`,
        assigneeId: n % 4 === 0 ? people.agent : null,
      });
      if (n % 5 === 0) ended.push(ticketId);
      if (n % 5 === 0)
        await desk.does({ kind: 'set_status', input: { ticketId, status: 'resolved', reason: '', disposition: null } });
      if (n % 11 === 0 && n % 5 !== 0) {
        await desk.does({ kind: 'escalate', input: { ticketId, reason: 'asked for' } }, people.supervisor);
      }
    }
    await desk.wakesAt(T0 + 6 * HOUR);
  });

  const all = (sort: 'due' | 'newest'): Promise<QueueRow[]> => pages('all', sort, 200);

  test('a page at a time gives every open ticket once, in the order of its deadlines', async () => {
    const rows = await pages('all', 'due', 7);
    expect(rows).toHaveLength(160);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(160);
    const due = rows.map(({ dueAt }) => dueAt ?? Number.MAX_SAFE_INTEGER);
    expect(due).toEqual([...due].sort((a, b) => a - b));
    expect(rows).toEqual(await all('due'));
  });

  test('newest first is the order of creation turned round', async () => {
    const rows = await pages('all', 'newest', 9);
    expect(rows).toHaveLength(160);
    const created = rows.map(({ createdAt }) => createdAt);
    expect(created).toEqual([...created].sort((a, b) => b - a));
  });

  const belongs: Record<QueueView, (row: QueueRow) => boolean> = {
    all: () => true,
    mine: (row) => row.assigneeId === people.agent,
    unassigned: (row) => row.assigneeId === null,
    due_soon: (row) => row.dueAt !== null && row.dueAt > desk.nowAt && row.dueAt <= desk.nowAt + 30 * MINUTE,
    breached: (row) => row.dueAt !== null && row.dueAt <= desk.nowAt,
    escalated: (row) => row.level > 0,
    done: () => false,
  };

  for (const view of queueViews) {
    for (const sort of ['due', 'newest'] as const) {
      test(`${view} by ${sort} holds what belongs to it, and counts as many`, async () => {
        const rows = await pages(view, sort, 13);
        const expected = view === 'done' ? ended : (await all(sort)).filter(belongs[view]).map(({ id }) => id);
        const ids = rows.map(({ id }) => id);
        // What has ended stands newest first; the order of the rest is the order of all.
        expect(view === 'done' ? ids.toReversed() : ids).toEqual(expected);
        const counts = unwrap(await desk.read('queue-counts', {}, people.agent));
        expect(counts[view]).toBe(rows.length);
      });
    }
  }

  test('every view that is tested has something in it', async () => {
    const counts = unwrap(await desk.read('queue-counts', {}, people.agent));
    expect(Object.entries(counts).filter(([, n]) => n === 0)).toEqual([]);
  });

  test('one organization alone is a part of both', async () => {
    const read = (organizationId: string) =>
      desk.read('queue-page', { view: 'all', sort: 'due', after: null, limit: 200, organizationId }, people.agent);
    const [inCity, inHospital] = [unwrap(await read(city)).rows, unwrap(await read(hospital)).rows];
    expect(inCity.length + inHospital.length).toBe(160);
    expect(inCity.every((row) => row.organizationId === city)).toBe(true);
  });

  test('a page while others write repeats no ticket and skips none that stood still', async () => {
    const before = (await all('due')).map(({ id }) => id);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: QueuePage = unwrap(
        await desk.read('queue-page', { view: 'all', sort: 'due', after, limit: 10 }, people.agent),
      );
      seen.push(...page.rows.map(({ id }) => id));
      after = page.next;
      desk.nowAt += MINUTE;
      await desk.creates({ subject: 'in between' });
    } while (after !== null);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((id) => before.includes(id))).toEqual(before);
  });

  test('a place in the queue that nobody gave out is refused', async () => {
    const page = { view: 'all', sort: 'due', limit: 10 } as const;
    for (const after of ['x', '1;DROP TABLE ticket', '1.2.3', '']) {
      expect(await desk.read('queue-page', { ...page, after }, people.agent)).toEqual({ ok: false, code: 'BAD_INPUT' });
    }
  });

  test('what is kept of it agrees with a count of the whole log', async () => {
    expect(await desk.differences()).toEqual([]);
  });
});

test('more than 1,024 tickets of the same millisecond each have a place of their own', async () => {
  const bare = await StoreDesk.start('same-instant');
  const occurredAt = Date.parse('2019-05-05T00:00:00Z');
  const tickets = Array.from({ length: 2500 }, (_, n) => draftTicket(n, { occurredAt, batchId: people.ceo }));
  const batch = { id: people.ceo, organizationId: city, fileName: 'dates.csv' };
  expect(unwrap(await bare.execute('import-batch', { batch, tickets }, null)).imported).toBe(2500);
  expect(unwrap(await bare.read('queue-counts', {}, people.agent)).all).toBe(2500);
  const rows = unwrap(await bare.read('list-tickets', { limit: 1000 }, people.agent));
  expect(new Set(rows.rows.map(({ id }) => id)).size).toBe(1000);
  expect(await bare.differences()).toEqual([]);
  await bare.close();
});
