import type { escalationRoles } from '../../../../preload/contract/config-values.ts';
import type { Rule } from './levels.ts';

/** As `ui/value-lists.ts`: the contract itself would bring its schemas into the window. */
function keysOf<K extends string>(table: Record<K, 0>): readonly K[] {
  // The table's type allows no other keys.
  return Object.keys(table) as K[];
}

const kinds: Record<Rule['target']['kind'], 0> = { team_manager: 0, role: 0, user: 0 };
const roles: Record<(typeof escalationRoles)[number], 0> = {
  supervisor: 0,
  department_manager: 0,
  hospital_admin: 0,
  px_admin: 0,
  ceo: 0,
};

export const targetKinds = keysOf(kinds);
export const targetRoles = keysOf(roles);
