import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ConfigEntity } from '../../../src/main/domain/config/config.ts';
import type { HumanEvent, TicketEvent } from '../../../src/main/domain/ticket/events.ts';
import { reportOf } from '../../../src/main/domain/whatif/report.ts';
import { addTally, emptyTally } from '../../../src/main/domain/whatif/tally.ts';
import { calendar, centre, creation, HOUR, people, policy, rule, T0, uid } from '../../support/centre.ts';
import { awakeDesk, whatIfOf } from '../../support/whatif.ts';

const resolved: HumanEvent = { kind: 'status_changed', body: { status: 'resolved', reason: '', disposition: null } };
const reply: HumanEvent = { kind: 'replied', body: { text: 'r' } };
const inForce = centre();
const UNTIL = T0 + 200 * HOUR;
const all = { fromAt: -Infinity, untilAt: UNTIL };

/** A ticket that is answered after an hour and resolved after so many; null: never. Each has a number of its own. */
function ticketOf(n: number, hours: number | null): TicketEvent[] {
  const acts: [number, HumanEvent][] = [
    [0, creation({ number: `N-${n}` })],
    [1, reply],
  ];
  if (hours !== null) acts.push([hours, resolved]);
  const { log } = awakeDesk(inForce, acts).awakeUntil(UNTIL);
  return log.map((event) => ({ ...event, ticketId: uid(5000 + n) }));
}

const within = (hours: number): ConfigEntity => ({
  kind: 'policy_published',
  value: policy(21, {
    id: uid(999),
    targetSeconds: { response: 4 * 3600, next_response: null, resolution: hours * 3600 },
  }),
});

describe('a draft against the rules in force', () => {
  test('of one ticket on paper: 24 h become 12, and it was resolved after 20', () => {
    // docs/decisions/0010: created Monday 08:00, answered 09:00, resolved Tuesday 04:00.
    const { tally, changed } = whatIfOf([ticketOf(1, 20)], inForce, [within(12)], all);
    expect(changed).toMatchObject([
      {
        number: 'N-1',
        recorded: {
          policyName: 'policy 21',
          level: 0,
          targets: { resolution: { standing: 'met', dueAt: T0 + 24 * HOUR } },
        },
        live: { level: 0, targets: { resolution: { standing: 'met', dueAt: T0 + 24 * HOUR } } },
        draft: { level: 1, targets: { resolution: { standing: 'missed', dueAt: T0 + 12 * HOUR } } },
      },
    ]);
    expect(tally.turned.resolution).toEqual({ late: 1, timely: 0 });
    expect(tally.draft.breaches.resolution).toBe(1);
    expect([...tally.draft.escalations]).toEqual([[1, 1]]);
    // Warned at 9 h: assignee and manager. At 12 h the escalation alone: the manager, and the agent who had it.
    expect([...tally.draft.messages]).toEqual([
      [people.agent, new Map([[20514, 2]])],
      [people.manager, new Map([[20514, 2]])],
    ]);
    // Under 24 h it was warned at 18 h, on the next day in Johannesburg.
    expect([...tally.live.messages.keys()]).toEqual([people.agent, people.manager]);
    expect(tally.live).toEqual(tally.recorded);
  });

  test('names a ticket that another policy takes, and not one that only has another version of the same', () => {
    const same: ConfigEntity = { kind: 'policy_published', value: policy(21, { id: uid(999), warnPercent: 50 }) };
    expect(whatIfOf([ticketOf(1, 20)], inForce, [same], all).tally.changed).toBe(0);
    const other: ConfigEntity = {
      kind: 'policy_published',
      value: policy(23, { match: { kind: null, category: 'roads', severity: null, priority: null } }),
    };
    const { changed } = whatIfOf([ticketOf(1, 20)], inForce, [other], all);
    expect(changed[0]).toMatchObject({ live: { policyName: 'policy 21' }, draft: { policyName: 'policy 23' } });
  });

  test('counts in the draft’s calendar, for every policy that names it', () => {
    const office = calendar(81);
    const counted = centre({ calendars: [office], policies: [policy(21, { calendarId: office.calendarId })] });
    const shut: ConfigEntity = {
      kind: 'calendar_published',
      value: { ...office, id: uid(998), hours: { ...office.hours, holidays: ['2026-03-03'] } },
    };
    const { log } = awakeDesk(counted, [[0, creation()]]).awakeUntil(UNTIL);
    const { changed } = whatIfOf([log], counted, [shut], all);
    const [before, after] = [changed[0]?.live.targets.resolution.dueAt, changed[0]?.draft.targets.resolution.dueAt];
    expect(((after ?? 0) - (before ?? 0)) / HOUR).toBe(24);
  });

  test('sees a rule find nobody before it is published', () => {
    const toNobody: ConfigEntity = {
      kind: 'rule_published',
      value: rule(39, { level: 2, target: { kind: 'role', role: 'px_admin' } }),
    };
    const { tally } = whatIfOf([ticketOf(1, 30)], inForce, [toNobody], all);
    expect([tally.live.foundNobody, tally.draft.foundNobody]).toEqual([0, 1]);
  });

  test('shows what was beside the rules in force, where a desk was asleep', () => {
    const log = awakeDesk(inForce, [[0, creation()]])
      .at(T0 + 150 * HOUR)
      .wakesAt(T0 + 150 * HOUR).log;
    const { tally } = whatIfOf([log], inForce, [], all);
    expect(tally.notAsRecorded).toBe(0);
    expect([...tally.recorded.escalations]).toEqual([...tally.live.escalations]);
    // Old news was not sent; the escalation, which stands, was, on the day on which it was noticed.
    expect(tally.recorded.messages.get(people.manager)).toEqual(new Map([[20520, 1]]));
    expect(tally.live.messages.get(people.manager)?.size).toBe(2);
  });
});

