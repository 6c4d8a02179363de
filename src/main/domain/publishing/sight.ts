import { mayIn, mayInStore } from '../access/access.ts';
import type { ConfigSnapshot } from '../config/config-snapshot.ts';
import type { User } from '../config/config.ts';

/** @param organizationId  null for what is the store's as a whole, users among it */
export function mayViewConfiguration(viewer: User, organizationId: string | null): boolean {
  if (organizationId === null) return mayInStore(viewer, 'view_configuration');
  return mayIn(viewer, 'view_configuration', organizationId);
}

/** Organizations whose configuration the viewer sees. */
export function organizationsConfiguredBy(viewer: User, config: ConfigSnapshot): ReadonlySet<string> {
  const ids = [...config.organizations()].map(({ id }) => id);
  return new Set(ids.filter((id) => mayViewConfiguration(viewer, id)));
}

/**
 * Users as the viewer of some organizations' configuration sees them: all who hold a role, lead or belong to a team there or
 * stand above or in for such a one, and of each only what concerns those organizations.
 */
export function usersSeen(viewer: User, seen: ReadonlySet<string>, config: ConfigSnapshot): User[] {
  const users = [...config.users()];
  if (mayViewConfiguration(viewer, null)) return users;
  const named = new Set(
    [...seen].flatMap((id) => config.teams(id)).flatMap(({ managerId, memberIds }) => [managerId, ...memberIds]),
  );
  const holders = users.filter(
    ({ id, grants }) => named.has(id) || grants.some((grant) => seen.has(grant.organizationId)),
  );
  const known = new Set(holders.map(({ id }) => id));
  for (const { lineManagerId, outOfOffice } of holders) {
    for (const id of [lineManagerId, outOfOffice?.coverUserId ?? null]) if (id !== null) known.add(id);
  }
  return users
    .filter(({ id }) => known.has(id))
    .map((user) => ({
      ...user,
      grants: user.grants.filter(({ organizationId }) => seen.has(organizationId)),
      clearedFor: user.clearedFor.filter((id) => seen.has(id)),
    }));
}
