import { describe, expect, test } from 'vitest';
import type { EventOf } from '../../../src/main/domain/ticket/events.ts';
import {
  any,
  centre,
  centreUsers,
  deskWithTicket,
  HOUR,
  people,
  policy,
  rule,
  T0,
  uid,
  type Desk,
} from '../../support/centre.ts';

const ofBreach = (hours: number) => ({ kind: 'resolution_breach', hours, elapsed: false }) as const;
const toRole = (role: 'hospital_admin' | 'ceo') => ({ kind: 'role', role }) as const;
const breachAt = T0 + 24 * HOUR;

/** Seed B's example matrix as far as breaches go: at the deadline level 1, after 24 h overdue level 3. */
const ladder = [
  rule(31, { level: 1, trigger: ofBreach(0) }),
  rule(32, { level: 3, trigger: ofBreach(24), target: toRole('ceo') }),
];

function escalations(desk: Desk) {
  return desk.log.flatMap((event) =>
    event.kind === 'escalated' ? [{ level: event.body.level, to: event.body.targetUserId, at: event.occurredAt }] : [],
  );
}

function skips(desk: Desk) {
  return desk.log.flatMap((event) =>
    event.kind === 'escalation_skipped' ? [{ level: event.body.level, why: event.body.why }] : [],
  );
}

describe('escalation at a breach (Escalation 1 and 4)', () => {
  test("assigns the ticket to the team's manager, sets level, time and status, and tells both", () => {
    const desk = deskWithTicket(centre());
    desk.wakesAt(breachAt);
    expect(desk.state).toMatchObject({ status: 'escalated', assigneeId: people.manager });
    expect(desk.state.escalation).toMatchObject({ level: 1, at: breachAt });
    expect(desk.last?.notices.map(({ userId, kind }) => [userId, kind])).toEqual([
      [people.manager, 'escalation'],
      [people.agent, 'escalation_former'],
    ]);
  });

  test('a pending ticket stays pending', () => {
    const pausing = policy(21, { pauseStatuses: [] });
    const desk = deskWithTicket(centre({ policies: [pausing] }));
    desk.status('pending');
    desk.wakesAt(breachAt);
    expect(desk.state).toMatchObject({ status: 'pending', assigneeId: people.manager });
  });

  test('hours after the response breach count from that breach', () => {
    const rules = [rule(31, { trigger: { kind: 'response_breach', hours: 2, elapsed: false } })];
    const desk = deskWithTicket(centre({ rules }));
    desk.wakesAt(T0 + 6 * HOUR - 1);
    expect(desk.state.escalation.level).toBe(0);
    desk.wakesAt(T0 + 6 * HOUR);
    expect(desk.state.escalation).toMatchObject({ level: 1, at: T0 + 6 * HOUR });
  });

  test('a rule on creation acts at once, and only on the tickets that it names', () => {
    const rules = [rule(31, { trigger: { kind: 'creation' }, conditions: { ...any, severity: 'critical' } })];
    expect(deskWithTicket(centre({ rules }), { severity: 'critical' }).state.escalation).toMatchObject({
      level: 1,
      at: T0,
    });
    expect(deskWithTicket(centre({ rules })).state.escalation.level).toBe(0);
  });

  test('a rule that is switched off does not act', () => {
    const desk = deskWithTicket(centre({ rules: [rule(31, { active: false })] }));
    desk.wakesAt(breachAt);
    expect(escalations(desk)).toEqual([]);
  });
});

