import type { Role } from '../../../preload/contract/values.ts';
import type { User } from '../config/config.ts';

/** Whose line manager is the first holder of which role, where nobody else was named. */
const answersTo: Readonly<Partial<Record<Role, Role>>> = {
  agent: 'supervisor',
  supervisor: 'department_manager',
  department_manager: 'hospital_admin',
  hospital_admin: 'ceo',
  px_admin: 'ceo',
  auditor: 'ceo',
};

function roleOf(user: User): Role | undefined {
  return user.grants[0]?.role;
}

/**
 * The people of one organization of the sample with a line of managers up to its chief executive: what an overdue
 * explanation climbs.
 * @param people  of each role the first in the administrator's order comes first
 */
export function withLines(people: readonly User[]): User[] {
  return people.map((user) => {
    const role = roleOf(user);
    const above = role === undefined ? undefined : answersTo[role];
    const manager = above === undefined ? undefined : people.find((other) => roleOf(other) === above);
    return { ...user, lineManagerId: user.lineManagerId ?? manager?.id ?? null };
  });
}
