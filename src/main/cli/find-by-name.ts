import type { Directory } from '../../preload/contract/people.ts';

const same = (a: string, b: string): boolean => a.toLowerCase() === b.trim().toLowerCase();

/** People write names, the core wants ids. Case does not matter. */
export function findOrganization(directory: Directory, name: string): Directory['organizations'][number] | undefined {
  return directory.organizations.find((organization) => same(organization.name, name));
}

export function findTeam(
  directory: Directory,
  organizationId: string,
  name: string,
): Directory['teams'][number] | undefined {
  return directory.teams.find((team) => team.organizationId === organizationId && same(team.name, name));
}

/** By display name, since user names are for signing in. */
export function findUser(
  directory: Directory,
  organizationId: string,
  name: string,
): Directory['users'][number] | undefined {
  return directory.users.find((user) => user.organizationIds.includes(organizationId) && same(user.displayName, name));
}
