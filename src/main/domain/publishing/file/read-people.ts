import { instant, type Instant } from '../../../../preload/contract/values.ts';
import type { RoleGrant, Team, User } from '../../config/config.ts';
import { folded } from '../check/common.ts';
import { canonical } from '../draft.ts';
import type { ConfigFile, FileOrganization, FileUser } from './file-form.ts';
import type { Reading } from './reading.ts';

type FileTeam = NonNullable<FileOrganization['teams']>[number];

export function readTeams(teams: readonly FileTeam[], organizationId: string, base: string, reading: Reading): Team[] {
  reading.tellTwins(
    teams.map(({ name }) => name),
    (n) => `${base}.${n}.name`,
  );
  return teams.map(({ name, manager, members }, n) => {
    const path = `${base}.${n}`;
    const there = reading.config.teams(organizationId).find((team) => folded(team.name) === folded(name));
    const id = there?.id ?? reading.newId();
    reading.place(id, path, { managerId: 'manager', memberIds: 'members' });
    return {
      id,
      organizationId,
      name,
      managerId: reading.userId(manager, `${path}.manager`),
      memberIds: members.flatMap((member, m) => reading.userId(member, `${path}.members.${m}`) ?? []),
    };
  });
}

type Held = { organizationId: string; role: RoleGrant['role']; order: number; path: string };

/** Who holds which role by the file; `listed`: the roles that it says anything of. */
export class Holders {
  readonly #listed = new Set<string>();
  readonly #byUser = new Map<string, Held[]>();
  readonly #reading: Reading;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  /** The list is the order of the administrator. Numbers stay as they are where the order does. */
  add(organizationId: string, role: RoleGrant['role'], userNames: readonly string[], base: string): void {
    this.#listed.add(`${organizationId} ${role}`);
    const named = userNames.map((userName, n) => ({
      path: `${base}.${n}`,
      id: this.#reading.userId(userName, `${base}.${n}`),
    }));
    const before = this.#reading.config.holders(organizationId, role);
    const isSame = before.length === named.length && before.every(({ id }, n) => id === named[n]?.id);
    named.forEach(({ path, id }, n) => {
      if (id === null) return;
      const held = this.#byUser.get(id) ?? [];
      if (held.some((one) => one.organizationId === organizationId && one.role === role))
        this.#reading.found.push({ code: 'DUPLICATE_ROLE', thing: null, path, values: { role } });
      const there = before[n]?.grants.find((one) => one.organizationId === organizationId && one.role === role);
      this.#byUser.set(id, [...held, { organizationId, role, order: isSame ? (there?.order ?? n) : n, path }]);
    });
  }

  /** @returns what the user holds afterwards, and where in the file each of it stands */
  grantsOf(user: User | undefined, userId: string): { grants: RoleGrant[]; paths: Record<string, string> } {
    const given = this.#byUser.get(userId) ?? [];
    const before = user?.grants ?? [];
    const isIt = (a: RoleGrant, b: RoleGrant): boolean => a.organizationId === b.organizationId && a.role === b.role;
    const kept = before.flatMap((grant): RoleGrant[] => {
      if (!this.#listed.has(`${grant.organizationId} ${grant.role}`)) return [grant];
      const now = given.find((one) => isIt(one, grant));
      return now === undefined ? [] : [{ ...grant, order: now.order }];
    });
    const added = given.filter((one) => !before.some((grant) => isIt(one, grant)));
    const grants = [...kept, ...added.map(({ path: _path, ...grant }) => grant)];
    const paths = grants.flatMap((grant, n) => {
      const path = given.find((one) => isIt(one, grant))?.path;
      return path === undefined ? [] : [[`grants.${n}`, `/${path}`]];
    });
    return { grants, paths: Object.fromEntries(paths) as Record<string, string> };
  }
}

/** Everything that is stored lies within these years: a later end is a slip of the pen, or meant as never. */
function readInstant(text: string, path: string, reading: Reading): Instant {
  const at = Date.parse(text);
  if (!instant.safeParse(at).success) {
    const values = { value: text, least: '1900-01-01', most: '2200-01-01' };
    reading.found.push({ code: 'INSTANT_OUT_OF_RANGE', thing: null, path, values });
  }
  return at;
}

function readUser(
  written: FileUser,
  there: User | undefined,
  id: string,
  path: string,
  reading: Reading,
): Omit<User, 'grants'> {
  const { user: userName, name, language, active, administrator, out_of_office: away } = written;
  return {
    id,
    userName,
    displayName: name,
    language,
    active,
    administrator,
    // Clearance is in no file: giving it always takes a second approver.
    clearedFor: there?.clearedFor ?? [],
    lineManagerId: reading.userId(written.line_manager, `${path}.line_manager`),
    outOfOffice:
      away === null
        ? null
        : {
            fromAt: readInstant(away.from, `${path}.out_of_office.from`, reading),
            untilAt: readInstant(away.until, `${path}.out_of_office.until`, reading),
            coverUserId: reading.userId(away.cover, `${path}.out_of_office.cover`),
          },
  };
}

const fields = {
  userName: 'user',
  displayName: 'name',
  lineManagerId: 'line_manager',
  'outOfOffice.fromAt': 'out_of_office.from',
  'outOfOffice.untilAt': 'out_of_office.until',
  'outOfOffice.coverUserId': 'out_of_office.cover',
  outOfOffice: 'out_of_office',
};

/** Users of the file, and those who gain or lose a role by it. */
export function readUsers(users: ConfigFile['users'], holders: Holders, reading: Reading): User[] {
  reading.tellTwins(
    users.map(({ user }) => user),
    (n) => `users.${n}.user`,
  );
  const named = users.map((written, n): User => {
    const id = reading.addUser(written.user);
    const there = reading.config.user(id);
    const { grants, paths } = holders.grantsOf(there, id);
    reading.place(id, `users.${n}`, { ...fields, ...paths });
    return { ...readUser(written, there, id, `users.${n}`, reading), grants };
  });
  const known = new Set(named.map(({ id }) => id));
  const others = [...reading.config.users()].flatMap((user): User[] => {
    if (known.has(user.id)) return [];
    const { grants, paths } = holders.grantsOf(user, user.id);
    if (canonical(grants) === canonical(user.grants)) return [];
    reading.place(user.id, 'users', paths);
    return [{ ...user, grants }];
  });
  return [...named, ...others];
}