describe('once, upward, not past the highest (Escalation 3)', () => {
  test('each rule fires once per cycle', () => {
    const desk = deskWithTicket(centre({ rules: ladder }));
    for (let hours = 20; hours < 90; hours += 1) desk.wakesAt(T0 + hours * HOUR);
    expect(escalations(desk).map(({ level, at }) => [level, at])).toEqual([
      [1, breachAt],
      [3, breachAt + 24 * HOUR],
    ]);
  });

  test('a new version of a rule that has fired does not fire again', () => {
    const config = centre({ rules: ladder.slice(0, 1) });
    const desk = deskWithTicket(config);
    desk.wakesAt(breachAt);
    desk.does({ kind: 'stepped_down', body: { reason: 'handled' } }, { actorId: people.manager });
    config.apply({ kind: 'rule_published', value: { ...rule(31), id: uid(39) } });
    desk.wakesAt(breachAt + HOUR);
    expect(escalations(desk)).toHaveLength(1);
  });

  test('it never goes down: a lower level that comes due later does not act', () => {
    const rules = [
      rule(31, { level: 2, trigger: ofBreach(0), target: toRole('ceo') }),
      rule(32, { level: 1, trigger: ofBreach(5) }),
    ];
    const desk = deskWithTicket(centre({ rules }));
    desk.wakesAt(breachAt);
    desk.wakesAt(breachAt + 5 * HOUR);
    expect(escalations(desk).map(({ level }) => level)).toEqual([2]);
    expect(desk.last?.nextAt).toBeNull();
  });

  test("never past the policy's highest level", () => {
    const desk = deskWithTicket(centre({ policies: [policy(21, { highestLevel: 2 })], rules: ladder }));
    desk.wakesAt(breachAt + 100 * HOUR);
    expect(escalations(desk).map(({ level }) => level)).toEqual([1]);
  });

  test('a target that already holds the ticket is skipped: the level is recorded and nobody is told', () => {
    const desk = deskWithTicket(centre(), { assigneeId: people.manager });
    desk.wakesAt(breachAt);
    expect(skips(desk)).toEqual([{ level: 1, why: 'already_holds' }]);
    expect(desk.state).toMatchObject({ status: 'open', escalation: { level: 1 } });
    expect(desk.last?.notices.filter(({ kind }) => kind !== 'breach')).toEqual([]);
  });

  test('a target that nobody holds leaves the level, is shown, and higher rules still act', () => {
    const desk = deskWithTicket(centre({ rules: ladder, managerId: null }));
    desk.wakesAt(breachAt);
    expect(skips(desk)).toEqual([{ level: 1, why: 'nobody' }]);
    expect(desk.last?.awaitingTarget).toBe(true);
    expect(desk.state.escalation.level).toBe(0);
    desk.wakesAt(breachAt + 24 * HOUR);
    expect(escalations(desk)).toMatchObject([{ level: 3, to: people.ceo }]);
    expect(desk.last?.awaitingTarget).toBe(false);
  });

  test('it is tried again when somebody holds the target', () => {
    const config = centre({ managerId: null });
    const desk = deskWithTicket(config);
    desk.wakesAt(breachAt).wakesAt(breachAt + HOUR);
    expect(skips(desk)).toHaveLength(1);
    const team = config.team(desk.state.teamId ?? '');
    if (team === undefined) throw new Error('no team');
    config.apply({ kind: 'team_saved', value: { ...team, managerId: people.manager } });
    desk.wakesAt(breachAt + 2 * HOUR);
    expect(escalations(desk)).toEqual([{ level: 1, to: people.manager, at: breachAt + 2 * HOUR }]);
  });
});

describe('two rules of one level (Escalation 3)', () => {
  const second = rule(33, { level: 1, trigger: ofBreach(24), target: toRole('ceo') });

  test('act once on one clock, also after a step-down', () => {
    const desk = deskWithTicket(centre({ rules: [rule(31), second] }));
    desk.wakesAt(breachAt);
    desk.does({ kind: 'stepped_down', body: { reason: 'in hand' } }, { actorId: people.manager });
    desk.wakesAt(breachAt + 24 * HOUR);
    expect(escalations(desk).map(({ level }) => level)).toEqual([1]);
    expect(desk.last?.nextAt).toBeNull();
  });

  test('act again once the clock was set running anew', () => {
    const desk = deskWithTicket(centre({ rules: [rule(31), second] }));
    desk.wakesAt(breachAt);
    desk.does({ kind: 'stepped_down', body: { reason: 'in hand' } }, { actorId: people.manager });
    desk.at(breachAt + HOUR).status('resolved');
    desk.at(breachAt + 2 * HOUR).status('in_progress');
    desk.wakesAt(breachAt + 25 * HOUR);
    expect(escalations(desk).map(({ to }) => to)).toEqual([people.manager, people.ceo]);
  });

  test('what a desk wrote once without effect is not written again, and nothing spins', () => {
    const desk = deskWithTicket(centre({ rules: [rule(31)] }));
    desk.wakesAt(breachAt);
    const fired = desk.log.find(({ kind }) => kind === 'escalated');
    if (fired?.kind !== 'escalated') throw new Error('not escalated');
    // As another desk may have written it: overtaken, since the level was higher then.
    const higher = {
      ...fired,
      id: uid(4998),
      at: fired.at - 1,
      body: { ...fired.body, level: 2, ruleVersionId: null },
    };
    desk.log.push({ ...higher, body: { ...higher.body, trigger: 'by_hand', clockId: desk.state.cycle.id } });
    desk.does({ kind: 'stepped_down', body: { reason: 'x' } }, { actorId: people.manager });
    desk.wakesAt(breachAt + HOUR);
    const ids = desk.log.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(desk.last?.nextAt).toBeNull();
  });
});

