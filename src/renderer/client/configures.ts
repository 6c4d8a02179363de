import type { SessionUser } from '../../preload/contract/people.ts';
import type { Role } from '../../preload/contract/values.ts';

/** Roles that publish or propose configuration: what to offer; each request is decided by itself. */
const configuring: Readonly<Record<Role, boolean>> = {
  agent: false,
  supervisor: false,
  department_manager: false,
  hospital_admin: true,
  px_admin: true,
  ceo: true,
  administrator: true,
  auditor: false,
};

export function configures(user: SessionUser): boolean {
  return user.roles.some(({ role }) => configuring[role]);
}
