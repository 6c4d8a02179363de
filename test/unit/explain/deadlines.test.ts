import { describe, expect, test } from 'vitest';
import type { BusinessHours } from '../../../src/main/domain/calendar/business-hours.ts';
import type { PolicyVersion } from '../../../src/main/domain/config/config.ts';
import { explain } from '../../../src/main/domain/explain/explain.ts';
import { MOST_ROWS } from '../../../src/main/domain/explain/stretch-rows.ts';
import type { Stretch } from '../../../src/preload/contract/explain-clocks.ts';
import {
  calendar,
  centre,
  city,
  creation,
  Desk,
  deskWithTicket,
  HOUR,
  people,
  policy,
  T0,
  uid,
} from '../../support/centre.ts';
import { derivedOf, reckoningOf, targetOf } from '../../support/derived.ts';

const hours = (response: number | null, next: number | null, resolution: number | null) => ({
  response: response === null ? null : response * 3600,
  next_response: next === null ? null : next * 3600,
  resolution: resolution === null ? null : resolution * 3600,
});

/** Hours since T0; an hour is as short as this file reckons. */
const at = (instant: number | null) => (instant === null ? null : (instant - T0) / HOUR);

/** `[kind or reason, from, until]`, in hours since T0. */
function walked(stretches: readonly Stretch[]) {
  return stretches.map((row) => {
    if (row.kind === 'clock_change') return ['clock change', at(row.at), row.byMs / HOUR];
    const what = row.kind === 'closed' ? `closed ${row.because}` : row.kind;
    return [what, at(row.fromAt), at(row.untilAt)];
  });
}

function inCentre(parts: Partial<PolicyVersion> = {}, businessHours: Partial<BusinessHours> = {}, names = {}) {
  const base = calendar(51);
  const calendars = [calendar(51, { hours: { ...base.hours, ...businessHours }, holidayNames: names })];
  return centre({ policies: [policy(21, { warnPercent: 0, ...parts })], rules: [], calendars });
}
const office = { calendarId: uid(551), targetSeconds: hours(null, null, 18) };

describe('a deadline round the clock', () => {
  const config = inCentre();

  test('is one stretch from the creation to the deadline', () => {
    const derived = derivedOf(deskWithTicket(config).at(T0 + 6 * HOUR), config);
    expect(reckoningOf(derived, 'resolution')).toMatchObject({
      calendar: null,
      startAt: T0,
      startedBy: 'creation',
      grantedMs: 24 * HOUR,
      usedMs: 6 * HOUR,
      leftMs: 18 * HOUR,
      dueAt: T0 + 24 * HOUR,
      elapsedMs: 24 * HOUR,
      countedMs: 24 * HOUR,
      closedMs: 0,
      pausedMs: 0,
      movedToMatch: false,
      overdue: null,
    });
    expect(walked(reckoningOf(derived, 'resolution').stretches)).toEqual([['open', 0, 24]]);
    expect(derived.leading).toBe('response');
  });

  test('that has passed and was not noticed yet says since when it is overdue', () => {
    const derived = derivedOf(deskWithTicket(config), config, T0 + 30 * HOUR);
    expect(targetOf(derived, 'resolution').clock).toEqual({ kind: 'running', dueAt: T0 + 24 * HOUR });
    expect(reckoningOf(derived, 'resolution')).toMatchObject({
      usedMs: 24 * HOUR,
      leftMs: 0,
      overdue: { fromAt: T0 + 24 * HOUR, untilAt: T0 + 30 * HOUR, elapsedMs: 6 * HOUR, openMs: 6 * HOUR },
    });
  });
});