describe('figures', () => {
  const logs = [ticketOf(1, 5), ticketOf(2, 20), ticketOf(3, 30), ticketOf(4, null), ticketOf(5, 11)];

  test('of parts add up to those of the whole, however they are cut', () => {
    const whole = whatIfOf(logs, inForce, [within(12)], all).tally;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: logs.length }), { maxLength: 4 }), (cuts) => {
        const bounds = [0, ...cuts.sort((a, b) => a - b), logs.length];
        const sum = emptyTally();
        bounds.slice(1).forEach((end, n) => {
          addTally(sum, whatIfOf(logs.slice(bounds[n], end), inForce, [within(12)], all).tally);
        });
        expect(reportOf(sum, all)).toEqual(reportOf(whole, all));
      }),
      { numRuns: 20 },
    );
  });

  test('are seed B’s: met of met and missed, and of all beside it', () => {
    const report = reportOf(whatIfOf(logs, inForce, [within(12)], all).tally, { fromAt: null, untilAt: UNTIL });
    expect(report.columns.live.compliance.resolution).toEqual({
      withTarget: 5,
      met: 3,
      missed: 1,
      overdue: 1,
      rate: 3 / 4,
      ofAll: 3 / 5,
    });
    expect(report.columns.draft.compliance.resolution).toMatchObject({ met: 2, missed: 2, rate: 1 / 2, ofAll: 2 / 5 });
    expect(report.columns.draft.compliance.next_response).toMatchObject({ withTarget: 0, rate: null, ofAll: 0 });
    expect(report.days).toBe(9);
  });

  test('of nothing divide by nothing', () => {
    const report = reportOf(emptyTally(), { fromAt: null, untilAt: UNTIL });
    expect(report).toMatchObject({ tickets: 0, days: 1, people: [], peopleCount: 0 });
    expect(report.columns.draft.compliance.resolution).toMatchObject({ rate: null, ofAll: null });
    expect(report.columns.draft.messages).toEqual({ total: 0, mean: null, busiest: [] });
  });

  test('of people: who is told most in a day under the draft comes first', () => {
    const report = reportOf(whatIfOf(logs, inForce, [within(12)], all).tally, all);
    const mosts = report.people.map(({ draft }) => draft.most);
    expect(mosts).toEqual([...mosts].sort((a, b) => b - a));
    const sum = report.people.reduce((total, { draft }) => total + draft.total, 0);
    expect(report.columns.draft.messages.total).toBe(sum);
    expect(report.columns.draft.messages.busiest[0]?.day).toMatch(/^2026-03-0\d$/u);
  });

  test('count what happened in the period alone', () => {
    const period = { fromAt: T0 + 13 * HOUR, untilAt: UNTIL };
    const { tally } = whatIfOf([ticketOf(1, 20)], inForce, [within(12)], period);
    expect(tally.draft.breaches.resolution).toBe(0);
    expect(tally.draft.standings.resolution.missed).toBe(1);
  });
});