describe('who is the target (Escalation 1)', () => {
  const away = { fromAt: T0, untilAt: T0 + 1000 * HOUR, coverUserId: people.supervisor };

  function withUsers(changes: Record<string, Partial<(typeof centreUsers)[number]>>, rules = [rule(31)]) {
    const users = centreUsers.map((user) => Object.assign({}, user, changes[user.id]));
    const desk = deskWithTicket(centre({ users, rules }));
    desk.wakesAt(breachAt);
    return escalations(desk).map(({ to }) => to);
  }

  test("a manager who is out of office is stood in for by their cover, and by the cover's cover", () => {
    expect(withUsers({ [people.manager]: { outOfOffice: away } })).toEqual([people.supervisor]);
    const further = { ...away, coverUserId: people.ceo };
    expect(
      withUsers({ [people.manager]: { outOfOffice: away }, [people.supervisor]: { outOfOffice: further } }),
    ).toEqual([people.ceo]);
  });

  test('cover that points in a circle is nobody', () => {
    const back = { ...away, coverUserId: people.manager };
    expect(withUsers({ [people.manager]: { outOfOffice: away }, [people.supervisor]: { outOfOffice: back } })).toEqual(
      [],
    );
  });

  test("a role goes to its first available holder in the administrator's order", () => {
    const rules = [rule(31, { target: { kind: 'role', role: 'supervisor' } })];
    expect(withUsers({}, rules)).toEqual([people.supervisor]);
    const gone = { outOfOffice: { ...away, coverUserId: people.ceo } };
    expect(withUsers({ [people.supervisor]: gone }, rules)).toEqual([people.clearedSupervisor]);
    expect(withUsers({ [people.supervisor]: gone, [people.clearedSupervisor]: { active: false } }, rules)).toEqual([
      people.ceo,
    ]);
  });

  test('out of office is over at its end', () => {
    const over = { ...away, untilAt: breachAt };
    expect(withUsers({ [people.manager]: { outOfOffice: over } })).toEqual([people.manager]);
  });

  test('a named user', () => {
    expect(withUsers({}, [rule(31, { target: { kind: 'user', userId: people.ceo } })])).toEqual([people.ceo]);
  });
});

describe('catching up and publication (SLA 11)', () => {
  test('of levels due together only the highest acts, with its true time; the others are recorded as overtaken', () => {
    const desk = deskWithTicket(centre({ rules: ladder }));
    desk.wakesAt(breachAt + 72 * HOUR);
    expect(escalations(desk)).toEqual([{ level: 3, to: people.ceo, at: breachAt + 24 * HOUR }]);
    expect(skips(desk)).toEqual([{ level: 1, why: 'overtaken' }]);
    const breached = desk.log.find(
      (event): event is EventOf<'breached'> => event.kind === 'breached' && event.body.target === 'resolution',
    );
    expect(breached).toMatchObject({
      occurredAt: breachAt,
      body: { dueAt: breachAt, noticedAt: breachAt + 72 * HOUR },
    });
  });

  test('a rule never acts for an instant before its publication', () => {
    const late = rule(31, { publishedAt: breachAt + 1 });
    const desk = deskWithTicket(centre({ rules: [late] }));
    desk.wakesAt(breachAt + 100 * HOUR);
    expect(escalations(desk)).toEqual([]);
  });

  test('imported history has its true times and tells nobody', () => {
    const desk = deskWithTicket(centre(), { historyUntil: breachAt + HOUR, batchId: uid(77) });
    desk.wakesAt(breachAt + HOUR);
    expect(desk.state.clocks.resolution).toMatchObject({ kind: 'breached', dueAt: breachAt });
    expect(escalations(desk)).toEqual([]);
    expect(desk.last?.notices).toEqual([]);
    expect(desk.last?.nextAt).toBeNull();
  });

  test('what a person did in the very instant of the deadline comes first', () => {
    const desk = deskWithTicket(centre());
    desk.at(breachAt).status('resolved');
    expect(desk.kinds().filter((kind) => kind === 'escalated')).toEqual([]);
    expect(desk.state.clocks.resolution.kind).toBe('met');
  });

  test('what fell due before a person acted is worked off first', () => {
    const desk = deskWithTicket(centre());
    desk.at(breachAt + HOUR).status('resolved');
    expect(escalations(desk)).toHaveLength(1);
    expect(desk.state).toMatchObject({
      status: 'resolved',
      clocks: { resolution: { kind: 'breached', endedAt: breachAt + HOUR } },
    });
  });
});

