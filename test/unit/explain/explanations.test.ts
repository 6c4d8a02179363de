import { describe, expect, test } from 'vitest';
import type { Organization, User } from '../../../src/main/domain/config/config.ts';
import { termsOf } from '../../../src/main/domain/explanation/explanation-terms.ts';
import { centre, centreUsers, city, deskWithTicket, HOUR, people, policy, T0 } from '../../support/centre.ts';
import { derivedOf } from '../../support/derived.ts';

const line: Readonly<Record<string, string>> = {
  [people.agent]: people.supervisor,
  [people.supervisor]: people.manager,
};
const quiet = policy(21, { targetSeconds: { response: null, next_response: null, resolution: null } });

function asked(parts: { explanation?: Organization['explanation']; users?: User[] } = {}) {
  const users = centreUsers.map((user) => ({ ...user, lineManagerId: line[user.id] ?? null }));
  const config = centre({ policies: [quiet], rules: [], users, ...parts });
  const desk = deskWithTicket(config);
  const organization = config.organization(city);
  if (organization === undefined) throw new Error('no city');
  const terms = termsOf(organization, config);
  const body = { ofUserId: people.agent, ofName: 'Thandi', question: 'Why so late?', terms };
  const requestId = desk.does({ kind: 'explanation_requested', body }, { actorId: people.clearedSupervisor });
  const only = (nowAt = desk.nowAt) => {
    const [found] = derivedOf(desk, config, nowAt).explanations;
    if (found === undefined) throw new Error('no explanation');
    return found;
  };
  return { config, desk, requestId, only };
}

describe('an explanation that is owed', () => {
  test('says when it is due, when it is reminded of and where it climbs next', () => {
    const { only, requestId } = asked();
    expect(only()).toMatchObject({
      requestId,
      ofUserId: people.agent,
      askedById: people.clearedSupervisor,
      status: 'owed',
      startAt: T0,
      grantedMs: 48 * HOUR,
      calendar: null,
      dueAt: T0 + 48 * HOUR,
      noDue: null,
      reminder: { at: T0 + 36 * HOUR, standing: { kind: 'will_come', outcome: 'sent', to: [people.agent] } },
      climbed: [],
      next: { kind: 'will', at: T0 + 48 * HOUR, outcome: 'sent', toUserId: people.supervisor, isDue: false },
    });
  });

  test('says how far it has climbed, and that nobody is above', () => {
    const { desk, only } = asked();
    desk.awakeUntil(T0 + 200 * HOUR);
    expect(only()).toMatchObject({
      level: 2,
      owedById: people.manager,
      climbed: [
        { level: 1, at: T0 + 48 * HOUR, toUserId: people.supervisor, outcome: 'sent' },
        { level: 2, at: T0 + 96 * HOUR, toUserId: people.manager, outcome: 'sent' },
        { level: 3, at: T0 + 144 * HOUR, toUserId: null, outcome: 'nobody' },
      ],
      next: { kind: 'will_not', why: 'top_of_line' },
    });
  });

  test('says what was missed while no desk looked', () => {
    const { desk, only } = asked();
    desk.wakesAt(T0 + 50 * HOUR);
    // The run that was missed is over: whoever owes it now has theirs anew.
    expect(only()).toMatchObject({
      level: 1,
      climbed: [{ level: 1, at: T0 + 48 * HOUR, noticedAt: T0 + 50 * HOUR }],
      reminder: { standing: { kind: 'will_come' } },
    });
    expect(only(T0 + 96 * HOUR).next).toMatchObject({ kind: 'will', isDue: true });
  });

  test.each([
    ['off', { escalate: false }, 60],
    ['highest_level', { maxLevels: 1 }, 60],
  ] as const)('climbs no further: %s', (why, explanation, hours) => {
    const { desk, only } = asked({ explanation });
    desk.awakeUntil(T0 + hours * HOUR);
    expect(only().next).toEqual({ kind: 'will_not', why });
  });

  test('has no reminder where the organization wants none', () => {
    const { only } = asked({ explanation: { reminderHoursBefore: null } });
    expect(only().reminder).toEqual({ at: null, standing: { kind: 'will_not', why: 'policy_has_none' } });
  });

  test('of somebody who has left reaches nobody by its reminder', () => {
    const { config, desk, only } = asked();
    const agent = config.user(people.agent);
    if (agent !== undefined) config.apply({ kind: 'user_saved', value: { ...agent, active: false } });
    desk.awakeUntil(T0 + 40 * HOUR);
    expect(only().reminder.standing).toMatchObject({
      kind: 'nobody',
      seats: [{ seat: 'owes', userId: people.agent, standing: 'inactive' }],
    });
  });
});

describe('an explanation has no due time', () => {
  test('once it is answered', () => {
    const { desk, requestId, only } = asked();
    desk.at(T0 + HOUR).does({ kind: 'explanation_answered', body: { requestId, text: 'x' } });
    expect(only()).toMatchObject({
      status: 'answered',
      dueAt: null,
      noDue: 'not_owed',
      reminder: { standing: { kind: 'will_not', why: 'answered_before' } },
      next: { kind: 'will_not', why: 'not_owed' },
    });
  });

  test('while the ticket is over', () => {
    const { desk, only } = asked();
    desk.at(T0 + HOUR).status('resolved');
    expect(only()).toMatchObject({ dueAt: null, noDue: 'ended', next: { kind: 'will_not', why: 'no_due_time' } });
  });

  test('after the ticket had been sensitive', () => {
    const { desk, only } = asked();
    desk.does({ kind: 'marked_sensitive', body: {} });
    desk.does({ kind: 'unmarked_sensitive', body: { reason: 'x' } });
    expect(only()).toMatchObject({ dueAt: null, noDue: 'no_terms', grantedMs: null });
  });
});
