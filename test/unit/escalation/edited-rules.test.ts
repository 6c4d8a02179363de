import { describe, expect, test } from 'vitest';
import type { ConfigSnapshot } from '../../../src/main/domain/config/config-snapshot.ts';
import type { RuleVersion } from '../../../src/main/domain/config/config.ts';
import {
  any,
  centre,
  city,
  climbed,
  deskWithTicket,
  HOUR,
  people,
  policy,
  rule,
  T0,
  uid,
  type Desk,
} from '../../support/centre.ts';
import { derivedOf, levelOf } from '../../support/derived.ts';

const toRole = (role: 'px_admin' | 'ceo') => ({ kind: 'role', role }) as const;
const after = (hours: number) => ({ kind: 'resolution_breach', hours, elapsed: false }) as const;
/** Level 1 at the deadline, 24 h, to a role that nobody holds. */
const vacant = rule(31, { target: toRole('px_admin') });

function edit(config: ConfigSnapshot, atHour: number, parts: Partial<RuleVersion>, id = 39): void {
  config.apply({
    kind: 'rule_published',
    value: { ...vacant, ...parts, id: uid(id), publishedAt: T0 + atHour * HOUR },
  });
}
function makeHolder(config: ConfigSnapshot): void {
  const ceo = config.user(people.ceo);
  if (ceo === undefined) throw new Error('no ceo');
  const grants = [...ceo.grants, { organizationId: city, role: 'px_admin' as const, order: 0 }];
  config.apply({ kind: 'user_saved', value: { ...ceo, grants } });
}
function foundNobody(rules: RuleVersion[] = [vacant]): { config: ConfigSnapshot; desk: Desk } {
  const config = centre({ rules });
  const desk = deskWithTicket(config).awakeUntil(T0 + 25 * HOUR);
  return { config, desk };
}

describe('a level that found nobody, and whose rule is edited (Escalation 3)', () => {
  test('acts when the edit names somebody who is there, at the edit, once', () => {
    const { config, desk } = foundNobody();
    edit(config, 25, { target: toRole('ceo') });
    expect(levelOf(derivedOf(desk, config), 1)).toMatchObject({
      kind: 'will',
      at: T0 + 25 * HOUR,
      outcome: 'fires',
      toUserId: people.ceo,
    });
    desk.wakesAt(T0 + 25 * HOUR).awakeUntil(T0 + 60 * HOUR);
    expect(climbed(desk)).toEqual([[1, 25, people.ceo]]);
  });

  test('waits on under the new version, and acts when somebody holds its target', () => {
    const { config, desk } = foundNobody();
    expect(desk.last?.awaitingTarget).toBe(true);
    edit(config, 25, {});
    desk.wakesAt(T0 + 26 * HOUR);
    expect(desk.last?.awaitingTarget).toBe(true);
    expect(levelOf(derivedOf(desk, config), 1)).toMatchObject({
      kind: 'waiting',
      at: T0 + 24 * HOUR,
      vacancy: { why: 'nobody_has_role' },
    });
    makeHolder(config);
    desk.wakesAt(T0 + 27 * HOUR).awakeUntil(T0 + 60 * HOUR);
    expect(climbed(desk)).toEqual([[1, 27, people.ceo]]);
    expect(desk.kinds().filter((kind) => kind === 'escalation_skipped')).toHaveLength(1);
  });

  test('by hours that are over later acts when they are over', () => {
    const { config, desk } = foundNobody();
    edit(config, 25, { target: toRole('ceo'), trigger: after(12) });
    desk.wakesAt(T0 + 25 * HOUR);
    expect(desk.last).toMatchObject({ nextAt: T0 + 36 * HOUR, awaitingTarget: true });
    expect(climbed(desk.awakeUntil(T0 + 60 * HOUR))).toEqual([[1, 36, people.ceo]]);
  });

  test('that has acted does not act again, whatever is edited after', () => {
    const { config, desk } = foundNobody();
    edit(config, 25, { target: toRole('ceo') });
    desk.wakesAt(T0 + 25 * HOUR);
    edit(config, 30, { target: toRole('ceo'), level: 2 }, 40);
    expect(climbed(desk.wakesAt(T0 + 60 * HOUR))).toEqual([[1, 25, people.ceo]]);
  });

  test('stays answered by a step-down that came after it', () => {
    const { config, desk } = foundNobody([vacant, rule(32, { level: 2, trigger: after(6), target: toRole('ceo') })]);
    desk.awakeUntil(T0 + 31 * HOUR).does({ kind: 'stepped_down', body: { reason: 'x' } }, { actorId: people.ceo });
    edit(config, 32, { target: toRole('ceo') });
    expect(climbed(desk.wakesAt(T0 + 33 * HOUR))).toEqual([[2, 30, people.ceo]]);
    expect(levelOf(derivedOf(desk, config), 1)).toMatchObject({ kind: 'will_not', reason: { why: 'stepped_down' } });
  });
});

