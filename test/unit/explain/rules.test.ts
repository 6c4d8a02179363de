import { describe, expect, test } from 'vitest';
import type { RuleVersion } from '../../../src/main/domain/config/config.ts';
import {
  any,
  calendar,
  centre,
  centreUsers,
  city,
  cityTeam,
  Desk,
  deskWithTicket,
  hospital,
  HOUR,
  people,
  policy,
  rule,
  T0,
  uid,
  wardTeam,
  type CentreParts,
} from '../../support/centre.ts';
import { derivedOf, levelOf } from '../../support/derived.ts';

const day = policy(21, {
  targetSeconds: { response: 4 * 3600, next_response: null, resolution: 24 * 3600 },
  remindersBeforeSeconds: [12 * 3600],
});
const afterReminder = (n: number, level: number, hours: number, parts: Partial<RuleVersion> = {}) =>
  rule(n, { level, trigger: { kind: 'reminder', hours, elapsed: false }, ...parts });
const toRole = (role: 'hospital_admin' | 'ceo') => ({ kind: 'role', role }) as const;

function ticket(rules: RuleVersion[], parts: CentreParts = {}, fields: Parameters<typeof deskWithTicket>[1] = {}) {
  const config = centre({ policies: [day], ...parts, rules });
  return { config, desk: deskWithTicket(config, fields) };
}
/** Why the one rule will not act, `hours` after T0 at a desk that is awake. */
function whyNot(made: ReturnType<typeof ticket>, level = 1, hours = 0) {
  const standing = levelOf(derivedOf(made.desk.awakeUntil(T0 + hours * HOUR), made.config), level);
  return standing.kind === 'will_not' ? standing.reason : standing;
}

describe('a rule that acted', () => {
  test('says when, when it was noticed and to whom', () => {
    const { config, desk } = ticket([rule(31)]);
    desk.wakesAt(T0 + 25 * HOUR);
    const derived = derivedOf(desk, config);
    expect(levelOf(derived, 1)).toMatchObject({
      kind: 'fired',
      at: T0 + 24 * HOUR,
      noticedAt: T0 + 25 * HOUR,
      toUserId: people.manager,
      formerAssigneeId: people.agent,
    });
    expect(derived.escalation).toMatchObject({ level: 1, byHand: null });
  });

  test('still says so after the ticket was resolved', () => {
    const { config, desk } = ticket([rule(31)]);
    desk.awakeUntil(T0 + 25 * HOUR).status('resolved');
    expect(levelOf(derivedOf(desk, config), 1).kind).toBe('fired');
  });

  test('is the same rule when a new version of it is published', () => {
    const { config, desk } = ticket([rule(31)]);
    desk.awakeUntil(T0 + 25 * HOUR);
    config.apply({ kind: 'rule_published', value: { ...rule(31), id: uid(39), publishedAt: T0 + 26 * HOUR } });
    expect(levelOf(derivedOf(desk, config), 1).kind).toBe('fired');
  });
});

