import type { ConfigProblem } from '../../../../preload/contract/configuration.ts';
import type { Found, ProblemCode } from '../check/problem.ts';
import type { LeftOut } from './readable-part.ts';

/** Reasons that speak of what is not there, by the sorts of things of which one may have been left out. */
const restsOn: Partial<Readonly<Record<ProblemCode, readonly string[]>>> = {
  UNKNOWN_CATEGORY: ['categories'],
  CALENDAR_INACTIVE: ['calendars'],
  LAST_ADMINISTRATOR: ['users'],
  NO_SECOND_APPROVER: ['users'],
  COVER_INACTIVE: ['users'],
  TEAM_MANAGER_INACTIVE: ['users'],
  TEAM_MANAGER_WITHOUT_ROLE: ['users', 'roles'],
  TEAMS_WITHOUT_MANAGER: ['users', 'teams'],
  TARGET_INACTIVE: ['users'],
  TARGET_WITHOUT_ROLE: ['users', 'roles'],
  ROLE_WITHOUT_HOLDER: ['users', 'roles'],
  GRID_HOLES: ['policies'],
  TRIGGER_NEVER: ['policies'],
  LEVEL_ABOVE_HIGHEST: ['policies'],
  LEVEL_INACTIVE: ['rules'],
};

/** Whether a name that nothing has may be that of a thing which was left out for its form. */
export function mayBeLeftOut({ code, values = {} }: Found, leftOut: LeftOut): boolean {
  if (code === 'UNKNOWN_USER') return leftOut.mayName('users', String(values['user']));
  return code === 'UNKNOWN_CALENDAR' && leftOut.mayName('calendars', String(values['calendar']));
}

/**
 * Whether what a check says may be nothing but the consequence of what could not be read, so that it would send people after
 * a fault that is none.
 * @param named  what names could not be found, told already
 */
export function mayFollow(
  { code, values }: Pick<ConfigProblem, 'code' | 'values'>,
  leftOut: LeftOut,
  named: readonly Found[],
): boolean {
  if (code === 'UNKNOWN_USER' || code === 'UNKNOWN_CALENDAR') return true;
  // The zone of an organization that says none: that it is missing was told.
  if (code === 'UNKNOWN_TIME_ZONE' && values['zone'] === '') return true;
  const sorts = (restsOn as Readonly<Record<string, readonly string[] | undefined>>)[code] ?? [];
  const isUserMissing = named.some((one) => one.code === 'UNKNOWN_USER');
  return sorts.some((sort) => leftOut.has(sort) || (sort === 'users' && isUserMissing));
}
