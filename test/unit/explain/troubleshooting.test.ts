import { describe, expect, test } from 'vitest';
import type { PolicyVersion } from '../../../src/main/domain/config/config.ts';
import {
  any,
  centre,
  centreUsers,
  deskWithComplaint,
  HOUR,
  people,
  policy,
  rule,
  seedBMatrix,
  seedBPolicy,
  T0,
  type CentreParts,
} from '../../support/centre.ts';
import { derivedOf, levelOf, reckoningOf, reminderOf } from '../../support/derived.ts';
import { hospital } from '../../support/centre.ts';

/*
 * Seed B's section "Troubleshooting": its questions, and each cause that it lists, answered by what `explain` says.
 * Its issue 3, mails that were sent and never came, is the outbox's to answer.
 */

/** Seed B's example 1: 48 h, reminders 24 and 6 h before. */
const configured = seedBPolicy(21, 48, [24, 6]);
const rules = [...seedBMatrix];

function complaint(parts: CentreParts, ticket: Parameters<typeof deskWithComplaint>[1] = {}) {
  const config = centre({ policies: [configured], rules, ...parts });
  return { config, desk: deskWithComplaint(config, ticket) };
}

describe('Issue 1: the due date passed, and no reminder was sent because', () => {
  test('no desk was running: what fell due meanwhile was noticed two days late, and by then the deadline had passed', () => {
    const { config, desk } = complaint({});
    desk.wakesAt(T0 + 96 * HOUR);
    const derived = derivedOf(desk, config);
    expect(reminderOf(derived, 1)).toMatchObject({
      at: T0 + 24 * HOUR,
      standing: { kind: 'missed', noticedAt: T0 + 96 * HOUR, behind: { kind: 'breach', at: T0 + 48 * HOUR } },
    });
    expect(reminderOf(derived, 2).standing).toMatchObject({ kind: 'missed', noticedAt: T0 + 96 * HOUR });
  });

  test('no desk is running now: it is due, nobody has looked since, and letting a desk run is what changes it', () => {
    const { config, desk } = complaint({});
    const derived = derivedOf(desk, config, T0 + 30 * HOUR);
    expect(reminderOf(derived, 1)).toMatchObject({
      at: T0 + 24 * HOUR,
      standing: { kind: 'will_come', isDue: true, outcome: 'sent', to: [people.agent] },
    });
    expect(derived.changes[0]).toEqual({ code: 'let_a_desk_run', sinceAt: T0 + 24 * HOUR });
  });

  test('no policy was created that asks for one: the only one of the organization has no reminders', () => {
    const { config, desk } = complaint({ policies: [seedBPolicy(21, 48, [])] });
    const derived = derivedOf(desk.awakeUntil(T0 + 60 * HOUR), config);
    expect(reminderOf(derived, null)).toMatchObject({
      at: null,
      standing: { kind: 'will_not', why: 'policy_has_none' },
    });
    expect(derived.policy.counts?.name).toBe('policy 21');
  });

  test('the policy that asks for one is inactive, and the one that counts does not', () => {
    const inactive = { ...configured, active: false };
    const { config, desk } = complaint({ policies: [inactive, seedBPolicy(22, 48, [])] });
    const derived = derivedOf(desk.awakeUntil(T0 + 60 * HOUR), config);
    expect(reminderOf(derived, null).standing).toEqual({ kind: 'will_not', why: 'policy_has_none' });
    expect(derived.policy.others).toMatchObject([
      { policy: { name: 'policy 21', active: false }, lost: { why: 'inactive' } },
    ]);
  });

  test('there was no recipient: no assignee, and no manager of the department', () => {
    const { config, desk } = complaint({ managerId: null }, { assigneeId: null });
    const derived = derivedOf(desk.awakeUntil(T0 + 30 * HOUR), config);
    expect(reminderOf(derived, 1).standing).toMatchObject({
      kind: 'nobody',
      seats: [
        { seat: 'assignee', userId: null, standing: 'empty' },
        { seat: 'team_manager', userId: null, standing: 'empty' },
      ],
    });
    expect(derived.changes).toContainEqual({ code: 'name_recipient' });
  });

  test('there was no recipient: the assignee has left, and the ticket has no department', () => {
    const users = centreUsers.map((user) => (user.id === people.agent ? { ...user, active: false } : user));
    const { config, desk } = complaint({ users }, { teamId: null });
    const derived = derivedOf(desk.awakeUntil(T0 + 30 * HOUR), config);
    expect(reminderOf(derived, 1).standing).toMatchObject({
      kind: 'nobody',
      seats: [
        { seat: 'assignee', userId: people.agent, standing: 'inactive' },
        { seat: 'team_manager', userId: null, standing: 'no_team' },
      ],
    });
  });
});

