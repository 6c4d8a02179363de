import { describe, expect, test } from 'vitest';
import { may, mayInStore, scopeOf } from '../../../src/main/domain/access/access.ts';
import { accessTable, operations, type Operation } from '../../../src/main/domain/access/operations.ts';
import { roles, type Role } from '../../../src/preload/contract/values.ts';
import { centre, centreUsers, city, cityTeam, hospital, people, uid, user } from '../../support/centre.ts';

const config = centre();

/** The tickets that tell one reach from another. */
const subjects = {
  own: { teamId: uid(999), assigneeId: people.agent },
  free: { teamId: uid(999), assigneeId: null },
  ownTeam: { teamId: cityTeam, assigneeId: people.otherAgent },
  othersTeam: { teamId: uid(999), assigneeId: people.otherAgent },
} as const;
type SubjectName = keyof typeof subjects;

const all: readonly SubjectName[] = ['own', 'free', 'ownTeam', 'othersTeam'];
const ownTeams: readonly SubjectName[] = ['own', 'ownTeam'];
const own: readonly SubjectName[] = ['own'];
const none: readonly SubjectName[] = [];

/** product.md, "Who may do what", written out once more: every cell of role × operation, and on which tickets. */
const agentCells: Readonly<Record<Operation, readonly SubjectName[]>> = {
  view_ticket: all,
  create_ticket: all,
  work_ticket: all,
  take_ticket: ['own', 'free'],
  assign_ticket: own,
  escalate_by_hand: all,
  acknowledge: own,
  step_down: own,
  ask_explanation: own,
  mark_sensitive: all,
  unmark_sensitive: all,
  import_tickets: none,
  view_configuration: none,
  propose_configuration: none,
  configure: none,
  manage_users: none,
  manage_channels: none,
  view_outbox: none,
  set_out_of_office: none,
  read_audit: none,
  erase: none,
};
const supervisorCells = {
  ...agentCells,
  take_ticket: ownTeams,
  assign_ticket: ownTeams,
  step_down: ownTeams,
  ask_explanation: ownTeams,
  view_outbox: all,
  set_out_of_office: ownTeams,
  read_audit: ownTeams,
};
const headCells = {
  ...agentCells,
  take_ticket: all,
  assign_ticket: all,
  step_down: all,
  ask_explanation: all,
  view_outbox: all,
  view_configuration: all,
  propose_configuration: all,
  read_audit: all,
};
const noCells = Object.fromEntries(operations.map((operation) => [operation, none])) as typeof agentCells;
const expected: Readonly<Record<Role, Readonly<Record<Operation, readonly SubjectName[]>>>> = {
  agent: agentCells,
  supervisor: supervisorCells,
  department_manager: supervisorCells,
  hospital_admin: headCells,
  px_admin: headCells,
  ceo: headCells,
  administrator: {
    ...noCells,
    import_tickets: all,
    view_configuration: all,
    configure: all,
    manage_users: all,
    manage_channels: all,
    view_outbox: all,
    set_out_of_office: all,
    read_audit: all,
    erase: all,
  },
  auditor: { ...noCells, view_ticket: all, mark_sensitive: all, view_outbox: all, read_audit: all },
};

/** Somebody who holds one role and is the person whom the subjects speak of. */
function holder(role: Role, clearedFor: string[] = []) {
  const grants = role === 'administrator' ? [] : [{ organizationId: city, role, order: 0 }];
  return user(people.agent, { grants, administrator: role === 'administrator', clearedFor });
}

describe.each(roles)('%s', (role) => {
  test.each(operations)('may %s exactly where the table says', (operation) => {
    const allowed = all.filter((name) =>
      may(holder(role), operation, { organizationId: city, sensitive: false, ...subjects[name] }, config),
    );
    expect(allowed).toEqual(expected[role][operation]);
  });

  test.each(operations)('may %s on a sensitive ticket only with clearance', (operation) => {
    const sensitive = { organizationId: city, sensitive: true };
    const reached = (clearedFor: string[]) =>
      all.filter((name) => may(holder(role, clearedFor), operation, { ...sensitive, ...subjects[name] }, config));
    expect(reached([])).toEqual([]);
    expect(reached([hospital])).toEqual([]);
    expect(reached([city])).toEqual(expected[role][operation]);
  });
});

test('nobody reaches into an organization in which they hold no role', () => {
  const agent = user(people.agent, { grants: [{ organizationId: city, role: 'ceo', order: 0 }] });
  const subject = { organizationId: hospital, teamId: null, assigneeId: agent.id, sensitive: false };
  expect(operations.filter((operation) => may(agent, operation, subject, config))).toEqual([]);
});

test('somebody who has left may do nothing', () => {
  const gone = { ...holder('ceo'), active: false };
  const subject = { organizationId: city, teamId: null, assigneeId: null, sensitive: false };
  expect(operations.filter((operation) => may(gone, operation, subject, config))).toEqual([]);
});

test('lists and counts are filtered by organization and clearance', () => {
  const [, , , , , , administrator] = centreUsers;
  expect(administrator && scopeOf(administrator)).toEqual({ organizationIds: [], clearedFor: [] });
  const cleared = user(people.agent, {
    grants: [{ organizationId: city, role: 'agent', order: 0 }],
    clearedFor: [city, hospital],
  });
  expect(scopeOf(cleared)).toEqual({ organizationIds: [city], clearedFor: [city] });
});

test('only an administrator acts on the store as a whole', () => {
  expect(mayInStore(holder('administrator'), 'configure')).toBe(true);
  expect(mayInStore(holder('ceo'), 'configure')).toBe(false);
  expect(mayInStore({ ...holder('administrator'), active: false }, 'configure')).toBe(false);
});

test('the table names every role and operation', () => {
  expect(Object.keys(accessTable).sort()).toEqual([...roles].sort());
  for (const role of roles) expect(Object.keys(accessTable[role]).sort()).toEqual([...operations].sort());
});
