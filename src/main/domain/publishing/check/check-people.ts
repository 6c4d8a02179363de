import type { ConfigSnapshot } from '../../config/config-snapshot.ts';
import type { Team, User } from '../../config/config.ts';
import { mayIn } from '../../access/access.ts';
import { checkName, checkUserNamed, type Namesakes } from './common.ts';
import type { Found } from './problem.ts';

export function checkUser(user: User, namesakes: Namesakes, config: ConfigSnapshot): Found[] {
  const { id, userName, displayName, lineManagerId, outOfOffice } = user;
  const thing = { kind: 'user' as const, id };
  const nameless: Found[] = displayName.trim() === '' ? [{ code: 'NAME_MISSING', thing, path: 'displayName' }] : [];
  return [
    ...checkName({ id, name: userName }, namesakes, thing, 'userName'),
    ...nameless,
    ...checkPlaces(user, config),
    ...checkUserNamed(lineManagerId, config, thing, 'lineManagerId'),
    ...checkLine(user, config),
    ...checkUserNamed(outOfOffice?.coverUserId ?? null, config, thing, 'outOfOffice.coverUserId'),
    ...checkAbsence(user, config),
  ];
}

function checkPlaces({ id, grants, clearedFor }: User, config: ConfigSnapshot): Found[] {
  const thing = { kind: 'user' as const, id };
  const isThere = (organizationId: string): boolean => config.organization(organizationId) !== undefined;
  const held = new Set<string>();
  const found: Found[] = [];
  grants.forEach(({ organizationId, role }, n) => {
    const path = `grants.${n}`;
    // An administrator is bound to no organization.
    if (role === 'administrator') found.push({ code: 'ROLE_NOT_HELD_THERE', thing, path, values: { role } });
    else if (!isThere(organizationId)) found.push({ code: 'UNKNOWN_ORGANIZATION', thing, path });
    else if (held.has(`${organizationId} ${role}`))
      found.push({ code: 'DUPLICATE_ROLE', thing, path, values: { role } });
    held.add(`${organizationId} ${role}`);
  });
  clearedFor.forEach((organizationId, n) => {
    if (!isThere(organizationId)) found.push({ code: 'UNKNOWN_ORGANIZATION', thing, path: `clearedFor.${n}` });
  });
  return found;
}

/** @returns users from the first one on, up to where it ends or comes back to one that was passed */
function chain(
  user: User,
  next: (user: User) => string | null,
  config: ConfigSnapshot,
): { passed: User[]; isLoop: boolean } {
  const passed: User[] = [];
  for (let current: User | undefined = user; current !== undefined;) {
    if (passed.includes(current)) return { passed, isLoop: current === user };
    passed.push(current);
    const id = next(current);
    current = id === null ? undefined : config.user(id);
  }
  return { passed, isLoop: false };
}

function namesOf(users: readonly User[]): string {
  return users.map(({ userName }) => userName).join(' → ');
}

/** A line of managers that comes back to where it began: an explanation would climb in a circle. */
function checkLine(user: User, config: ConfigSnapshot): Found[] {
  const { passed, isLoop } = chain(user, ({ lineManagerId }) => lineManagerId, config);
  if (!isLoop) return [];
  const thing = { kind: 'user' as const, id: user.id };
  const values = { line: namesOf([...passed, user]) };
  return [{ code: 'LINE_MANAGER_LOOP', thing, path: 'lineManagerId', values, about: passed.map(({ id }) => id) }];
}

function checkAbsence(user: User, config: ConfigSnapshot): Found[] {
  const { id, outOfOffice } = user;
  if (outOfOffice === null) return [];
  const thing = { kind: 'user' as const, id };
  if (outOfOffice.untilAt <= outOfOffice.fromAt)
    return [{ code: 'ABSENCE_INVERTED', thing, path: 'outOfOffice.untilAt' }];
  const path = 'outOfOffice.coverUserId';
  const { passed, isLoop } = chain(user, (one) => one.outOfOffice?.coverUserId ?? null, config);
  // Covers that point at each other leave nobody only while all of them are away at once.
  const away = passed.map((one) => one.outOfOffice ?? { fromAt: Infinity, untilAt: -Infinity });
  const fromAt = Math.max(...away.map((one) => one.fromAt));
  const untilAt = Math.min(...away.map((one) => one.untilAt));
  if (isLoop && fromAt < untilAt) {
    const values = { line: namesOf([...passed, user]) };
    return [{ code: 'COVER_LOOP', thing, path, values, about: passed.map((one) => one.id) }];
  }
  const [, cover] = passed;
  if (cover === undefined || cover.active) return [];
  return [{ code: 'COVER_INACTIVE', thing, path, values: { user: cover.userName }, about: [id, cover.id] }];
}

export function checkTeam(team: Team, namesakes: Namesakes, config: ConfigSnapshot): Found[] {
  const { id, organizationId, managerId, memberIds } = team;
  const thing = { kind: 'team' as const, id };
  const manager = managerId === null ? undefined : config.user(managerId);
  const found = [
    ...checkName(team, namesakes, thing),
    ...checkUserNamed(managerId, config, thing, 'managerId'),
    ...memberIds.flatMap((memberId, n) => checkUserNamed(memberId, config, thing, `memberIds.${n}`)),
  ];
  if (manager === undefined) return found;
  const values = { user: manager.userName, team: team.name };
  const about = [id, manager.id];
  if (!manager.active) found.push({ code: 'TEAM_MANAGER_INACTIVE', thing, path: 'managerId', values, about });
  else if (!mayIn(manager, 'view_ticket', organizationId))
    found.push({ code: 'TEAM_MANAGER_WITHOUT_ROLE', thing, path: 'managerId', values, about });
  return found;
}

/** Without one, nobody could configure anything again. */
export function checkAdministrators(config: ConfigSnapshot): Found[] {
  const isThere = [...config.users()].some(({ active, administrator }) => active && administrator);
  return isThere ? [] : [{ code: 'LAST_ADMINISTRATOR', thing: null, path: '' }];
}