describe('Issue 2: overdue, and not escalated because', () => {
  test('no escalation rules are configured', () => {
    const { config, desk } = complaint({ rules: [] });
    const derived = derivedOf(desk.awakeUntil(T0 + 60 * HOUR), config);
    expect(derived.rules).toEqual([]);
    expect(derived.targets.find(({ target }) => target === 'resolution')?.clock.kind).toBe('breached');
  });

  test('the rules that are configured are inactive', () => {
    const { config, desk } = complaint({ rules: rules.map((each) => ({ ...each, active: false })) });
    const derived = derivedOf(desk.awakeUntil(T0 + 60 * HOUR), config);
    expect(derived.rules.map(({ standing }) => standing)).toEqual(
      rules.map(() => ({ kind: 'will_not', reason: { why: 'inactive' } })),
    );
  });

  test('the target was not found: nobody has the role, and naming somebody changes it', () => {
    const users = centreUsers.filter(({ id }) => id !== people.manager);
    const { config, desk } = complaint({ users, managerId: null, rules: rules.slice(0, 1) });
    const derived = derivedOf(desk.awakeUntil(T0 + 60 * HOUR), config);
    expect(levelOf(derived, 1)).toMatchObject({
      kind: 'waiting',
      at: T0 + 48 * HOUR,
      vacancy: { why: 'nobody_has_role', people: [] },
    });
    expect(derived.changes).toContainEqual({
      code: 'name_holder',
      level: 1,
      target: { kind: 'role', role: 'department_manager' },
    });
  });

  test('the target was not found: whoever has the role is away and named no cover', () => {
    const outOfOffice = { fromAt: T0, untilAt: T0 + 90 * HOUR, coverUserId: null };
    const users = centreUsers.map((user) => (user.id === people.manager ? { ...user, outOfOffice } : user));
    const { config, desk } = complaint({ users, rules: rules.slice(0, 1) });
    expect(levelOf(derivedOf(desk.awakeUntil(T0 + 60 * HOUR), config), 1)).toMatchObject({
      kind: 'waiting',
      vacancy: {
        why: 'nobody_available',
        people: [{ userId: people.manager, standing: 'away', awayUntil: T0 + 90 * HOUR, coverUserId: null }],
      },
    });
  });

  test('it stands at the highest level already', () => {
    const { config, desk } = complaint({ policies: [{ ...configured, highestLevel: 2 }] });
    const derived = derivedOf(desk.awakeUntil(T0 + 90 * HOUR), config);
    expect(derived.escalation.level).toBe(2);
    expect(levelOf(derived, 3)).toEqual({ kind: 'will_not', reason: { why: 'past_highest', highest: 2 } });
    expect(levelOf(derived, 1)).toEqual({ kind: 'will_not', reason: { why: 'not_above', level: 2 } });
  });

  test('its target holds it already', () => {
    const { config, desk } = complaint({ rules: rules.slice(0, 1) }, { assigneeId: people.manager });
    expect(levelOf(derivedOf(desk.awakeUntil(T0 + 60 * HOUR), config), 1)).toMatchObject({
      kind: 'held',
      at: T0 + 48 * HOUR,
      userId: people.manager,
    });
  });
});