describe('a deadline in business hours', () => {
  test('counts open stretches, and tells closed ones with their reason, holidays by name', () => {
    const config = inCentre(office, { holidays: ['2026-03-03'] }, { '2026-03-03': 'Feast of lanterns' });
    const derived = derivedOf(deskWithTicket(config), config);
    const reckoning = reckoningOf(derived, 'resolution');
    // Monday 10:00 to 17:00 is seven hours, Tuesday none, Wednesday nine, Thursday two.
    expect(walked(reckoning.stretches)).toEqual([
      ['open', 0, 7],
      ['closed weekly_hours', 7, 14],
      ['closed holiday', 14, 38],
      ['closed weekly_hours', 38, 46],
      ['open', 46, 55],
      ['closed weekly_hours', 55, 70],
      ['open', 70, 72],
    ]);
    expect(reckoning.stretches[2]).toMatchObject({ days: [{ date: '2026-03-03', name: 'Feast of lanterns' }] });
    expect(reckoning).toMatchObject({
      calendar: { name: 'calendar 51', timezone: 'Africa/Johannesburg' },
      countedMs: 18 * HOUR,
      closedMs: 54 * HOUR,
      elapsedMs: 72 * HOUR,
    });
  });

  test('tells breaks and hours for a date by their date', () => {
    const config = inCentre(office, {
      breaks: [{ date: '2026-03-02', from: '12:00', to: '13:00' }],
      dateOverrides: { '2026-03-03': [['10:00', '12:00']] },
    });
    const { stretches } = reckoningOf(derivedOf(deskWithTicket(config), config), 'resolution');
    expect(stretches.filter(({ kind }) => kind === 'closed').slice(0, 3)).toMatchObject([
      { because: 'break', days: [{ date: '2026-03-02', name: null }] },
      { because: 'weekly_hours', days: [] },
      { because: 'date_override', days: [{ date: '2026-03-03', name: null }] },
    ]);
    expect(stretches.find((row) => row.kind === 'open' && row.because === 'date_override')).toMatchObject({
      ms: 2 * HOUR,
    });
  });

  test('tells of a clock that is put forward in the night, which takes an hour from the closed time', () => {
    const config = inCentre(office, { timezone: 'Europe/Berlin' });
    const desk = new Desk(config);
    // Friday 27 March 2026, 08:00 in Berlin; on the 29th the clock is put forward.
    desk.at(Date.parse('2026-03-27T07:00:00Z')).does(creation());
    const { stretches, closedMs } = reckoningOf(derivedOf(desk, config), 'resolution');
    expect(stretches).toContainEqual({ kind: 'clock_change', at: Date.parse('2026-03-29T01:00:00Z'), byMs: HOUR });
    expect(closedMs).toBe(62 * HOUR);
  });
});

describe('a pause', () => {
  const config = inCentre({ targetSeconds: hours(null, null, 24) });

  test('that is over stands among the stretches with its status, and moves the deadline', () => {
    const desk = deskWithTicket(config);
    desk.at(T0 + 5 * HOUR).status('pending');
    desk.at(T0 + 15 * HOUR).status('in_progress');
    const reckoning = reckoningOf(derivedOf(desk, config), 'resolution');
    expect(reckoning).toMatchObject({ dueAt: T0 + 34 * HOUR, pausedMs: 10 * HOUR, pausedOpenMs: 10 * HOUR });
    expect(reckoning.stretches).toMatchObject([
      { kind: 'open' },
      { kind: 'pause', status: 'pending', why: 'status', ms: 10 * HOUR },
      { kind: 'open' },
    ]);
  });

  test('that lasts says what is left, and when it would be due if it were left now', () => {
    const desk = deskWithTicket(config);
    desk.at(T0 + 5 * HOUR).status('pending');
    const derived = derivedOf(desk, config, T0 + 50 * HOUR);
    expect(reckoningOf(derived, 'resolution')).toMatchObject({
      usedMs: 5 * HOUR,
      leftMs: 19 * HOUR,
      untilAt: T0 + 5 * HOUR,
      resumedDueAt: T0 + 69 * HOUR,
      dueAt: null,
    });
    expect(reckoningOf(derived, 'resolution').stretches.at(-1)).toEqual({
      kind: 'pause',
      fromAt: T0 + 5 * HOUR,
      untilAt: null,
      ms: 45 * HOUR,
      openMs: 45 * HOUR,
      why: 'status',
      status: 'pending',
    });
    expect(derived.changes).toEqual([
      { code: 'leave_status', status: 'pending', target: 'resolution', at: T0 + 69 * HOUR },
    ]);
  });

  test('of no length leaves the time in one piece', () => {
    const desk = deskWithTicket(config);
    desk.at(T0 + 5 * HOUR).status('pending');
    desk.status('in_progress');
    expect(walked(reckoningOf(derivedOf(desk, config), 'resolution').stretches)).toEqual([['open', 0, 24]]);
  });

  test('in closed hours takes nothing from the time that counts', () => {
    const closed = inCentre(office);
    const desk = deskWithTicket(closed);
    desk.at(T0 + 8 * HOUR).status('pending');
    desk.at(T0 + 20 * HOUR).status('in_progress');
    expect(reckoningOf(derivedOf(desk, closed), 'resolution')).toMatchObject({ pausedMs: 12 * HOUR, pausedOpenMs: 0 });
  });

  test('is also the time in which the ticket was resolved', () => {
    const desk = deskWithTicket(config);
    desk.at(T0 + 5 * HOUR).status('resolved');
    desk.at(T0 + 9 * HOUR).status('open');
    expect(reckoningOf(derivedOf(desk, config), 'resolution').stretches[1]).toMatchObject({
      kind: 'pause',
      why: 'ended',
      status: 'resolved',
      ms: 4 * HOUR,
    });
  });
});

