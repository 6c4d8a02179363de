import type { Directory } from '../../preload/contract/people.ts';

const same = (a: string, b: string): boolean => a.toLowerCase() === b.trim().toLowerCase();

/** People write names, the core wants ids. Case does not matter. */
export function findOrganization(directory: Directory, name: string): Directory['organizations'][number] | undefined {
  return findNamed(directory.organizations, name);
}

export function findTeam(
  directory: Directory,
  organizationId: string,
  name: string,
): Directory['teams'][number] | undefined {
  return findNamed(
    directory.teams.filter((team) => team.organizationId === organizationId),
    name,
  );
}

export function findNamed<T extends { name: string }>(things: Iterable<T>, name: string): T | undefined {
  return [...things].find((thing) => same(thing.name, name));
}

/** By user name, as they sign in with it. */
export function findSignIn<T extends { userName: string }>(users: Iterable<T>, userName: string): T | undefined {
  return [...users].find((user) => same(user.userName, userName));
}

/** By display name, since user names are for signing in. */
export function findUser(
  directory: Directory,
  organizationId: string,
  name: string,
): Directory['users'][number] | undefined {
  return directory.users.find((user) => user.organizationIds.includes(organizationId) && same(user.displayName, name));
}