describe('Issue 4, “wrong due date?”: it differs because', () => {
  const names = (parts: Partial<PolicyVersion['match']>) => ({ ...any, ...parts });
  const forHigh = { ...seedBPolicy(22, 24, [12]), match: names({ severity: 'high', priority: 'high' }) };

  test('no policy is there for this hospital, severity and priority: the default of the system counts, 48 h for medium', () => {
    const { config, desk } = complaint({ policies: [forHigh] });
    const derived = derivedOf(desk, config);
    expect(derived.policy).toMatchObject({
      why: 'none_fits',
      counts: { builtIn: true, name: 'hospital default medium' },
      others: [
        {
          policy: { name: 'policy 22' },
          lost: {
            why: 'condition',
            fields: [
              { field: 'severity', wants: 'high', has: 'medium' },
              { field: 'priority', wants: 'high', has: 'medium' },
            ],
          },
        },
      ],
    });
    expect(reckoningOf(derived, 'resolution')).toMatchObject({ grantedMs: 48 * HOUR, dueAt: T0 + 48 * HOUR });
  });

  test('it is right: the configured hours count from creation, and the pauses that moved it are named and add up', () => {
    const { config, desk } = complaint({});
    desk.at(T0 + 10 * HOUR).status('pending');
    desk.at(T0 + 16 * HOUR).status('in_progress');
    const derived = derivedOf(desk, config);
    expect(derived.policy).toMatchObject({ counts: { versionId: configured.id, builtIn: false }, others: [] });
    expect(reckoningOf(derived, 'resolution')).toMatchObject({
      startAt: T0,
      startedBy: 'creation',
      grantedMs: 48 * HOUR,
      pausedOpenMs: 6 * HOUR,
      elapsedMs: 54 * HOUR,
      dueAt: T0 + 54 * HOUR,
      stretches: [
        { kind: 'open', untilAt: T0 + 10 * HOUR },
        { kind: 'pause', status: 'pending', ms: 6 * HOUR },
        { kind: 'open', untilAt: T0 + 54 * HOUR, ms: 38 * HOUR },
      ],
    });
  });

  test('the organization has no policy at all, and the default of the system counts', () => {
    const { config, desk } = complaint({ policies: [] });
    expect(derivedOf(desk, config).policy).toMatchObject({ why: 'no_policies', counts: { builtIn: true } });
  });

  test('the policy that it should have is inactive', () => {
    const { config, desk } = complaint({ policies: [{ ...configured, active: false }] });
    expect(derivedOf(desk, config).policy).toMatchObject({
      why: 'none_active',
      counts: { builtIn: true },
      others: [{ policy: { name: 'policy 21' }, lost: { why: 'inactive' } }],
    });
  });

  test('the policy was changed after the ticket came: the version of then counts, and re-applying would change it', () => {
    const { config, desk } = complaint({});
    const newer = policy(29, { ...seedBPolicy(29, 12, [6]), policyId: configured.policyId, publishedAt: T0 + HOUR });
    config.apply({ kind: 'policy_published', value: newer });
    const derived = derivedOf(desk.at(T0 + 2 * HOUR), config);
    expect(derived.policy).toMatchObject({
      counts: { versionId: configured.id },
      others: [{ policy: { versionId: newer.id }, lost: { why: 'newer_version' } }],
      today: {
        policy: { versionId: newer.id },
        deadlines: { resolution: { before: T0 + 48 * HOUR, after: T0 + 12 * HOUR } },
        breachesNow: [],
      },
    });
    expect(derived.changes).toContainEqual({ code: 'reapply', policy: newer.name, dueAt: T0 + 12 * HOUR });
  });
});

test('a rule of another organization is not among them', () => {
  const { config, desk } = complaint({ rules: [rule(31), ...rules] });
  expect(derivedOf(desk, config).rules.map(({ ruleVersionId }) => ruleVersionId)).toEqual(rules.map(({ id }) => id));
  expect(desk.state.organizationId).toBe(hospital);
});
