import type { ConfigEntity, Organization, Team, User } from '../config/config.ts';
import type { Mapping } from './mapping.ts';

/** What an import needs of the directory, and what has to be written so that it is there. */
export type DirectoryPlan = {
  organization: Organization;
  organizationMade: boolean;
  categoriesAdded: string[];
  teamsMade: Team[];
  /** By name as the file writes it. */
  teamIds: ReadonlyMap<string, string>;
  entities: ConfigEntity[];
};

type Known = { organizations: readonly Organization[]; teams: readonly Team[]; actor: User };

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/**
 * The organization that the mapping names, made if missing, with the categories and teams of the file.
 * Who imports leads the teams that are made, and works as agent and supervisor in an organization that is made: else
 * nobody could see its tickets, nor assign one, until somebody had been named.
 * @param seen  names of categories and teams in the file
 * @param newId  a fresh id per call
 */
export function planDirectory(
  mapping: Mapping,
  seen: { categories: readonly string[]; teams: readonly string[] },
  known: Known,
  newId: () => string,
): DirectoryPlan {
  const { name, profile, timezone } = mapping.organization;
  const there = known.organizations.find((organization) => sameName(organization.name, name));
  const base: Organization = there ?? { id: newId(), name, profile, timezone, categories: [] };
  const categoriesAdded = seen.categories.filter((category) => !base.categories.includes(category));
  const organization = { ...base, categories: [...base.categories, ...categoriesAdded] };

  const teamIds = new Map<string, string>();
  const teamsMade: Team[] = [];
  for (const team of seen.teams) {
    const found = [...known.teams, ...teamsMade].find(
      (one) => one.organizationId === organization.id && sameName(one.name, team),
    );
    const id = found?.id ?? newId();
    teamIds.set(team, id);
    if (found !== undefined) continue;
    teamsMade.push({
      id,
      organizationId: organization.id,
      name: team,
      managerId: known.actor.id,
      memberIds: [known.actor.id],
    });
  }

  const entities: ConfigEntity[] = [];
  if (there === undefined || categoriesAdded.length > 0)
    entities.push({ kind: 'organization_saved', value: organization });
  if (there === undefined) entities.push({ kind: 'user_saved', value: withGrants(known.actor, organization.id) });
  for (const team of teamsMade) entities.push({ kind: 'team_saved', value: team });
  return { organization, organizationMade: there === undefined, categoriesAdded, teamsMade, teamIds, entities };
}

function withGrants(user: User, organizationId: string): User {
  const roles = (['agent', 'supervisor'] as const).map((role) => ({ organizationId, role, order: 0 }));
  return { ...user, grants: [...user.grants, ...roles] };
}