describe('a rule that came due and did not act', () => {
  test('was overtaken by a higher level in the same look', () => {
    const { config, desk } = ticket([
      rule(31),
      rule(32, { level: 2, trigger: { kind: 'resolution_breach', hours: 6, elapsed: false }, target: toRole('ceo') }),
    ]);
    desk.wakesAt(T0 + 40 * HOUR);
    expect(levelOf(derivedOf(desk, config), 1)).toMatchObject({ kind: 'overtaken', at: T0 + 24 * HOUR, byLevel: 2 });
  });

  test('of the level that another rule of it had reached in the same look: nothing overtook it, its level was reached', () => {
    const both = [rule(31, { level: 2 }), rule(32, { level: 2, target: toRole('ceo') })];
    const { config, desk } = ticket(both);
    const standings = () => derivedOf(desk, config).rules.map(({ standing }) => standing);
    expect(standings()[1]).toMatchObject({ kind: 'will_not', reason: { why: 'not_above_then', level: 2 } });
    desk.awakeUntil(T0 + 25 * HOUR);
    expect(standings()[0]?.kind).toBe('fired');
    expect(standings()[1]).toEqual({ kind: 'will_not', reason: { why: 'not_above', level: 2 } });
    expect(desk.kinds()).not.toContain('escalation_skipped');
  });

  test('waits for somebody to hold its target, and acts at the next look once somebody does', () => {
    const users = centreUsers.filter(({ id }) => id !== people.ceo);
    const { config, desk } = ticket([rule(31, { target: toRole('ceo') })], { users });
    desk.awakeUntil(T0 + 30 * HOUR);
    expect(levelOf(derivedOf(desk, config), 1)).toMatchObject({
      kind: 'waiting',
      heldUntil: null,
      vacancy: { why: 'nobody_has_role' },
    });
    const ceo = centreUsers.find(({ id }) => id === people.ceo);
    if (ceo !== undefined) config.apply({ kind: 'user_saved', value: ceo });
    expect(levelOf(derivedOf(desk, config), 1)).toMatchObject({
      kind: 'will',
      at: T0 + 30 * HOUR,
      outcome: 'fires',
      toUserId: people.ceo,
      isDue: true,
    });
  });

  test.each([
    ['no_team', { managerId: null }, { teamId: null }],
    ['no_manager', { managerId: null }, {}],
  ])('finds nobody: %s', (why, parts, fields) => {
    const { config, desk } = ticket([rule(31)], parts, fields);
    expect(levelOf(derivedOf(desk.awakeUntil(T0 + 30 * HOUR), config), 1)).toMatchObject({ vacancy: { why } });
  });

  test('finds nobody: the named user is inactive', () => {
    const users = centreUsers.map((user) => (user.id === people.ceo ? { ...user, active: false } : user));
    const { config, desk } = ticket([rule(31, { target: { kind: 'user', userId: people.ceo } })], { users });
    expect(levelOf(derivedOf(desk.awakeUntil(T0 + 30 * HOUR), config), 1)).toMatchObject({
      vacancy: { why: 'nobody_available', people: [{ userId: people.ceo, standing: 'inactive' }] },
    });
  });
});

describe('a rule that will act', () => {
  test('says at which instant, from what its hours count, and to whom', () => {
    const { config, desk } = ticket([rule(31, { trigger: { kind: 'response_breach', hours: 2, elapsed: true } })]);
    expect(levelOf(derivedOf(desk, config), 1)).toMatchObject({
      kind: 'will',
      at: T0 + 6 * HOUR,
      startAt: T0 + 4 * HOUR,
      outcome: 'fires',
      toUserId: people.manager,
      isDue: false,
    });
  });

  test('is held back by an acknowledgement', () => {
    const { config, desk } = ticket([
      rule(31),
      rule(32, { level: 2, trigger: { kind: 'resolution_breach', hours: 2, elapsed: false }, target: toRole('ceo') }),
    ]);
    desk.awakeUntil(T0 + 24 * HOUR);
    expect(derivedOf(desk, config).changes).toContainEqual({ code: 'acknowledge', level: 2, at: T0 + 26 * HOUR });
    desk.does({ kind: 'acknowledged', body: { untilAt: T0 + 40 * HOUR } }, { actorId: people.manager });
    expect(levelOf(derivedOf(desk, config), 2)).toMatchObject({
      kind: 'will',
      at: T0 + 40 * HOUR,
      heldUntil: T0 + 40 * HOUR,
    });
  });

  test('will be skipped because its target holds the ticket', () => {
    const { config, desk } = ticket([rule(31)], {}, { assigneeId: people.manager });
    expect(levelOf(derivedOf(desk, config), 1)).toMatchObject({
      kind: 'will',
      outcome: 'held',
      toUserId: people.manager,
    });
  });

  test('will find nobody, as things stand', () => {
    const { config, desk } = ticket([rule(31)], { managerId: null });
    expect(levelOf(derivedOf(desk, config), 1)).toMatchObject({
      kind: 'will',
      at: T0 + 24 * HOUR,
      outcome: 'nobody',
      vacancy: { why: 'no_manager' },
    });
  });

  test('after a reminder can be stopped by doing something before its instant', () => {
    const { config, desk } = ticket([afterReminder(31, 1, 6)]);
    const derived = derivedOf(desk, config);
    expect(levelOf(derived, 1)).toMatchObject({ kind: 'will', at: T0 + 18 * HOUR, startAt: T0 + 12 * HOUR });
    expect(derived.changes).toContainEqual({ code: 'act_before', level: 1, at: T0 + 18 * HOUR });
  });
});

