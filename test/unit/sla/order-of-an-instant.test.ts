import { describe, expect, test } from 'vitest';
import {
  any,
  centre,
  climbed,
  deskWithTicket,
  HOUR,
  people,
  policy,
  rule,
  T0,
  told,
  type Desk,
} from '../../support/centre.ts';

const before = (...hours: number[]) => hours.map((each) => each * 3600);
/** Everything at hour 12: the response is due, half the resolution's time is used, its reminder comes, three levels act. */
const crowded = policy(21, {
  targetSeconds: { response: 12 * 3600, next_response: null, resolution: 24 * 3600 },
  warnPercent: 50,
  remindersBeforeSeconds: before(12),
});
const atBreach = { kind: 'response_breach', hours: 0, elapsed: false } as const;
const rules = [
  rule(31, { level: 1, trigger: atBreach }),
  rule(33, { level: 3, trigger: atBreach, target: { kind: 'role', role: 'ceo' } }),
  rule(32, { level: 2, trigger: atBreach, target: { kind: 'role', role: 'hospital_admin' } }),
];

function events(desk: Desk, hour: number) {
  return desk.log.flatMap((event) => {
    if (event.occurredAt !== T0 + hour * HOUR) return [];
    return [
      event.kind === 'escalation_skipped' || event.kind === 'escalated'
        ? `${event.kind} ${event.body.level}`
        : event.kind,
    ];
  });
}

describe('within one instant (SLA 11)', () => {
  test('breach, warning, reminder, then rules from the highest level down; only the highest acts', () => {
    const desk = deskWithTicket(centre({ policies: [crowded], rules }))
      .wakesAt(T0 + 6 * HOUR)
      .awakeUntil(T0 + 12 * HOUR);
    expect(events(desk, 12)).toEqual([
      'breached',
      'warned',
      'reminded',
      'escalated 3',
      'escalation_skipped 2',
      'escalation_skipped 1',
    ]);
    expect(desk.state.assigneeId).toBe(people.ceo);
  });

  test('what people did comes before all of it, and what was met is not missed', () => {
    const desk = deskWithTicket(centre({ policies: [crowded], rules }));
    desk.at(T0 + 12 * HOUR).does({ kind: 'replied', body: { text: 'x' } });
    expect(events(desk, 12)).toEqual(['replied', 'warned', 'reminded']);
    expect(desk.state.clocks.response).toMatchObject({ kind: 'met', metAt: T0 + 12 * HOUR });
  });

  test('it is the same order when it is caught up on', () => {
    const desk = deskWithTicket(centre({ policies: [crowded], rules })).wakesAt(T0 + 20 * HOUR);
    expect(events(desk, 12).slice(0, 3)).toEqual(['breached', 'warned', 'reminded']);
    expect(told(desk).filter(([, at]) => at === 12)).toEqual([
      ['warning resolution', 12, 'sent'],
      ['reminder 1', 12, 'sent'],
    ]);
  });

  test('the same desk, closed and opened, keeps to it', () => {
    const kinds = (wake: number[]) => {
      const desk = deskWithTicket(centre({ policies: [crowded], rules: [] }));
      for (const hour of wake) desk.wakesAt(T0 + hour * HOUR);
      return desk.log.map(({ kind, occurredAt }) => `${kind} ${occurredAt}`);
    };
    expect(kinds([40])).toEqual(kinds([6, 12, 18, 24, 40]));
  });
});

