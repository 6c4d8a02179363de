import { describe, expect, test } from 'vitest';
import { previewRules } from '../../../src/main/domain/escalation/preview-rules.ts';
import type { ConfigSnapshot } from '../../../src/main/domain/config/config-snapshot.ts';
import type { RuleVersion } from '../../../src/main/domain/config/config.ts';
import {
  any,
  centre,
  climbed,
  deskWithComplaint,
  deskWithTicket,
  HOUR,
  people,
  rule,
  seedBMatrix,
  seedBPolicy,
  T0,
  uid,
  type Desk,
} from '../../support/centre.ts';

const inForce = centre({ policies: [seedBPolicy(21, 48, [24, 6])], rules: [...seedBMatrix] });

function withRules(config: ConfigSnapshot, ...rules: RuleVersion[]): ConfigSnapshot {
  return config.with(rules.map((value) => ({ kind: 'rule_published' as const, value })));
}

function preview(desk: Desk, config: ConfigSnapshot) {
  const found = previewRules(desk.log, config, desk.nowAt);
  if (found === null || found.kind === 'excluded') throw new Error('nothing to preview');
  return found;
}

/** `[level, what comes, hours since T0, to whom]` */
function standings(desk: Desk, config: ConfigSnapshot) {
  return preview(desk, config).rules.map(({ level, standing }) => {
    if (standing.kind === 'will')
      return [level, standing.outcome, (standing.at - T0) / HOUR, standing.toUserId ?? standing.byLevel];
    return [level, standing.kind === 'will_not' ? standing.reason.why : standing.kind];
  });
}

describe('the preview of escalation rules on a ticket', () => {
  test('tells when each level would act and on whom, and why the others would not', () => {
    const desk = deskWithComplaint(inForce);
    expect(standings(desk, inForce)).toEqual([
      [1, 'not_above_then'],
      [2, 'fires', 36, people.hospitalAdmin],
      [3, 'fires', 72, people.ceo],
    ]);
  });

  test('is what then comes, when nobody does anything', () => {
    const desk = deskWithComplaint(inForce);
    const foretold = preview(desk, inForce).rules.flatMap(({ level, standing }) =>
      standing.kind === 'will' && standing.outcome === 'fires'
        ? [[level, (standing.at - T0) / HOUR, standing.toUserId]]
        : [],
    );
    expect(foretold).toEqual(climbed(desk.awakeUntil(T0 + 500 * HOUR)));
  });

  test('tells the reminders and breaches that hours count from, in their order', () => {
    const desk = deskWithComplaint(inForce);
    expect(preview(desk, inForce).moments).toEqual([
      { kind: 'reminder', at: T0 + 24 * HOUR, isSent: true },
      { kind: 'reminder', at: T0 + 42 * HOUR, isSent: true },
      { kind: 'breach', at: T0 + 48 * HOUR, target: 'resolution' },
    ]);
  });

  test('is of the draft: other hours, and a level that is new', () => {
    const desk = deskWithComplaint(inForce);
    const [first = rule(1)] = seedBMatrix;
    const changed = { ...first, id: 'draft', trigger: { kind: 'creation' as const }, publishedAt: T0 };
    const fourth = rule(90, {
      organizationId: first.organizationId,
      level: 4,
      trigger: { kind: 'resolution_breach', hours: 30, elapsed: false },
      target: { kind: 'user', userId: people.clearedSupervisor },
      publishedAt: T0,
    });
    // The policy ends at level 3.
    expect(standings(desk, withRules(inForce, changed, fourth))).toEqual([
      [1, 'fires', 0, people.manager],
      [2, 'fires', 36, people.hospitalAdmin],
      [3, 'fires', 72, people.ceo],
      [4, 'past_highest'],
    ]);
  });

  test('a rule that is published too late for this ticket does not act on it', () => {
    const config = centre();
    const desk = deskWithTicket(config);
    desk.wakesAt(T0 + 30 * HOUR);
    const late = rule(95, {
      level: 2,
      trigger: { kind: 'resolution_breach', hours: 2, elapsed: false },
      target: { kind: 'role', role: 'ceo' },
      publishedAt: desk.nowAt,
    });
    expect(standings(desk, withRules(config, late))).toEqual([
      [1, 'fired'],
      [2, 'published_later'],
    ]);
  });

  test('an empty role and a condition that does not hold are told', () => {
    const config = centre({
      rules: [
        rule(31, { target: { kind: 'role', role: 'px_admin' } }),
        rule(32, { level: 2, conditions: { ...any, severity: 'critical' } }),
      ],
    });
    const desk = deskWithTicket(config);
    const { rules } = preview(desk, config);
    expect(rules[0]?.standing).toMatchObject({ kind: 'will', outcome: 'nobody', vacancy: { why: 'nobody_has_role' } });
    expect(rules[1]?.standing).toMatchObject({ reason: { why: 'condition', fields: [{ field: 'severity' }] } });
  });

  test('writes nothing: the ticket stands as it stood', () => {
    const desk = deskWithComplaint(inForce);
    const before = structuredClone(desk.log);
    preview(desk, inForce);
    expect(desk.log).toEqual(before);
  });

  test('of a sensitive ticket is that it is excluded and nothing else', () => {
    const desk = deskWithTicket(centre(), { sensitive: true, assigneeId: null });
    expect(previewRules(desk.log, centre(), desk.nowAt)).toEqual({
      kind: 'excluded',
      ticketId: uid(7),
      number: 'WK-A-000001',
    });
  });
});
