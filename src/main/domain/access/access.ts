import type { Role } from '../../../preload/contract/values.ts';
import type { Config, User } from '../config/config.ts';
import { accessTable, type Operation, type Reach } from './operations.ts';

/** What an operation is asked for: a ticket, or what a new one would be. */
export type Subject = {
  organizationId: string;
  teamId: string | null;
  assigneeId: string | null;
  sensitive: boolean;
};

type Reaches = (user: User, subject: Subject, config: Config) => boolean;

function isOwnTeam(user: User, subject: Subject, config: Config): boolean {
  if (subject.teamId === null) return true;
  const team = config.team(subject.teamId);
  return team !== undefined && (team.managerId === user.id || team.memberIds.includes(user.id));
}

const reaches: Readonly<Record<Reach, Reaches>> = {
  none: () => false,
  own_tickets: (user, subject) => subject.assigneeId === user.id,
  free_tickets: (user, subject) => subject.assigneeId === null || subject.assigneeId === user.id,
  own_teams: (user, subject, config) => subject.assigneeId === user.id || isOwnTeam(user, subject, config),
  organization: () => true,
  store: () => true,
};

/** Roles that a user holds in an organization; administrators hold theirs everywhere. */
export function rolesIn(user: User, organizationId: string): readonly Role[] {
  const held = user.grants.filter((grant) => grant.organizationId === organizationId).map(({ role }) => role);
  return user.administrator ? [...held, 'administrator'] : held;
}

export function isClearedFor(user: User, organizationId: string): boolean {
  return user.clearedFor.includes(organizationId);
}

/**
 * The one decision on access; every way in calls it: window, command line, search, export, notification.
 * @returns whether the user, active and by any role in the subject's organization, may do this; a sensitive ticket
 * needs clearance besides, whatever the role. Rule: product.md, Who may do what and SLA 10.
 */
export function may(user: User, operation: Operation, subject: Subject, config: Config): boolean {
  if (!user.active) return false;
  if (subject.sensitive && !isClearedFor(user, subject.organizationId)) return false;
  // Without a list of roles: it is asked for every hearer of everything that happens.
  const reachesIt = (role: Role): boolean => reaches[accessTable[role][operation]](user, subject, config);
  for (const { organizationId, role } of user.grants) {
    if (organizationId === subject.organizationId && reachesIt(role)) return true;
  }
  return user.administrator && reachesIt('administrator');
}

/** @returns whether the user may do this in the organization at all, before any ticket is named */
export function mayIn(user: User, operation: Operation, organizationId: string): boolean {
  return user.active && rolesIn(user, organizationId).some((role) => accessTable[role][operation] !== 'none');
}

/** @returns whether the user may do this to the store as a whole: only administrators reach that far */
export function mayInStore(user: User, operation: Operation): boolean {
  return user.active && user.administrator && accessTable.administrator[operation] === 'store';
}

/** What a list, count or search is filtered by: sight by organization, and within it clearance for sensitive tickets. */
export function scopeOf(user: User): { organizationIds: readonly string[]; clearedFor: readonly string[] } {
  const ids = new Set(user.grants.map(({ organizationId }) => organizationId));
  const organizationIds = [...ids].filter((id) => mayIn(user, 'view_ticket', id)).sort();
  return { organizationIds, clearedFor: organizationIds.filter((id) => isClearedFor(user, id)) };
}