describe('acknowledge and step down (Escalation 6)', () => {
  test('acknowledging stops the next level until the set time', () => {
    const desk = deskWithTicket(centre({ rules: ladder }));
    desk.wakesAt(breachAt);
    desk.does({ kind: 'acknowledged', body: { untilAt: breachAt + 30 * HOUR } }, { actorId: people.manager });
    desk.wakesAt(breachAt + 29 * HOUR);
    expect(escalations(desk)).toHaveLength(1);
    expect(desk.last?.nextAt).toBe(breachAt + 30 * HOUR);
    desk.wakesAt(breachAt + 30 * HOUR);
    expect(escalations(desk).map(({ level }) => level)).toEqual([1, 3]);
  });

  test('acknowledging also stops a level that found nobody, until somebody holds it and the time is over', () => {
    const config = centre({
      rules: [rule(31), rule(32, { level: 2, trigger: ofBreach(1), target: { kind: 'role', role: 'px_admin' } })],
    });
    const desk = deskWithTicket(config);
    desk.wakesAt(breachAt).wakesAt(breachAt + HOUR);
    expect(skips(desk)).toEqual([{ level: 2, why: 'nobody' }]);
    desk.does({ kind: 'acknowledged', body: { untilAt: breachAt + 50 * HOUR } }, { actorId: people.manager });
    const ceo = config.user(people.ceo);
    if (ceo === undefined) throw new Error('no ceo');
    const grants = [...ceo.grants, { organizationId: desk.state.organizationId, role: 'px_admin' as const, order: 0 }];
    config.apply({ kind: 'user_saved', value: { ...ceo, grants } });
    desk.wakesAt(breachAt + 3 * HOUR);
    expect(escalations(desk)).toHaveLength(1);
    expect(desk.last?.nextAt).toBe(breachAt + 50 * HOUR);
    desk.wakesAt(breachAt + 50 * HOUR);
    expect(escalations(desk).map(({ to }) => to)).toEqual([people.manager, people.ceo]);
  });

  test('stepping down takes the level away, and a later level still acts', () => {
    const desk = deskWithTicket(centre({ rules: ladder }));
    desk.wakesAt(breachAt);
    desk.does({ kind: 'stepped_down', body: { reason: 'in hand' } }, { actorId: people.manager });
    expect(desk.state).toMatchObject({ status: 'in_progress', escalation: { level: 0 } });
    desk.wakesAt(breachAt + 24 * HOUR);
    expect(escalations(desk).map(({ level }) => level)).toEqual([1, 3]);
  });

  test('a lower level that came due while the ticket stood higher does not act when somebody steps it down', () => {
    const rules = [
      rule(33, { level: 3, trigger: ofBreach(0), target: toRole('ceo') }),
      rule(32, { level: 2, trigger: ofBreach(6), target: toRole('hospital_admin') }),
      rule(31, { level: 1, trigger: ofBreach(12) }),
    ];
    const desk = deskWithTicket(centre({ rules }));
    desk.awakeUntil(breachAt + 10 * HOUR);
    desk.does({ kind: 'stepped_down', body: { reason: 'in hand' } }, { actorId: people.ceo });
    expect(desk.state.escalation.level).toBe(0);
    expect(desk.last?.nextAt).toBe(breachAt + 12 * HOUR);
    desk.awakeUntil(breachAt + 20 * HOUR);
    expect(escalations(desk).map(({ level }) => level)).toEqual([3, 1]);
  });

  test('a higher level that an acknowledgement held back acts when that ends by a step-down', () => {
    const desk = deskWithTicket(centre({ rules: ladder }));
    desk.wakesAt(breachAt);
    desk.does({ kind: 'acknowledged', body: { untilAt: breachAt + 30 * HOUR } }, { actorId: people.manager });
    desk.awakeUntil(breachAt + 25 * HOUR);
    desk.does({ kind: 'stepped_down', body: { reason: 'x' } }, { actorId: people.manager });
    expect(escalations(desk).map(({ level }) => level)).toEqual([1, 3]);
  });
});

test('a duplicate does not escalate', () => {
  const desk = deskWithTicket(centre());
  desk.does({ kind: 'status_changed', body: { status: 'in_progress', reason: '', disposition: 'duplicate' } });
  desk.wakesAt(breachAt);
  expect(escalations(desk)).toEqual([]);
});

test('time in which a ticket was resolved is no time overdue', () => {
  const desk = deskWithTicket(centre({ rules: ladder }));
  desk.wakesAt(breachAt);
  desk.at(breachAt + 10 * HOUR).status('resolved');
  desk.at(breachAt + 50 * HOUR).status('in_progress');
  expect(escalations(desk)).toHaveLength(1);
  expect(desk.last?.nextAt).toBe(breachAt + 64 * HOUR);
  desk.wakesAt(breachAt + 64 * HOUR);
  expect(escalations(desk).map(({ level }) => level)).toEqual([1, 3]);
});
