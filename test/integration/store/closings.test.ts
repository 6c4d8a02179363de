import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { any, city, hospital, people, policy, T0, uid, user } from '../../support/centre.ts';
import { StoreDesk } from '../../support/store-desk.ts';
import { unwrap } from '../../support/store-options.ts';

const calendar = uid(71);
const wardCalendar = uid(72);
const never = uid(73);
/** Africa/Johannesburg, two hours ahead. */
const local = (date: string, time: string) => Date.parse(`${date}T${time}:00+02:00`);

let desk: StoreDesk;
beforeAll(async () => {
  desk = await StoreDesk.start('closings');
  const published = (id: string, organizationId: string, hours: object) => ({
    kind: 'calendar_published' as const,
    value: {
      id,
      calendarId: uid(Number(id.slice(-3)) + 500),
      organizationId,
      name: `hours ${id.slice(-3)}`,
      active: true,
      publishedAt: T0,
      hours: { timezone: 'Africa/Johannesburg', hours, holidays: ['2026-03-03'], breaks: [], dateOverrides: {} },
      holidayNames: {},
      country: null,
    },
  });
  const weekdays = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['08:00', '17:00']]]));
  unwrap(
    await desk.execute(
      'save-config',
      {
        entities: [
          published(calendar, city, weekdays),
          published(wardCalendar, hospital, weekdays),
          published(never, city, {}),
          {
            kind: 'policy_published',
            value: policy(29, { match: { ...any, category: 'office' }, calendarId: uid(571), publishedAt: T0 }),
          },
          {
            kind: 'user_saved',
            value: user(uid(201), { grants: [{ organizationId: city, role: 'agent', order: 9 }] }),
          },
        ],
      },
      null,
    ),
  );
});
afterAll(() => desk.close());

test('a row and its ticket name the calendar in which their clocks count, and none round the clock', async () => {
  const inHours = await desk.creates({ category: 'office' });
  const always = await desk.creates({ category: 'roads' });
  const page = unwrap(
    await desk.read('queue-page', { view: 'all', sort: 'due', after: null, limit: 10 }, people.agent),
  );
  for (const [{ ticketId }, expected] of [[inHours, calendar] as const, [always, null] as const]) {
    expect(page.rows.find(({ id }) => id === ticketId)).toMatchObject({ calendarVersionId: expected });
    expect(unwrap(await desk.read('ticket-view', { ticketId }, people.agent)).calendarVersionId).toBe(expected);
  }
  expect(await desk.differences()).toEqual([]);
});

describe('the closings of a calendar', () => {
  const of = async (ids: string[], viewerId: string = people.agent) =>
    unwrap(await desk.read('closings', { calendarVersionIds: ids }, viewerId));

  test('run from closing to opening, a holiday and the nights around it as one', async () => {
    const [told] = await of([calendar]);
    expect(told?.closed.slice(0, 2)).toEqual([
      // Monday evening, the holiday on Tuesday, Tuesday night.
      { fromAt: local('2026-03-02', '17:00'), untilAt: local('2026-03-04', '08:00') },
      { fromAt: local('2026-03-04', '17:00'), untilAt: local('2026-03-05', '08:00') },
    ]);
    const week = told?.closed.map(({ fromAt }) => fromAt);
    expect(week).toEqual(week?.toSorted((a, b) => a - b));
  });

  test('end with the next opening even where that lies beyond what is told', async () => {
    desk.nowAt = local('2026-03-06', '17:30') - 30 * 24 * 3_600_000;
    const [told] = await of([calendar]);
    expect(told?.closed.at(-1)).toEqual({
      fromAt: local('2026-03-06', '17:00'),
      untilAt: local('2026-03-09', '08:00'),
    });
    desk.nowAt = T0;
  });

  test('have no end where it never opens', async () => {
    expect((await of([never]))[0]?.closed).toEqual([{ fromAt: T0, untilAt: null }]);
  });

  test('are told to nobody who does not see its organization', async () => {
    const ids = [wardCalendar, calendar, uid(999)];
    expect((await of(ids, uid(201))).map((told) => told.calendarVersionId)).toEqual([calendar]);
    expect(await of(ids, people.administrator)).toEqual([]);
  });
});
