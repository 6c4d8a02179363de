import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { city, hospital, HOUR, people, T0, uid } from '../../support/centre.ts';
import { StoreDesk } from '../../support/store-desk.ts';
import { codeOf, unwrap } from '../../support/store-options.ts';
import { draftTicket } from '../../support/store-import.ts';

const batch = { id: uid(5001), organizationId: city, fileName: 'requests.csv' };
const common = { batchId: batch.id, historyUntil: T0 };
let desk: StoreDesk;

beforeAll(async () => {
  desk = await StoreDesk.start('import');
  await desk.creates({ subject: 'was there before' });
});
afterAll(() => desk.close());

/** Resolution is due 24 h after creation. */
const met = (n: number) =>
  draftTicket(n, { ...common, occurredAt: T0 - 900 * HOUR, endedAt: T0 - 876 * HOUR, number: `C-${n}` });
const missed = (n: number) =>
  draftTicket(n, { ...common, occurredAt: T0 - 900 * HOUR, endedAt: T0 - 876 * HOUR + 1, number: `C-${n}` });
const overdue = (n: number) => draftTicket(n, { ...common, occurredAt: T0 - 900 * HOUR, number: `C-${n}` });

describe('an import', () => {
  test('counts what ended at its deadline as met, a millisecond later as missed, and what is open as neither', async () => {
    const tickets = [met(1), met(2), missed(3), overdue(4), overdue(5)];
    expect(unwrap(await desk.execute('import-batch', { batch, tickets }, people.administrator))).toEqual({
      imported: 5,
      refused: [],
    });
    const report = unwrap(await desk.read('status-report', {}, people.ceo));
    expect(report.compliance.resolution).toEqual({ with_target: 6, met: 2, missed: 1, rate: 2 / 3, of_all: 2 / 6 });
    expect(report).toMatchObject({
      tickets: 6,
      open: 3,
      open_breaches: { resolution: 2, response: 2, next_response: 0 },
    });
    expect(unwrap(await desk.read('status-report', {}, null)).compliance).toEqual(report.compliance);
  });

  test('tells nobody of what is history', async () => {
    for (const viewerId of Object.values(people))
      expect(unwrap(await desk.read('notifications', {}, viewerId)).items).toEqual([]);
  });

  test('keeps the source’s number, and gives the next one where there is none', async () => {
    const tickets = [
      draftTicket(10, { ...common, occurredAt: T0 - HOUR }),
      draftTicket(11, { ...common, occurredAt: T0 - HOUR }),
    ];
    unwrap(await desk.execute('import-batch', { batch, tickets }, null));
    const { rows } = unwrap(await desk.read('list-tickets', { limit: 100 }, people.agent));
    const code = desk.store.info.deskCode;
    expect(
      rows
        .map(({ number }) => number)
        .filter((number) => number.startsWith('WK'))
        .sort(),
    ).toEqual([1, 2, 3].map((n) => `WK-${code}-00000${n}`));
    expect(
      rows
        .map(({ number }) => number)
        .filter((number) => number.startsWith('C-'))
        .sort(),
    ).toEqual(['C-1', 'C-2', 'C-3', 'C-4', 'C-5']);
  });

  test('leaves out a row that is there already or is no ticket, and takes the rest', async () => {
    const foreign = draftTicket(23, { ...common, organizationId: hospital, occurredAt: T0 });
    const tickets = [
      met(1),
      draftTicket(20, { ...common, occurredAt: T0, number: 'C-2' }),
      met(21),
      met(22).slice(1),
      foreign,
      [],
    ];
    expect(unwrap(await desk.execute('import-batch', { batch, tickets }, null))).toEqual({
      imported: 1,
      refused: [
        { index: 0, code: 'DUPLICATE_NAME' },
        { index: 1, code: 'DUPLICATE_NAME' },
        { index: 3, code: 'BAD_INPUT' },
        { index: 4, code: 'BAD_INPUT' },
        { index: 5, code: 'BAD_INPUT' },
      ],
    });
  });

  test('is an administrator’s, into an organization that is there', async () => {
    expect(codeOf(await desk.execute('import-batch', { batch, tickets: [met(30)] }, people.ceo))).toBe('ACCESS_DENIED');
    const nowhere = { ...batch, organizationId: uid(999) };
    expect(codeOf(await desk.execute('import-batch', { batch: nowhere, tickets: [met(30)] }, null))).toBe('NOT_FOUND');
  });

  test('is taken back as a whole, part by part, and what was there before stays', async () => {
    expect(codeOf(await desk.execute('undo-batch', { batchId: batch.id, limit: 3 }, people.ceo))).toBe('ACCESS_DENIED');
    expect(unwrap(await desk.execute('undo-batch', { batchId: batch.id, limit: 3 }, null))).toEqual({
      undone: 3,
      remaining: 5,
    });
    expect(unwrap(await desk.execute('undo-batch', { batchId: batch.id, limit: 99 }, null))).toEqual({
      undone: 5,
      remaining: 0,
    });
    expect(codeOf(await desk.execute('undo-batch', { batchId: batch.id, limit: 9 }, null))).toBe('NOTHING_TO_UNDO');
    const { rows } = unwrap(await desk.read('list-tickets', { limit: 100 }, people.agent));
    expect(rows.map(({ subject }) => subject)).toEqual(['was there before']);
    expect(unwrap(await desk.read('search', { words: 'row', limit: 10 }, people.agent))).toEqual([]);
    expect(unwrap(await desk.read('queue-counts', {}, people.agent))).toMatchObject({ all: 1, done: 0, breached: 0 });
    expect(await desk.differences()).toEqual([]);
  });

  test('goes in again under new ids after it was taken back', async () => {
    const again = { ...batch, id: uid(5002) };
    const tickets = [draftTicket(101, { batchId: again.id, occurredAt: T0 - HOUR, number: 'C-1' })];
    expect(unwrap(await desk.execute('import-batch', { batch: again, tickets }, null))).toEqual({
      imported: 1,
      refused: [],
    });
    await desk.wakesAt(T0 + 30 * HOUR);
    expect(await desk.differences()).toEqual([]);
  });
});