describe('a rule (Escalation 1)', () => {
  const conditions = [
    [{ kind: 'complaint' }, { kind: 'inquiry' }],
    [{ category: 'roads' }, { category: 'water' }],
    [{ severity: 'medium' }, { severity: 'high' }],
    [{ priority: 'medium' }, { priority: 'high' }],
  ] as const;

  test.each(conditions)('names %j and acts on no other', (named, other) => {
    const level = (match: object) =>
      climbed(
        deskWithTicket(centre({ rules: [rule(31, { conditions: { ...any, ...match } })] })).awakeUntil(T0 + 24 * HOUR),
      ).length;
    expect([level(named), level(other)]).toEqual([1, 0]);
  });

  test('a condition that comes to hold after the deadline lets it act then, at the change', () => {
    const critical = rule(31, { conditions: { ...any, severity: 'critical' } });
    const desk = deskWithTicket(centre({ rules: [critical] })).wakesAt(T0 + 30 * HOUR);
    expect(climbed(desk)).toEqual([]);
    desk.does({ kind: 'ticket_updated', body: { patch: { severity: 'critical' } } });
    expect(climbed(desk)).toEqual([[1, 30, people.manager]]);
  });

  test('hours after a breach go on in a pause: hours overdue do not pause', () => {
    const late = rule(31, { trigger: { kind: 'resolution_breach', hours: 10, elapsed: false } });
    const desk = deskWithTicket(centre({ rules: [late] })).wakesAt(T0 + 24 * HOUR);
    desk.at(T0 + 28 * HOUR).status('pending');
    desk.awakeUntil(T0 + 40 * HOUR);
    expect(climbed(desk)).toEqual([[1, 34, people.manager]]);
    expect(desk.state.status).toBe('pending');
  });

  test('hours after a response that was missed go on while the resolution stands still', () => {
    const late = rule(31, { trigger: { kind: 'response_breach', hours: 2, elapsed: false } });
    const desk = deskWithTicket(centre({ rules: [late] }));
    desk.at(T0 + 3 * HOUR).status('pending');
    desk.awakeUntil(T0 + 10 * HOUR);
    expect(climbed(desk)).toEqual([[1, 6, people.manager]]);
  });

  test('hours after a reminder may be elapsed hours, and one that was published later never acts for it', () => {
    const policies = [policy(21, { remindersBeforeSeconds: before(12) })];
    const after = (publishedAt: number) => {
      const trigger = { kind: 'reminder', hours: 3, elapsed: true } as const;
      const desk = deskWithTicket(centre({ policies, rules: [rule(31, { trigger, publishedAt })] }));
      return climbed(desk.awakeUntil(T0 + 23 * HOUR));
    };
    expect(after(T0 + 15 * HOUR)).toEqual([[1, 15, people.manager]]);
    expect(after(T0 + 15 * HOUR + 1)).toEqual([]);
  });

  test('an acknowledgement holds back a level after a reminder too, until its time', () => {
    const policies = [policy(21, { remindersBeforeSeconds: before(12) })];
    const trigger = { kind: 'reminder', hours: 3, elapsed: false } as const;
    const two = [
      rule(31, { trigger: { kind: 'response_breach', hours: 0, elapsed: false } }),
      rule(32, { level: 2, trigger, target: { kind: 'role', role: 'ceo' } }),
    ];
    const desk = deskWithTicket(centre({ policies, rules: two })).awakeUntil(T0 + 5 * HOUR);
    desk.does({ kind: 'acknowledged', body: { untilAt: T0 + 20 * HOUR } }, { actorId: people.manager });
    expect(climbed(desk.awakeUntil(T0 + 23 * HOUR))).toEqual([
      [1, 4, people.manager],
      [2, 20, people.ceo],
    ]);
  });

  test('to escalate by hand is an action: the level after the reminder does not follow', () => {
    const policies = [policy(21, { remindersBeforeSeconds: before(12) })];
    const trigger = { kind: 'reminder', hours: 3, elapsed: false } as const;
    const config = centre({
      policies,
      rules: [rule(32, { level: 2, trigger, target: { kind: 'role', role: 'ceo' } })],
    });
    const desk = deskWithTicket(config).awakeUntil(T0 + 13 * HOUR);
    const body = {
      clockId: desk.state.cycle.id,
      level: 1,
      ruleVersionId: null,
      trigger: 'by_hand',
      targetUserId: people.manager,
      formerAssigneeId: people.agent,
      reason: 'x',
      noticedAt: desk.nowAt,
    } as const;
    desk.does({ kind: 'escalated', body } as never);
    expect(climbed(desk.awakeUntil(T0 + 23 * HOUR))).toEqual([[1, 13, people.manager]]);
  });
});