describe('a rule will not act because', () => {
  test('it is inactive', () => {
    expect(whyNot(ticket([rule(31, { active: false })]))).toEqual({ why: 'inactive' });
  });

  test('a condition does not hold, and which', () => {
    expect(whyNot(ticket([rule(31, { conditions: { ...any, severity: 'critical' } })]))).toEqual({
      why: 'condition',
      fields: [{ field: 'severity', wants: 'critical', has: 'medium' }],
    });
  });

  test('the ticket has ended', () => {
    const made = ticket([rule(31)]);
    made.desk.status('resolved');
    expect(whyNot(made)).toEqual({ why: 'ended', status: 'resolved' });
  });

  test('the ticket is a duplicate', () => {
    const made = ticket([rule(31)]);
    made.desk.does({ kind: 'merged', body: { intoTicketId: uid(8), intoNumber: 'WK-A-000008' } });
    expect(whyNot(made)).toEqual({ why: 'duplicate' });
  });

  test("it lies past the policy's highest level", () => {
    const made = ticket([rule(31, { level: 3 })], { policies: [{ ...day, highestLevel: 2 }] });
    expect(whyNot(made, 3)).toEqual({ why: 'past_highest', highest: 2 });
  });

  test('its level is not above that of the ticket', () => {
    const made = ticket([rule(31), rule(32, { level: 2, trigger: { kind: 'creation' }, target: toRole('ceo') })]);
    expect(whyNot(made)).toEqual({ why: 'not_above', level: 2 });
  });

  test('by its instant the ticket will stand on a higher level', () => {
    const made = ticket([rule(31), afterReminder(32, 2, 6)]);
    expect(whyNot(made)).toEqual({ why: 'not_above_then', level: 2, at: T0 + 18 * HOUR });
  });

  test('it came due while the ticket stood higher, before somebody stepped it down', () => {
    const made = ticket([
      rule(33, { level: 3, target: toRole('ceo') }),
      rule(32, { level: 2, trigger: { kind: 'resolution_breach', hours: 6, elapsed: false } }),
    ]);
    made.desk.awakeUntil(T0 + 40 * HOUR).does({ kind: 'stepped_down', body: { reason: 'x' } });
    expect(levelOf(derivedOf(made.desk, made.config), 2)).toEqual({
      kind: 'will_not',
      reason: { why: 'stepped_down', level: 3, at: T0 + 40 * HOUR },
    });
  });

  test('its level has acted on the same clock before somebody stepped the ticket down', () => {
    const made = ticket([rule(31), rule(32, { trigger: { kind: 'resolution_breach', hours: 6, elapsed: false } })]);
    made.desk.awakeUntil(T0 + 25 * HOUR).does({ kind: 'stepped_down', body: { reason: 'x' } });
    const { rules } = derivedOf(made.desk, made.config);
    expect(rules.map(({ standing }) => standing)).toMatchObject([
      { kind: 'fired' },
      { kind: 'will_not', reason: { why: 'level_acted', at: T0 + 24 * HOUR } },
    ]);
  });

  test('it acts on creation, and this cycle began with a reopening', () => {
    const made = ticket([rule(31, { trigger: { kind: 'creation' }, conditions: { ...any, severity: 'high' } })], {
      policies: [{ ...day, reopening: 'new_cycle' }],
    });
    made.desk.at(T0 + HOUR).status('resolved');
    made.desk.at(T0 + 2 * HOUR).status('open');
    made.desk.does({ kind: 'ticket_updated', body: { patch: { severity: 'high' } } });
    expect(whyNot(made)).toEqual({ why: 'not_creation', cycleStartedAt: T0 + 2 * HOUR });
  });

  test('the target has no clock, and why', () => {
    const made = ticket([rule(31, { trigger: { kind: 'response_breach', hours: 0, elapsed: false } })], {
      policies: [{ ...day, targetSeconds: { ...day.targetSeconds, response: null } }],
    });
    expect(whyNot(made)).toEqual({ why: 'not_breached', target: 'response', clock: 'none', none: 'omitted' });
  });

  test('the clock stands still', () => {
    const made = ticket([rule(31)]);
    made.desk.at(T0 + HOUR).status('pending');
    expect(whyNot(made)).toEqual({ why: 'not_breached', target: 'resolution', clock: 'paused', none: null });
  });

  test('the target was met', () => {
    const made = ticket([rule(31, { trigger: { kind: 'response_breach', hours: 0, elapsed: false } })]);
    made.desk.at(T0 + HOUR).does({ kind: 'replied', body: { text: 'x' } });
    expect(whyNot(made)).toEqual({ why: 'not_breached', target: 'response', clock: 'met', none: null });
  });

  test('the policy asks for no reminder', () => {
    const made = ticket([afterReminder(31, 1, 6)], { policies: [{ ...day, remindersBeforeSeconds: [] }] });
    expect(whyNot(made)).toEqual({ why: 'no_reminder_sent', because: 'policy_has_none' });
  });

  test('no reminder went to anybody: there was nobody, or it was missed', () => {
    const nobody = ticket(
      [afterReminder(31, 1, 6, { target: toRole('ceo') })],
      { managerId: null },
      { assigneeId: null },
    );
    expect(whyNot(nobody, 1, 13)).toEqual({ why: 'no_reminder_sent', because: 'nobody' });
    const missed = ticket([afterReminder(31, 1, 6)]);
    missed.desk.wakesAt(T0 + 25 * HOUR);
    expect(whyNot(missed, 1, 25)).toEqual({ why: 'no_reminder_sent', because: 'missed' });
  });

  test('the clock of the reminder stands still', () => {
    const made = ticket([afterReminder(31, 1, 6)]);
    made.desk.at(T0 + HOUR).status('pending');
    expect(whyNot(made)).toEqual({ why: 'no_reminder_sent', because: 'stands_still' });
  });

  test('somebody did something since the reminder: who, when and what', () => {
    const made = ticket([afterReminder(31, 1, 6)]);
    made.desk.awakeUntil(T0 + 13 * HOUR).does({ kind: 'noted', body: { text: 'x' } }, { actorId: people.otherAgent });
    expect(whyNot(made, 1, 13)).toEqual({
      why: 'acted_on',
      reminderAt: T0 + 12 * HOUR,
      at: T0 + 13 * HOUR,
      actorId: people.otherAgent,
      action: 'noted',
    });
  });

  test('its instant lies before it was published', () => {
    const made = ticket([]);
    made.desk.awakeUntil(T0 + 25 * HOUR);
    made.config.apply({ kind: 'rule_published', value: rule(31, { publishedAt: T0 + 25 * HOUR }) });
    expect(whyNot(made, 1, 25)).toEqual({ why: 'published_later', at: T0 + 24 * HOUR, publishedAt: T0 + 25 * HOUR });
  });

  test('its instant lies in imported history', () => {
    const made = ticket([rule(31)], {}, { historyUntil: T0 + 30 * HOUR });
    expect(whyNot(made, 1, 31)).toEqual({ why: 'imported_history', at: T0 + 24 * HOUR, historyUntil: T0 + 30 * HOUR });
  });

  test('this desk has not received the calendar that its hours are counted in', () => {
    const inHours = policy(22, { match: { ...any, severity: 'critical' }, calendarId: uid(551) });
    const hourLater = rule(31, { trigger: { kind: 'resolution_breach', hours: 1, elapsed: false } });
    const parts = { policies: [day, inHours], rules: [hourLater] };
    const there = deskWithTicket(centre({ ...parts, calendars: [calendar(51)] })).awakeUntil(T0 + 24 * HOUR);
    there.does({ kind: 'ticket_updated', body: { patch: { severity: 'critical' } } });
    const config = centre(parts);
    const here = new Desk(config);
    here.log = [...there.log];
    expect(whyNot({ config, desk: here.wakesAt(T0 + 24 * HOUR) }, 1, 24)).toEqual({ why: 'calendar_not_received' });
  });

  test.each([
    ['a level that is none', { level: 0.5 }],
    ['hours that are none', { trigger: { kind: 'resolution_breach', hours: Number.NaN, elapsed: false } as const }],
  ])('it has %s', (_what, parts) => {
    const made = ticket([rule(31, parts)]);
    const [only] = derivedOf(made.desk, made.config).rules;
    expect(only?.standing).toEqual({ kind: 'will_not', reason: { why: 'unusable' } });
  });
});

