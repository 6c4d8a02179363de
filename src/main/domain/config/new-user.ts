import type { Role } from '../../../preload/contract/values.ts';
import type { Config, ConfigEntity, RoleGrant, Team, User } from './config.ts';

export type NewUser = Pick<User, 'id' | 'userName' | 'displayName' | 'language'> & {
  /** Without `administrator`, which is bound to no organization. */
  grants: readonly { organizationId: string; role: Exclude<Role, 'administrator'> }[];
  administrator: boolean;
  team: Team | null;
};

/**
 * What is saved for a new user, the team among it. No clearance: that takes a second approver (product.md, Who may do what).
 * @returns entities for one save
 */
export function newUserEntities({ grants, team, ...person }: NewUser, config: Config): ConfigEntity[] {
  const user: User = {
    ...person,
    active: true,
    grants: grants.map(({ organizationId, role }) => ({
      organizationId,
      role,
      order: lastOrder(config, organizationId, role) + 1,
    })),
    clearedFor: [],
    lineManagerId: null,
    outOfOffice: null,
  };
  const saved: ConfigEntity = { kind: 'user_saved', value: user };
  if (team === null) return [saved];
  return [saved, { kind: 'team_saved', value: { ...team, memberIds: [...team.memberIds, user.id] } }];
}

/** A new holder comes last: nobody's escalations change hands because somebody joined. */
function lastOrder(config: Config, organizationId: string, role: RoleGrant['role']): number {
  const held = [...config.users()].flatMap(({ grants }) => grants);
  const orders = held.filter((grant) => grant.organizationId === organizationId && grant.role === role);
  return Math.max(-1, ...orders.map(({ order }) => order));
}
