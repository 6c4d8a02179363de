import { describe, expect, test } from 'vitest';
import type { RuleTarget, User } from '../../../src/main/domain/config/config.ts';
import { holdersToday } from '../../../src/main/domain/escalation/holder-today.ts';
import { centre, centreUsers, cityTeam, HOUR, people, rule, T0 } from '../../support/centre.ts';

const away = (coverUserId: string | null): Partial<User> => ({
  outOfOffice: { fromAt: T0 - HOUR, untilAt: T0 + HOUR, coverUserId },
});
const inCentre = (changes: Readonly<Record<string, Partial<User>>> = {}) =>
  centre({ users: centreUsers.map((user) => ({ ...user, ...changes[user.id] })) });

function today(target: RuleTarget, changes: Readonly<Record<string, Partial<User>>> = {}, nowAt = T0) {
  return holdersToday(rule(31, { target }), nowAt, inCentre(changes));
}

describe('whom a rule names today', () => {
  test('is the first holder of the role in the administrator’s order', () => {
    expect(today({ kind: 'role', role: 'supervisor' })).toEqual([
      { teamId: null, userId: people.supervisor, standsInForId: null, vacancy: null },
    ]);
  });

  test('is the next one while the first is away, and the first again afterwards', () => {
    const changes = { [people.supervisor]: away(people.agent) };
    const [holder] = today({ kind: 'role', role: 'supervisor' }, changes);
    expect(holder).toMatchObject({ userId: people.clearedSupervisor, standsInForId: null });
    expect(today({ kind: 'role', role: 'supervisor' }, changes, T0 + HOUR)[0]?.userId).toBe(people.supervisor);
  });

  test('is the cover where every holder is away, and for whom they stand in is told', () => {
    const [holder] = today({ kind: 'role', role: 'ceo' }, { [people.ceo]: away(people.hospitalAdmin) });
    expect(holder).toEqual({ teamId: null, userId: people.hospitalAdmin, standsInForId: people.ceo, vacancy: null });
  });

  test('is nobody where nobody holds the role, or covers point at each other', () => {
    expect(today({ kind: 'role', role: 'px_admin' })[0]).toMatchObject({
      userId: null,
      vacancy: { why: 'nobody_has_role', people: [] },
    });
    const circle = { [people.ceo]: away(people.manager), [people.manager]: away(people.ceo) };
    expect(today({ kind: 'user', userId: people.ceo }, circle)[0]).toMatchObject({
      userId: null,
      vacancy: {
        why: 'nobody_available',
        people: [{ userId: people.ceo, standing: 'away', coverUserId: people.manager }],
      },
    });
  });

  test('is told team by team for the manager of the ticket’s team', () => {
    expect(today({ kind: 'team_manager' })).toEqual([
      { teamId: cityTeam, userId: people.manager, standsInForId: null, vacancy: null },
    ]);
    expect(today({ kind: 'team_manager' }, { [people.manager]: { active: false } })[0]).toMatchObject({
      teamId: cityTeam,
      userId: null,
      vacancy: { people: [{ standing: 'inactive' }] },
    });
  });
});
