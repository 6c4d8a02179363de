import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportReport } from '../../../src/main/cli/import/import-report.ts';
import type { QueueRow } from '../../../src/preload/contract/tickets.ts';
import { people } from '../../support/centre.ts';
import { exampleFile } from '../../support/cli-run.ts';
import { importInto } from '../../support/import-into.ts';
import { StoreDesk } from '../../support/store-desk.ts';
import { unwrap } from '../../support/store-options.ts';

/** 40 made-up rows in a city's real form; every figure below was reckoned by hand from its dates. */
const csv = readFileSync(exampleFile('baltimore-311-made-up.csv'), 'utf8');
const mapping: unknown = JSON.parse(readFileSync(exampleFile('baltimore-311.mapping.json'), 'utf8'));

describe('a file of a city’s form', () => {
  let desk: StoreDesk;
  let report: ImportReport;
  const tickets = new Map<number, QueueRow>();
  beforeAll(async () => {
    desk = await StoreDesk.start('baltimore-form');
    report = await importInto(desk, mapping, csv);
    const { rows } = unwrap(await desk.read('list-tickets', { limit: 1000 }, people.administrator));
    for (const row of rows) tickets.set(Number(row.number.slice(3)), row);
  });
  afterAll(() => desk.close());

  it('comes in whole, with a policy per request type and its oddities remarked on', () => {
    expect(report).toMatchObject({
      rows: 40,
      imported: 40,
      refused: 0,
      policies: { made: 7, with_target: 5, without_target: 2 },
      warnings: { STATUS_BEFORE_CREATED: 1, CLOSED_UNDATED: 3, NO_DUE_DATE: 3 },
      teams_made: ['Call Center', 'Recreation & Parks', 'Solid Waste', 'Transportation', 'Water Wastewater'],
    });
  });

  it('gives the compliance that its dates of closing give, and what has none is neither met nor missed', async () => {
    expect(unwrap(await desk.read('status-report', {}, null))).toMatchObject({
      tickets: 40,
      open: 17,
      by_status: { open: 11, in_progress: 3, pending: 3, escalated: 0, resolved: 0, closed: 23 },
      compliance: { resolution: { with_target: 32, met: 10, missed: 7, rate: 10 / 17, of_all: 10 / 40 } },
      open_breaches: { resolution: 13, response: 0 },
    });
  });

  it.each([
    [1, 'met', '2018-04-03T09:15:26Z', 'a day after creation'],
    [2, 'met', '2018-04-03T10:00:00Z', 'closed in the very second of its deadline'],
    [3, 'breached', '2018-04-03T11:00:00Z', 'closed a second after it'],
    [4, 'met', '2018-04-05T20:00:00Z', 'a duplicate that was closed as it came'],
    [5, 'breached', '2018-04-06T00:00:00Z', 'created at midnight, 12 AM'],
    [6, 'met', '2018-04-07T12:30:59Z', 'created half an hour after noon, 12 PM'],
    [11, 'ended', '2018-04-12T15:00:00Z', 'closed, nobody knows when'],
    [12, 'met', '2018-01-04T18:45:00Z', 'over the turn of the year'],
    [13, 'met', '2016-02-29T23:59:59Z', 'due on 29 February'],
    [14, 'breached', '2018-03-12T02:30:00Z', 'over a change to daylight saving, which UTC does not know'],
    [21, 'breached', '2018-03-19T08:00:00Z', 'pending since a second before its creation'],
    [22, 'met', '2018-05-01T09:00:00Z', 'no time at all, and done in none'],
    [23, 'breached', '2018-05-01T10:20:30Z', 'no time at all, and a second late'],
    [24, 'breached', '2018-05-02T12:00:00Z', 'no time at all, and open'],
    [26, 'met', '2018-03-13T02:30:00Z', 'created in an hour that its own city’s clock skipped'],
    [38, 'met', '2018-06-18T08:00:00Z', '17 days, met by a second'],
  ])('reckons row %i: %s, due %s (%s)', (number, kind, due) => {
    const clock = tickets.get(number)?.clocks.resolution;
    expect(clock).toMatchObject({ kind, dueAt: Date.parse(due) });
  });

  it.each([25, 32, 33, 34, 35, 36, 37, 40])('gives row %i no target, since it has no due date', (number) => {
    expect(tickets.get(number)?.clocks.resolution).toEqual({ kind: 'none' });
  });

  it('keeps commas, quotes and line ends of its quoted fields', async () => {
    const view = async (number: number) =>
      unwrap(await desk.read('ticket-view', { ticketId: tickets.get(number)?.id ?? '' }, people.administrator));
    expect((await view(5)).place.address).toBe('Corner of "Old" Quay, North, Baltimore City');
    expect((await view(38)).description).toContain('Outcome: Mowed, raked\nand watered');
    expect((await view(1)).description).toContain('Outcome: Lamp "14 B" replaced');
  });

  it('keeps duplicates and transfers as what they are', async () => {
    const disposition = async (number: number) =>
      unwrap(await desk.read('ticket-view', { ticketId: tickets.get(number)?.id ?? '' }, people.administrator))
        .disposition;
    expect(await Promise.all([5, 7, 9, 10, 16, 18, 29].map(disposition))).toEqual([
      'duplicate',
      'transferred',
      null,
      'duplicate',
      'transferred',
      'duplicate',
      'transferred',
    ]);
    expect(await desk.differences()).toEqual([]);
  });
});
