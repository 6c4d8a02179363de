import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HOUR, people, T0 } from '../../support/centre.ts';
import { importInto } from '../../support/import-into.ts';
import { StoreDesk } from '../../support/store-desk.ts';
import { unwrap } from '../../support/store-options.ts';

const mapping = {
  organization: { name: 'Reopened', profile: 'municipal', timezone: 'UTC' },
  columns: {
    number: 'Number',
    subject: 'Type',
    category: 'Type',
    created: 'Opened',
    status: 'State',
    status_changed: 'Since',
    closed: 'Closed',
    due: 'Due',
  },
  dates: { form: 'yyyy-MM-dd HH:mm' },
  statuses: { Open: { status: 'open' }, Closed: { status: 'closed' } },
  policies: { by: 'category', from: 'learn' },
  overdue: 'history',
};
/** Water has 24 h; the import is on the 2nd of March at 08:00. */
const rows = `Number,Type,Opened,State,Since,Due,Closed
closed,Water,2026-02-20 08:00,Closed,2026-02-20 10:00,2026-02-21 08:00,2026-02-20 10:00
closed-late,Water,2026-02-20 08:00,Closed,2026-02-22 10:00,2026-02-21 08:00,2026-02-22 10:00
again-running,Water,2026-03-01 12:00,Open,2026-03-01 15:00,2026-03-02 12:00,2026-03-01 14:00
again-overdue,Water,2026-02-20 08:00,Open,2026-02-20 11:00,2026-02-21 08:00,2026-02-20 10:00
again-late,Water,2026-02-20 08:00,Open,2026-02-23 10:00,2026-02-21 08:00,2026-02-22 10:00
`;

describe('rows that are open although they have a closing date', () => {
  let desk: StoreDesk;
  beforeAll(async () => {
    desk = await StoreDesk.start('import-reopened');
  });
  afterAll(() => desk.close());

  const figures = async (): Promise<unknown> => {
    const report = unwrap(await desk.read('status-report', {}, null));
    const { with_target, met, missed } = report.compliance.resolution;
    return { open: report.open, with_target, met, missed, overdue: report.open_breaches.resolution };
  };
  const found = async (number: string): Promise<{ ticketId: string; due: string | null }> => {
    const { ticketId } = unwrap(await desk.read('find-ticket', { number }, people.administrator));
    const { rows: all } = unwrap(await desk.read('list-tickets', { limit: 100 }, people.administrator));
    const dueAt = all.find(({ id }) => id === ticketId)?.dueAt ?? null;
    return { ticketId, due: dueAt === null ? null : new Date(dueAt).toISOString().slice(0, 16) };
  };

  test('are open tickets, neither met nor missed, overdue by the time for which they were open', async () => {
    const report = await importInto(desk, mapping, rows);
    expect(report).toMatchObject({ imported: 5, warnings: { CLOSE_DATE_BUT_OPEN: 3 } });
    expect(await figures()).toEqual({ open: 3, with_target: 5, met: 1, missed: 1, overdue: 2 });
    expect((await found('again-running')).due).toBe('2026-03-02T13:00');
    expect((await found('again-overdue')).due).toBe('2026-02-21T09:00');
    expect((await found('again-late')).due).toBe('2026-02-21T08:00');
  });

  test('count once they are closed again', async () => {
    desk.nowAt = T0 + HOUR;
    for (const number of ['again-running', 'again-overdue', 'again-late']) {
      const { ticketId } = await found(number);
      await desk.does(
        { kind: 'set_status', input: { ticketId, status: 'closed', reason: '', disposition: null } },
        people.administrator,
      );
    }
    expect(await figures()).toEqual({ open: 0, with_target: 5, met: 2, missed: 3, overdue: 0 });
    expect(await desk.differences()).toEqual([]);
  });
});