describe('a level that an acknowledgement holds back, and whose rule is edited (SLA 11)', () => {
  test('is one that the new version came too late for', () => {
    const ladder = [rule(31), rule(32, { level: 2, trigger: after(2), target: toRole('ceo') })];
    const config = centre({ rules: ladder });
    const desk = deskWithTicket(config).awakeUntil(T0 + 25 * HOUR);
    desk.does({ kind: 'acknowledged', body: { untilAt: T0 + 30 * HOUR } }, { actorId: people.manager });
    const edited = rule(32, { level: 2, trigger: after(3), target: toRole('ceo') });
    config.apply({ kind: 'rule_published', value: { ...edited, id: uid(39), publishedAt: T0 + 28 * HOUR } });
    desk.wakesAt(T0 + 28 * HOUR).awakeUntil(T0 + 60 * HOUR);
    expect(climbed(desk)).toEqual([[1, 24, people.manager]]);
    expect(levelOf(derivedOf(desk, config), 2)).toEqual({
      kind: 'will_not',
      reason: { why: 'published_later', at: T0 + 27 * HOUR, publishedAt: T0 + 28 * HOUR },
    });
  });

  test('acts when its hours are over after the edit', () => {
    const ladder = [rule(31), rule(32, { level: 2, trigger: after(2), target: toRole('ceo') })];
    const config = centre({ rules: ladder });
    const desk = deskWithTicket(config).awakeUntil(T0 + 25 * HOUR);
    desk.does({ kind: 'acknowledged', body: { untilAt: T0 + 30 * HOUR } }, { actorId: people.manager });
    const edited = rule(32, { level: 2, trigger: after(5), target: toRole('ceo') });
    config.apply({ kind: 'rule_published', value: { ...edited, id: uid(39), publishedAt: T0 + 28 * HOUR } });
    expect(climbed(desk.wakesAt(T0 + 28 * HOUR).awakeUntil(T0 + 60 * HOUR))[1]).toEqual([2, 30, people.ceo]);
  });
});

describe('what a change puts into the past happens at the change (SLA 5 and 6)', () => {
  const critical = { ...any, severity: 'critical' } as const;
  const onCreation = rule(31, { trigger: { kind: 'creation' } });
  const onCritical = { ...onCreation, conditions: critical };
  const toCritical = { kind: 'ticket_updated', body: { patch: { severity: 'critical' } } } as const;

  test('a rule on creation acts when its condition comes to hold', () => {
    const desk = deskWithTicket(centre({ rules: [onCritical] })).wakesAt(T0 + 5 * HOUR);
    desk.does(toCritical);
    expect(climbed(desk)).toEqual([[1, 5, people.manager]]);
  });

  test('a rule on creation acts at the reopening of a ticket that ended as it was created', () => {
    const desk = deskWithTicket(centre({ rules: [rule(31, { trigger: { kind: 'creation' }, conditions: critical })] }));
    desk.status('resolved');
    desk.does(toCritical);
    expect(climbed(desk.at(T0 + 48 * HOUR))).toEqual([]);
    desk.status('open');
    expect(climbed(desk)).toEqual([[1, 48, people.manager]]);
  });

  test('a condition that came to hold while the ticket had ended counts from its reopening', () => {
    const desk = deskWithTicket(centre({ rules: [{ ...rule(31), conditions: critical }] })).awakeUntil(T0 + 25 * HOUR);
    desk.status('resolved');
    desk.at(T0 + 30 * HOUR).does(toCritical);
    desk.at(T0 + 48 * HOUR).status('open');
    expect(climbed(desk)).toEqual([[1, 48, people.manager]]);
  });

  test('a change of what a rule does not name moves nothing', () => {
    const desk = deskWithTicket(centre({ rules: [{ ...rule(31), conditions: critical }] }), { severity: 'critical' });
    desk.at(T0 + 10 * HOUR).does({ kind: 'ticket_updated', body: { patch: { priority: 'high' } } });
    desk.awakeUntil(T0 + 24 * HOUR);
    expect(climbed(desk)).toEqual([[1, 24, people.manager]]);
  });

  test('a level that a new policy lets the ticket climb to acts when the policy is matched', () => {
    const policies = [policy(21, { highestLevel: 1 }), policy(22, { match: critical, highestLevel: 3 })];
    const rules = [rule(31), rule(32, { level: 2, trigger: after(0), target: toRole('ceo') })];
    const desk = deskWithTicket(centre({ policies, rules })).awakeUntil(T0 + 30 * HOUR);
    desk.does(toCritical);
    expect(climbed(desk)).toEqual([
      [1, 24, people.manager],
      [2, 30, people.ceo],
    ]);
  });
});
