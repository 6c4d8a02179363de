import type { SessionUser } from '../../preload/contract/people.ts';
import type { Role } from '../../preload/contract/values.ts';

/** Roles that see how messages go: what to offer; each request is decided by itself. */
const seeing: Readonly<Record<Role, boolean>> = {
  agent: false,
  supervisor: true,
  department_manager: true,
  hospital_admin: true,
  px_admin: true,
  ceo: true,
  administrator: true,
  auditor: true,
};

export function seesOutbox(user: SessionUser): boolean {
  return user.roles.some(({ role }) => seeing[role]);
}
