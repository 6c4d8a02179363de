import { describe, expect, test } from 'vitest';
import type { CalendarVersion } from '../../../src/main/domain/config/config.ts';
import { foldTicket } from '../../../src/main/domain/ticket/fold.ts';
import {
  calendar,
  centre,
  climbed,
  deskWithTicket,
  HOUR,
  missed,
  people,
  policy,
  rule,
  T0,
  uid,
} from '../../support/centre.ts';

const inHours = policy(21, {
  calendarId: uid(551),
  targetSeconds: { response: null, next_response: null, resolution: 9 * 3600 },
  warnPercent: 0,
});
/** Monday 10:00 in Johannesburg: seven open hours today, two tomorrow. */
const dueAt = T0 + 24 * HOUR;

function longer(parts: Partial<CalendarVersion> = {}): CalendarVersion {
  const { hours } = calendar(51);
  const day = [['08:00', '20:00']] as const;
  return calendar(51, {
    id: uid(52),
    publishedAt: T0,
    hours: { ...hours, hours: { ...hours.hours, mon: day } },
    ...parts,
  });
}

describe('the calendar of a policy (SLA 2 and 3)', () => {
  test('its open time is what a target is counted in', () => {
    const desk = deskWithTicket(centre({ policies: [inHours], calendars: [calendar(51)] }));
    expect(desk.state.clocks.resolution).toEqual({ kind: 'running', dueAt });
    expect(desk.state.calendarVersionId).toBe(uid(51));
  });

  test('is pinned with the policy: an edit counts for new tickets only', () => {
    const config = centre({ policies: [inHours], calendars: [calendar(51)] });
    const old = deskWithTicket(config);
    config.apply({ kind: 'calendar_published', value: longer() });
    expect(foldTicket(old.log, config)?.clocks.resolution).toEqual({ kind: 'running', dueAt });
    // Nine hours fit into the longer Monday.
    expect(deskWithTicket(config).state.clocks.resolution).toEqual({ kind: 'running', dueAt: T0 + 9 * HOUR });
  });

  test('stays pinned when another severity matches the same policy', () => {
    const config = centre({ policies: [inHours], calendars: [calendar(51)] });
    const desk = deskWithTicket(config);
    config.apply({ kind: 'calendar_published', value: longer() });
    desk.at(T0 + HOUR).does({ kind: 'ticket_updated', body: { patch: { severity: 'high' } } });
    expect(desk.state.clocks.resolution).toEqual({ kind: 'running', dueAt });
  });

  test('is taken anew with another policy, and when a new cycle begins after unmarking', () => {
    const config = centre({ policies: [inHours], calendars: [calendar(51)] });
    const desk = deskWithTicket(config, { assigneeId: null });
    config.apply({ kind: 'calendar_published', value: longer() });
    desk.at(T0 + HOUR).does({ kind: 'marked_sensitive', body: {} });
    desk.does({ kind: 'unmarked_sensitive', body: { reason: 'x' } }, { actorId: people.clearedSupervisor });
    expect(desk.state).toMatchObject({
      calendarVersionId: uid(52),
      clocks: { resolution: { kind: 'running', dueAt: T0 + 10 * HOUR } },
    });
  });

  test('round the clock where it names none, one that is not there, or in a match of an older release', () => {
    const roundTheClock = { kind: 'running', dueAt: T0 + 9 * HOUR };
    const none = deskWithTicket(centre({ policies: [{ ...inHours, calendarId: null }] }));
    expect(none.state.clocks.resolution).toEqual(roundTheClock);
    expect(deskWithTicket(centre({ policies: [inHours] })).state.clocks.resolution).toEqual(roundTheClock);
    const older = none.log.map((event) => {
      if (event.kind !== 'policy_matched') return event;
      const { causeId, policyVersionId } = event.body;
      return { ...event, body: { causeId, policyVersionId } };
    });
    const config = centre({ policies: [inHours], calendars: [calendar(51)] });
    expect(foldTicket(older, config)?.clocks.resolution).toEqual(roundTheClock);
  });

  test('a version that this desk has not received gives no clock until it comes', () => {
    const { log } = deskWithTicket(centre({ policies: [inHours], calendars: [calendar(51)] }));
    const behind = centre({ policies: [inHours] });
    expect(foldTicket(log, behind)?.clocks.resolution).toEqual({ kind: 'none' });
    behind.apply({ kind: 'calendar_published', value: calendar(51) });
    expect(foldTicket(log, behind)?.clocks.resolution).toEqual({ kind: 'running', dueAt });
  });

  test('hours that cannot be understood give no clock, and stop nothing', () => {
    const broken = calendar(51, { hours: { ...calendar(51).hours, timezone: 'Mars/Olympus' } });
    const desk = deskWithTicket(centre({ policies: [inHours], calendars: [broken] }));
    expect(desk.state.clocks.resolution).toEqual({ kind: 'none' });
    expect(desk.wakesAt(T0 + 1000 * HOUR).last?.added).toEqual([]);
  });

  test('one that never opens gives no deadline', () => {
    const shut = calendar(51, { hours: { ...calendar(51).hours, hours: {} } });
    const desk = deskWithTicket(centre({ policies: [inHours], calendars: [shut] }));
    expect(desk.state.clocks.resolution).toEqual({ kind: 'none' });
    expect(desk.last?.nextAt).toBeNull();
  });

  test('one of another organization is none', () => {
    const elsewhere = calendar(51, { organizationId: uid(2) });
    expect(deskWithTicket(centre({ policies: [inHours], calendars: [elsewhere] })).state.calendarVersionId).toBeNull();
  });
});

describe("a rule's hours (Escalation 1)", () => {
  const level = (elapsed: boolean) =>
    rule(31, { trigger: { kind: 'resolution_breach', hours: 8, elapsed }, target: { kind: 'role', role: 'ceo' } });

  test('are open hours of the same calendar', () => {
    const config = centre({ policies: [inHours], rules: [level(false)], calendars: [calendar(51)] });
    // Tuesday 10:00 breached; seven more hours on Tuesday, one on Wednesday from 08:00.
    expect(climbed(deskWithTicket(config).awakeUntil(T0 + 100 * HOUR))).toEqual([[1, 24 + 23, people.ceo]]);
  });

  test('are hours of the clock on the wall when marked elapsed', () => {
    const config = centre({ policies: [inHours], rules: [level(true)], calendars: [calendar(51)] });
    expect(climbed(deskWithTicket(config).awakeUntil(T0 + 100 * HOUR))).toEqual([[1, 24 + 8, people.ceo]]);
  });

  test('a holiday moves deadline and level', () => {
    const { hours } = calendar(51);
    const holiday = calendar(51, { hours: { ...hours, holidays: ['2026-03-03'] } });
    const config = centre({ policies: [inHours], rules: [level(false)], calendars: [holiday] });
    const desk = deskWithTicket(config).awakeUntil(T0 + 200 * HOUR);
    expect(missed(desk)).toEqual([['resolution', 48]]);
    expect(climbed(desk)).toEqual([[1, 48 + 23, people.ceo]]);
  });
});
