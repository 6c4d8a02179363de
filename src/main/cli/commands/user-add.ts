import { InvalidArgumentError, Option, type Command } from 'commander';
import { setUpInput } from '../../../preload/contract/people.ts';
import { failure, success, type Result } from '../../../preload/contract/result.ts';
import { deskLanguages, roles, type Role } from '../../../preload/contract/values.ts';
import type { ConfigSnapshot } from '../../domain/config/config-snapshot.ts';
import { newUserEntities, type NewUser } from '../../domain/config/new-user.ts';
import { prepareUserSlot } from '../../store/key/add-slot.ts';
import { randomId } from '../../store/make-id.ts';
import { askNewPassword } from '../ask-new-password.ts';
import { fail, onStore, withStoreOptions, type Host } from '../command-host.ts';
import { configurationOfManager } from '../configuration.ts';
import { exitCode } from '../exit-code.ts';
import { findNamed } from '../find-by-name.ts';
import type { Io } from '../io.ts';
import type { Opened, Session, StoreOptions } from '../use-store.ts';

const examples = `
Examples:
  wk user add thandi --display "Thandi Mokoena" --org "Khanyamanzi Municipality" --role agent --team "Control room" --store centre
  wk user add it --display "IT on duty" --role administrator --new-password-file it.pw --store centre

Roles: ${roles.join(', ')}.
An administrator configures and sees no ticket; somebody who does both has --org and a role there besides. Clearance for sensitive tickets is not given here: it takes a second approver.
Needs an administrator. Nothing is saved when anything of it is refused.`;

type AddFlags = StoreOptions & {
  display: string;
  org?: string;
  role: Role[];
  team?: string;
  newPasswordFile?: string;
  language: string;
};
type Person = Pick<NewUser, 'userName' | 'displayName' | 'language'>;

function anotherRole(text: string, before: readonly Role[] = []): Role[] {
  const role = roles.find((each) => each === text);
  if (role === undefined) throw new InvalidArgumentError(`Choose from ${roles.join(', ')}.`);
  return before.includes(role) ? [...before] : [...before, role];
}

/** `wk user add` */
export function addUserAdd(host: Host, parent: Command): void {
  withStoreOptions(parent.command('add <name>'))
    .description('add a user who signs in with a password')
    .requiredOption('--display <text>', 'name that others see')
    .option('--org <name>', 'organization of the roles')
    .addOption(
      new Option('--role <word>', 'role there, or administrator; may be repeated')
        .argParser(anotherRole)
        .makeOptionMandatory(),
    )
    .option('--team <name>', 'team of the organization to join')
    .option('--new-password-file <file>', 'file that holds the new user’s password (else it is asked for)')
    .addOption(
      new Option('--language <code>', 'language of the window for this user').choices([...deskLanguages]).default('en'),
    )
    .addHelpText('after', examples)
    .action((name: string, flags: AddFlags) => {
      const person = personFrom(name, flags);
      if (!person.ok) return fail(host, person);
      return onStore(host, flags, async (session, opened) => {
        const added = await addPerson(host.io, session, opened, person.value, flags);
        if (!added.ok) return added;
        await host.io.out.line(person.value.userName);
        return success(exitCode.done);
      });
    });
}

const flagOf: Readonly<Record<string, string>> = { userName: 'NAME', displayName: '--display' };

function personFrom(userName: string, { display, language, org, role, team }: AddFlags): Result<Person> {
  const parsed = setUpInput
    .pick({ userName: true, displayName: true, language: true })
    .safeParse({ userName, displayName: display, language });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = String(issue?.path[0]);
    return failure('BAD_INPUT', { key: flagOf[field] ?? field, why: issue?.message ?? 'not understood' });
  }
  const isBound = role.some((each) => each !== 'administrator');
  if (isBound && org === undefined)
    return failure('BAD_INPUT', { key: '--org', why: 'name the organization of the role' });
  if (!isBound && (org ?? team) !== undefined) {
    const key = org === undefined ? '--team' : '--org';
    return failure('BAD_INPUT', { key, why: 'an administrator is bound to none; give a role there besides' });
  }
  return success(parsed.data);
}

async function addPerson(
  io: Io,
  session: Session,
  { directory, key }: Opened,
  person: Person,
  flags: AddFlags,
): Promise<Result<unknown>> {
  const config = await configurationOfManager(session);
  if (!config.ok) return config;
  const placed = placeOf(config.value, flags);
  if (!placed.ok) return placed;
  const password = await askNewPassword(io, person.userName, flags.newPasswordFile);
  if (!password.ok) return password;
  const user: NewUser = { id: randomId(io.now(), io.random), ...person, ...placed.value };
  // First all that can be refused of the password, then the user, then what was made ready: no user is left without one.
  const slot = await prepareUserSlot({
    directory,
    key,
    user,
    password: password.value,
    secrets: null,
    nowAt: io.now(),
    random: io.random,
  });
  if (!slot.ok) return slot;
  const entities = newUserEntities(user, config.value);
  const saved = await session.store.execute('save-config', { entities }, session.commandContext());
  if (!saved.ok) return saved;
  const noted = await session.store.execute('record-password-set', { userId: user.id }, session.commandContext());
  return noted.ok ? slot.value.keep() : noted;
}

/** @returns NOT_FOUND for an organization or team that is not there */
function placeOf(
  config: ConfigSnapshot,
  { org, role, team }: AddFlags,
): Result<Pick<NewUser, 'grants' | 'administrator' | 'team'>> {
  const administrator = role.includes('administrator');
  if (org === undefined) return success({ administrator, grants: [], team: null });
  const organization = findNamed(config.organizations(), org);
  if (organization === undefined) return failure('NOT_FOUND', { what: 'organization' });
  const joined = team === undefined ? null : findNamed(config.teams(organization.id), team);
  if (joined === undefined) return failure('NOT_FOUND', { what: 'team' });
  const grants = role.flatMap((each) =>
    each === 'administrator' ? [] : [{ organizationId: organization.id, role: each }],
  );
  return success({ administrator, grants, team: joined });
}
