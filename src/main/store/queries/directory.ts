import { success } from '../../../preload/contract/result.ts';
import { mayIn, scopeOf } from '../../domain/access/access.ts';
import type { User } from '../../domain/config/config.ts';
import type { Query, ReadContext } from './read-context.ts';

/** Those whose tickets the viewer sees; an administrator, who configures them, all. */
export function organizationsSeenBy(viewer: User, { config }: ReadContext): ReadonlySet<string> {
  if (viewer.administrator) return new Set([...config.organizations()].map(({ id }) => id));
  return new Set(scopeOf(viewer).organizationIds);
}

/** Names for ids, and what intake offers. */
export const directory: Query<'directory'> = (_input, context) => {
  const { viewer, config } = context;
  if (viewer === null) return success({ organizations: [], teams: [], users: [] });
  const seen = organizationsSeenBy(viewer, context);
  const organizations = [...config.organizations()].filter(({ id }) => seen.has(id));
  const inSeen = (ids: readonly string[]): string[] => [...new Set(ids)].filter((id) => seen.has(id));
  return success({
    organizations: organizations.map(({ id, name, profile, timezone, categories }) => ({
      id,
      name,
      profile,
      timezone,
      categories: [...categories],
      canCreate: mayIn(viewer, 'create_ticket', id),
      canWork: mayIn(viewer, 'work_ticket', id),
    })),
    teams: organizations
      .flatMap(({ id }) => config.teams(id))
      .map((team) => ({ ...team, memberIds: [...team.memberIds] })),
    users: [...config.users()]
      .map(({ id, displayName, active, grants, clearedFor }) => ({
        id,
        displayName,
        active,
        organizationIds: inSeen(grants.map(({ organizationId }) => organizationId)),
        clearedFor: inSeen(clearedFor),
      }))
      .filter((user) => user.organizationIds.length > 0 || user.id === viewer.id),
  });
};