describe('a clock that is over', () => {
  const config = inCentre({ targetSeconds: hours(4, 2, 24) });

  test('and was met counts up to the answer', () => {
    const desk = deskWithTicket(config);
    desk.at(T0 + HOUR).does({ kind: 'replied', body: { text: 'x' } });
    const derived = derivedOf(desk, config, T0 + 2 * HOUR);
    expect(targetOf(derived, 'response').clock.kind).toBe('met');
    expect(reckoningOf(derived, 'response')).toMatchObject({ usedMs: HOUR, leftMs: 3 * HOUR, untilAt: T0 + HOUR });
    expect(derived.leading).toBe('resolution');
  });

  test('and was missed counts up to the deadline and the time overdue after it', () => {
    const desk = deskWithTicket(config).awakeUntil(T0 + 6 * HOUR);
    desk.does({ kind: 'replied', body: { text: 'x' } });
    const derived = derivedOf(desk, config, T0 + 12 * HOUR);
    expect(reckoningOf(derived, 'response')).toMatchObject({
      usedMs: 4 * HOUR,
      overdue: { fromAt: T0 + 4 * HOUR, untilAt: T0 + 6 * HOUR, openMs: 2 * HOUR },
    });
  });

  test('stays reckoned by the policy of then when another is matched later', () => {
    const both = centre({
      policies: [
        policy(21, { targetSeconds: hours(4, null, 24) }),
        policy(22, {
          match: { kind: null, category: null, severity: 'critical', priority: null },
          targetSeconds: hours(1, null, 8),
        }),
      ],
      rules: [],
    });
    const desk = deskWithTicket(both);
    desk.at(T0 + 2 * HOUR).does({ kind: 'replied', body: { text: 'x' } });
    desk.at(T0 + 3 * HOUR).does({ kind: 'ticket_updated', body: { patch: { severity: 'critical' } } });
    const derived = derivedOf(desk, both);
    expect(reckoningOf(derived, 'response')).toMatchObject({ policy: { name: 'policy 21' }, grantedMs: 4 * HOUR });
    expect(reckoningOf(derived, 'resolution')).toMatchObject({ policy: { name: 'policy 22' }, grantedMs: 8 * HOUR });
  });

  test('because a change put its deadline into the past says so', () => {
    const both = centre({
      policies: [
        policy(21),
        policy(22, {
          match: { kind: null, category: null, severity: 'critical', priority: null },
          targetSeconds: hours(null, null, 2),
        }),
      ],
      rules: [],
    });
    const desk = deskWithTicket(both);
    desk.at(T0 + 3 * HOUR).does({ kind: 'ticket_updated', body: { patch: { severity: 'critical' } } });
    expect(reckoningOf(derivedOf(desk, both), 'resolution')).toMatchObject({
      movedToMatch: true,
      dueAt: T0 + 3 * HOUR,
      untilAt: T0 + 2 * HOUR,
    });
  });

  test('begins anew with a reopening, where the policy says so', () => {
    const again = inCentre({ reopening: 'new_cycle', targetSeconds: hours(4, null, 24) });
    const desk = deskWithTicket(again);
    desk.at(T0 + 2 * HOUR).status('resolved');
    desk.at(T0 + 10 * HOUR).status('open');
    const derived = derivedOf(desk, again);
    expect(derived.cycle).toEqual({ startedAt: T0 + 10 * HOUR, startedBy: 'reopening' });
    expect(reckoningOf(derived, 'resolution')).toMatchObject({ startAt: T0 + 10 * HOUR, startedBy: 'reopening' });
    expect(targetOf(derived, 'next_response').none).toBe('not_in_cycle');
  });

  test('of the next response counts from the message that waits', () => {
    const desk = deskWithTicket(config);
    desk.at(T0 + 5 * HOUR).does({ kind: 'contact_wrote', body: { text: 'And?' } });
    expect(reckoningOf(derivedOf(desk, config), 'next_response')).toMatchObject({
      startAt: T0 + 5 * HOUR,
      startedBy: 'message',
      dueAt: T0 + 7 * HOUR,
    });
  });
});

