import { describe, expect, test } from 'vitest';
import type { PolicyVersion, RuleVersion } from '../../../src/main/domain/config/config.ts';
import { foldTicket } from '../../../src/main/domain/ticket/fold.ts';
import {
  calendar,
  centre,
  centreUsers,
  climbed,
  deskWithTicket,
  HOUR,
  missed,
  people,
  policy,
  rule,
  T0,
  told,
  uid,
} from '../../support/centre.ts';

const seconds = (resolution: number) => ({ response: null, next_response: null, resolution });
const week = T0 + 168 * HOUR;

/** What another desk, another release or a slip of the pen may bring; each is survived, and what is sound beside it works. */
describe('configuration that makes no sense', () => {
  test.each([-1, 0.0004, Number.NaN, Infinity, -Infinity, 1e300])('a target of %d seconds stops nothing', (target) => {
    const desk = deskWithTicket(centre({ policies: [policy(21, { targetSeconds: seconds(target) })] }));
    expect(() => desk.awakeUntil(week)).not.toThrow();
  });

  test('a negative target is none', () => {
    const desk = deskWithTicket(centre({ policies: [policy(21, { targetSeconds: seconds(-3600) })] }));
    expect(desk.state.clocks.resolution).toEqual({ kind: 'none' });
  });

  test('reminders of no sense are left out', () => {
    const remindersBeforeSeconds = [-3600, Number.NaN, Infinity, 3600];
    const desk = deskWithTicket(
      centre({ policies: [policy(21, { remindersBeforeSeconds, warnPercent: Number.NaN })] }),
    );
    expect(told(desk.awakeUntil(week))).toEqual([['reminder 1', 23, 'sent']]);
  });

  test.each([-5, Number.NaN, Infinity, 1e300])('a rule %d hours after something never acts, others do', (hours) => {
    const bad = rule(32, { level: 3, trigger: { kind: 'resolution_breach', hours, elapsed: false } });
    const desk = deskWithTicket(centre({ rules: [rule(31), bad] }));
    expect(climbed(desk.awakeUntil(week))).toEqual([[1, 24, people.manager]]);
  });

  test.each([0, -1, 1.5, Number.NaN, Infinity])('a rule of level %d never acts', (level) => {
    const desk = deskWithTicket(centre({ rules: [rule(32, { level })] }));
    expect(climbed(desk.awakeUntil(week))).toEqual([]);
  });

  test('a rule whose trigger or target is of a later release never acts', () => {
    const trigger = { kind: 'full_moon', hours: 0, elapsed: false } as unknown as RuleVersion['trigger'];
    const desk = deskWithTicket(centre({ rules: [rule(31), rule(32, { level: 2, trigger })] }));
    expect(climbed(desk.awakeUntil(week))).toEqual([[1, 24, people.manager]]);
    const target = { kind: 'oracle' } as unknown as RuleVersion['target'];
    const nobody = deskWithTicket(centre({ rules: [rule(31, { target })] })).awakeUntil(week);
    expect(climbed(nobody)).toEqual([]);
    expect(nobody.last?.awaitingTarget).toBe(true);
  });

  test('rules to nobody, to users that are not there, and to a role that nobody holds are recorded once', () => {
    const rules = [
      rule(31, { target: { kind: 'user', userId: uid(99_999) } }),
      rule(32, { level: 2, target: { kind: 'role', role: 'px_admin' } }),
    ];
    const desk = deskWithTicket(centre({ rules, managerId: uid(99_999) })).awakeUntil(week);
    expect(desk.kinds().filter((kind) => kind === 'escalation_skipped')).toHaveLength(2);
  });

  test('managers and covers in a circle end in nobody', () => {
    const away = { fromAt: 0, untilAt: week * 2, coverUserId: people.manager };
    const users = centreUsers.map((user) => ({ ...user, outOfOffice: away, lineManagerId: user.id }));
    expect(climbed(deskWithTicket(centre({ users })).awakeUntil(week))).toEqual([]);
  });

  test('a policy that nobody knows, an unknown team and an unknown organization give a ticket without clocks', () => {
    const desk = deskWithTicket(centre({ policies: [policy(21)] }));
    const unknown = centre({ policies: [policy(29)] });
    expect(foldTicket(desk.log, unknown)?.clocks.resolution).toEqual({ kind: 'none' });
    const lost = deskWithTicket(centre(), { organizationId: uid(3), teamId: uid(4), assigneeId: uid(5) });
    expect(lost.kinds()).toEqual(['ticket_created']);
    expect(lost.awakeUntil(week).last?.nextAt).toBeNull();
  });

  test('an acknowledgement until no time, and one for ever, hold nothing up', () => {
    for (const untilAt of [Number.NaN, Infinity, -Infinity]) {
      const desk = deskWithTicket(centre());
      desk.does({ kind: 'acknowledged', body: { untilAt } });
      expect(() => desk.awakeUntil(week)).not.toThrow();
      expect(missed(desk)).toEqual([
        ['response', 4],
        ['resolution', 24],
      ]);
    }
  });

  test('a policy that pauses in every status never runs, and one that pauses nothing always does', () => {
    const all = ['open', 'in_progress', 'pending', 'escalated', 'resolved', 'closed'] as const;
    const still = deskWithTicket(centre({ policies: [policy(21, { pauseStatuses: all })] }));
    expect(still.state.clocks.resolution).toEqual({ kind: 'paused', remainingMs: 24 * HOUR });
    still.at(T0 + HOUR).status('resolved');
    still.at(T0 + 2 * HOUR).status('open');
    expect(still.state.clocks.resolution).toEqual({ kind: 'paused', remainingMs: 24 * HOUR });
    const odd = ['telepathy'] as unknown as PolicyVersion['pauseStatuses'];
    expect(
      missed(deskWithTicket(centre({ policies: [policy(21, { pauseStatuses: odd })] })).awakeUntil(week)),
    ).toHaveLength(2);
  });

  test('a calendar of overlapping, impossible or missing parts stops nothing', () => {
    const { hours } = calendar(51);
    const wrong: unknown[] = [
      { ...hours, hours: { mon: [['25:00', '99:99']] } },
      {
        ...hours,
        hours: {
          mon: [
            ['08:00', '12:00'],
            ['11:00', '10:00'],
          ],
        },
      },
      { ...hours, holidays: ['2026-02-31', 'soon'] },
      { ...hours, timezone: '' },
      {},
      null,
    ];
    for (const each of wrong) {
      const config = centre({
        policies: [policy(21, { calendarId: uid(551) })],
        calendars: [calendar(51, { hours: each as typeof hours })],
      });
      expect(() => deskWithTicket(config).awakeUntil(week)).not.toThrow();
    }
  });
});