describe('escalated by hand', () => {
  test('says by whom, and rules below that level say that they are not above it', () => {
    const made = ticket([rule(31)]);
    const id = uid(60);
    made.desk.at(T0 + HOUR);
    const body = {
      clockId: made.desk.state.cycle.id,
      level: 1,
      ruleVersionId: null,
      trigger: 'by_hand' as const,
      targetUserId: people.ceo,
      formerAssigneeId: people.agent,
      reason: 'angry',
      noticedAt: T0 + HOUR,
    };
    made.desk.log = [
      ...made.desk.log,
      {
        id,
        ticketId: made.desk.ticketId,
        occurredAt: T0 + HOUR,
        actorId: people.agent,
        at: (T0 + HOUR) * 1024,
        deskId: uid(900),
        v: 1,
        kind: 'escalated',
        body,
      },
    ];
    made.desk.wakesAt(T0 + HOUR);
    const derived = derivedOf(made.desk, made.config);
    expect(derived.escalation.byHand).toEqual({ actorId: people.agent, toUserId: people.ceo, reason: 'angry' });
    expect(whyNot(made, 1, 1)).toEqual({ why: 'not_above', level: 1 });
  });
});

describe('what the merged history no longer yields', () => {
  test('is told apart: another desk had set the ticket to pending before it', () => {
    const config = centre({ policies: [day], rules: [rule(31)] });
    const cutOff = deskWithTicket(config);
    const other = deskWithTicket(config);
    other.log = [...cutOff.log];
    other.at(T0 + 20 * HOUR).status('pending');
    cutOff.awakeUntil(T0 + 24 * HOUR);
    const known = new Set(cutOff.log.map(({ id }) => id));
    cutOff.log = [...cutOff.log, ...other.log.filter(({ id }) => !known.has(id))];
    cutOff.wakesAt(T0 + 25 * HOUR);
    const derived = derivedOf(cutOff, config);
    expect(derived.withoutEffect.map(({ kind, target, level }) => [kind, target, level])).toEqual([
      ['breached', 'resolution', null],
      ['escalated', null, 1],
    ]);
    expect(levelOf(derived, 1)).toMatchObject({ kind: 'will_not', reason: { why: 'not_breached', clock: 'paused' } });
  });
});

test('rules of the organization that the ticket was moved to are told, and no others', () => {
  const made = ticket([rule(31), rule(41, { organizationId: hospital, level: 2 })]);
  made.desk
    .at(T0 + HOUR)
    .does({ kind: 'moved', body: { organizationId: hospital, teamId: wardTeam, assigneeId: null } });
  expect(derivedOf(made.desk, made.config).rules.map(({ level }) => level)).toEqual([2]);
  expect([city, cityTeam]).not.toContain(made.desk.state.organizationId);
});