describe('no clock', () => {
  const reasons = (config: ReturnType<typeof centre>, desk: Desk) =>
    derivedOf(desk, config).targets.map(({ none }) => none);

  test('because the policy omits the target: a matched policy is final', () => {
    const config = inCentre({ targetSeconds: hours(4, null, 24) });
    expect(reasons(config, deskWithTicket(config))).toEqual([null, 'omitted', null]);
  });

  test('because no message waits', () => {
    const config = inCentre({ targetSeconds: hours(null, 2, null) });
    expect(reasons(config, deskWithTicket(config))).toEqual(['omitted', 'nothing_waits', 'omitted']);
  });

  test('because the ticket ended before it was answered', () => {
    const config = inCentre({ targetSeconds: hours(4, null, 24) });
    const desk = deskWithTicket(config);
    desk.at(T0 + HOUR).status('resolved');
    const derived = derivedOf(desk, config);
    expect(targetOf(derived, 'response').none).toBe('cancelled');
    expect(reckoningOf(derived, 'response')).toMatchObject({ usedMs: HOUR, untilAt: T0 + HOUR });
    expect(targetOf(derived, 'next_response').none).toBe('omitted');
  });

  test('because the import gave the ticket none', () => {
    const config = inCentre();
    const desk = deskWithTicket(config, { withoutTargets: true });
    expect(reasons(config, desk)).toEqual(['imported_without', 'imported_without', 'imported_without']);
  });

  test('because its hours are no span of time, or the calendar never opens that long', () => {
    const unusable = inCentre({ targetSeconds: hours(-1, null, 24) });
    expect(reasons(unusable, deskWithTicket(unusable))[0]).toBe('unusable_hours');
    const never = inCentre(office, { hours: {} });
    expect(reasons(never, deskWithTicket(never))[2]).toBe('never_opens');
  });

  test('because this desk has not received the policy or the calendar', () => {
    const sender = inCentre(office);
    const desk = deskWithTicket(sender);
    const without = (parts: Parameters<typeof centre>[0]) => derivedOfElsewhere(desk, centre({ rules: [], ...parts }));
    expect(without({ policies: [] })).toEqual(['policy_not_received', 'policy_not_received', 'policy_not_received']);
    expect(without({ policies: [policy(21, office)] })).toEqual(['omitted', 'omitted', 'calendar_not_received']);
  });

  test('of a sensitive ticket is all that is said', () => {
    const config = inCentre();
    const desk = deskWithTicket(config);
    desk.does({ kind: 'marked_sensitive', body: {} });
    expect(explain(desk.state, desk.log, config, T0)).toEqual({
      kind: 'excluded',
      ticketId: desk.ticketId,
      number: 'WK-A-000001',
      nowAt: T0,
    });
  });
});

/** The same log at a desk that lacks some of the configuration. */
function derivedOfElsewhere(desk: Desk, config: ReturnType<typeof centre>) {
  const other = new Desk(config);
  other.at(desk.nowAt);
  other.log = [...desk.log];
  other.wakesAt(desk.nowAt);
  return derivedOf(other, config).targets.map(({ none }) => none);
}

describe('a ticket that lasts a year', () => {
  test('is told in a few rows, equal days as one, and adds up to the millisecond', () => {
    const config = inCentre(
      { ...office, targetSeconds: hours(null, null, 2000) },
      { holidays: ['2026-04-27', '2026-08-10'] },
    );
    const reckoning = reckoningOf(derivedOf(deskWithTicket(config), config), 'resolution');
    expect(reckoning.stretches.length).toBeLessThanOrEqual(MOST_ROWS);
    const runs = reckoning.stretches.filter((row) => row.kind === 'run');
    expect(runs.length).toBeGreaterThan(1);
    expect(runs.every(({ eachMs }) => eachMs === 9 * HOUR)).toBe(true);
    expect(sumOf(reckoning.stretches)).toEqual({
      openMs: 2000 * HOUR,
      closedMs: reckoning.elapsedMs - 2000 * HOUR,
      pausedMs: 0,
    });
  });

  test('with hundreds of pauses has its middle summed up', () => {
    const config = inCentre({ targetSeconds: hours(null, null, 5000) });
    const desk = deskWithTicket(config);
    for (let n = 1; n <= 60; n += 1) {
      desk.at(T0 + 20 * n * HOUR).status('pending');
      desk.at(T0 + (20 * n + 5) * HOUR).status('in_progress');
    }
    const reckoning = reckoningOf(derivedOf(desk, config), 'resolution');
    expect(reckoning.stretches.length).toBeLessThanOrEqual(MOST_ROWS);
    expect(sumOf(reckoning.stretches)).toEqual({ openMs: 5000 * HOUR, closedMs: 0, pausedMs: 300 * HOUR });
    expect(reckoning.dueAt).toBe(T0 + 5300 * HOUR);
  });
});

/** What the rows add up to, however they were shortened. */
function sumOf(stretches: readonly Stretch[]) {
  const sum = { openMs: 0, closedMs: 0, pausedMs: 0 };
  for (const row of stretches) {
    if (row.kind === 'open') sum.openMs += row.ms;
    else if (row.kind === 'closed') sum.closedMs += row.ms;
    else if (row.kind === 'pause') sum.pausedMs += row.ms;
    else if (row.kind !== 'clock_change') {
      sum.openMs += row.openMs;
      sum.closedMs += row.closedMs;
      sum.pausedMs += row.kind === 'summed' ? row.pausedMs : 0;
    }
  }
  return sum;
}

test('of two deadlines the earlier one leads', () => {
  const config = inCentre({ targetSeconds: hours(30, null, 24) });
  expect(derivedOf(deskWithTicket(config, { organizationId: city, assigneeId: people.agent }), config).leading).toBe(
    'resolution',
  );
});
