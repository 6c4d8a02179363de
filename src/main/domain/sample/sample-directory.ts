import type { Role } from '../../../preload/contract/values.ts';
import type { ConfigEntity, Organization, RoleGrant, Team, User } from '../config/config.ts';
import { CONTROL_ROOM, sampleOrganizations, type SampleOrganization } from './sample-centre.ts';
import { withLines } from './sample-lines.ts';
import { familyNames, givenNames } from './sample-words.ts';
import type { Dice } from './seeded.ts';

/** One organization of the sample with the people that its tickets need. */
export type SampleDesk = {
  source: SampleOrganization;
  organization: Organization;
  teams: readonly Team[];
  /** Who works tickets, by team. */
  agentsOf: ReadonlyMap<string, readonly string[]>;
  /** Who may hold a sensitive ticket. */
  clearedAgents: readonly string[];
};

export type SampleDirectory = { desks: readonly SampleDesk[]; entities: readonly ConfigEntity[] };

/** Who holds which role, the lowest `order` first; agents come besides, by team. */
const staff: readonly { role: Role; count: number; cleared: boolean }[] = [
  { role: 'supervisor', count: 2, cleared: true },
  { role: 'department_manager', count: 2, cleared: false },
  { role: 'hospital_admin', count: 1, cleared: true },
  { role: 'px_admin', count: 1, cleared: true },
  { role: 'ceo', count: 1, cleared: false },
  { role: 'auditor', count: 1, cleared: false },
];
const AGENTS_PER_TEAM = 3;

/**
 * Two organizations with teams, managers and users of every role.
 * Whoever makes the sample leads the control room of both, as agent and supervisor, and is cleared for the hospital alone:
 * so both sides of clearance can be seen. The room's agents answer to a supervisor: whoever makes the sample and asks one of
 * them for an explanation sees it climb past themselves.
 * @param maker  the store's first administrator as saved
 */
export function sampleDirectory(maker: User, dice: Dice, newId: () => string): SampleDirectory {
  const taken = new Set<string>();
  const people: User[] = [];
  const desks: SampleDesk[] = [];
  const makerGrants: RoleGrant[] = [];
  const makerCleared: string[] = [];

  const person = (
    organizationId: string,
    role: Role,
    order: number,
    cleared: boolean,
    lineManagerId: string | null,
  ): User => {
    const displayName = freshName(dice, taken);
    const user: User = {
      id: newId(),
      userName: displayName.toLowerCase().replaceAll(' ', '.'),
      displayName,
      language: 'en',
      active: true,
      administrator: false,
      grants: [{ organizationId, role, order }],
      clearedFor: cleared ? [organizationId] : [],
      lineManagerId,
      outOfOffice: null,
    };
    people.push(user);
    return user;
  };

  for (const source of sampleOrganizations) {
    const organization: Organization = {
      id: newId(),
      name: source.name,
      profile: source.profile,
      timezone: source.timezone,
      categories: source.categories.map(({ name }) => name),
    };
    const before = people.length;
    for (const { role, count, cleared } of staff) {
      for (let order = 0; order < count; order += 1) person(organization.id, role, order, cleared, null);
    }
    const teams: Team[] = [];
    const agentsOf = new Map<string, readonly string[]>();
    const clearedAgents: string[] = [];
    for (const name of source.teams) {
      const isControlRoom = name === CONTROL_ROOM;
      const managerId = isControlRoom ? maker.id : person(organization.id, 'department_manager', 2, false, null).id;
      const agents = Array.from({ length: AGENTS_PER_TEAM }, (_, order) =>
        person(organization.id, 'agent', order, order === 0, isControlRoom ? null : managerId),
      );
      clearedAgents.push(...agents.filter(({ clearedFor }) => clearedFor.length > 0).map(({ id }) => id));
      const memberIds = agents.map(({ id }) => id);
      const team = {
        id: newId(),
        organizationId: organization.id,
        name,
        managerId,
        memberIds: [managerId, ...memberIds],
      };
      teams.push(team);
      agentsOf.set(team.id, memberIds);
    }
    people.push(...withLines(people.splice(before)));
    for (const role of ['agent', 'supervisor'] as const)
      makerGrants.push({ organizationId: organization.id, role, order: 9 });
    if (source.key === 'hospital') makerCleared.push(organization.id);
    desks.push({ source, organization, teams, agentsOf, clearedAgents });
  }

  const grownMaker = {
    ...maker,
    grants: [...maker.grants, ...makerGrants],
    clearedFor: [...maker.clearedFor, ...makerCleared],
  };
  return {
    desks,
    entities: [
      ...desks.map(({ organization }) => ({ kind: 'organization_saved' as const, value: organization })),
      ...[grownMaker, ...people].map((value) => ({ kind: 'user_saved' as const, value })),
      ...desks.flatMap(({ teams }) => teams).map((value) => ({ kind: 'team_saved' as const, value })),
    ],
  };
}

function freshName(dice: Dice, taken: Set<string>): string {
  for (;;) {
    const name = `${dice.pick(givenNames)} ${dice.pick(familyNames)}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}
