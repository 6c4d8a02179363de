import type { Command } from 'commander';
import { failure, success, type Result } from '../../../preload/contract/result.ts';
import { prepareUserSlot } from '../../store/key/add-slot.ts';
import { askNewPassword } from '../ask-new-password.ts';
import { fail, onStore, withRecoveryKey, withStoreOptions, type Host } from '../command-host.ts';
import { configurationOf, configurationOfManager } from '../configuration.ts';
import { exitCode } from '../exit-code.ts';
import { findSignIn } from '../find-by-name.ts';
import type { Io } from '../io.ts';
import type { Opened, Session, StoreOptions } from '../use-store.ts';

const examples = `
Examples:
  wk user password thandi --store centre                    (as admin, who is asked for theirs first)
  wk user password thandi --store centre --user thandi      (one's own)
  wk user password admin --store centre --recovery-key      (every password is lost)

Gives a user a new password; the one before opens the store no more. By an administrator, by the user, or with the
recovery key that was shown when the store was made.`;

type PasswordFlags = StoreOptions & { newPasswordFile?: string; passwordOnly?: true };

/** `wk user password` */
export function addUserPassword(host: Host, parent: Command): void {
  withRecoveryKey(withStoreOptions(parent.command('password <name>')))
    .description('give a user a new password')
    .option('--new-password-file <file>', 'file that holds the new password (else it is asked for, twice)')
    .option(
      '--password-only',
      'with the recovery key: let the new password open the store without the keychain that it was made with',
    )
    .addHelpText('after', examples)
    .action((name: string, flags: PasswordFlags) => {
      const byRecovery = flags.recoveryKeyFile !== undefined || flags.recoveryKey === true;
      if (flags.passwordOnly && !byRecovery)
        return fail(host, failure('BAD_INPUT', { key: '--password-only', why: 'it needs the recovery key' }));
      return onStore(host, flags, async (session, opened) => {
        const given = await givePassword(host.io, session, opened, name, flags);
        if (!given.ok) return given;
        await host.io.out.line(given.value);
        return success(exitCode.done);
      });
    });
}

type Holder = { id: string; userName: string };

/**
 * @returns whose password is asked for, if it may be set by whoever opened the store; ACCESS_DENIED otherwise, whether or
 *   not there is such a user; NOT_FOUND to those who may know
 */
async function holderOf(session: Session, { by }: Opened, name: string): Promise<Result<Holder>> {
  if (session.userId !== null) {
    const own = await session.store.query('session-user', { userId: session.userId }, session.queryContext());
    if (!own.ok) return own;
    if (findSignIn([own.value], name) !== undefined) return own;
  }
  // The recovery key is above every role: whoever holds it could read the store without this program.
  const config = by === 'recovery' ? await configurationOf(session) : await configurationOfManager(session);
  if (!config.ok) return config;
  const user = findSignIn(config.value.users(), name);
  return user === undefined ? failure('NOT_FOUND', { what: 'user' }) : success(user);
}

async function givePassword(
  io: Io,
  session: Session,
  opened: Opened,
  name: string,
  flags: PasswordFlags,
): Promise<Result<string>> {
  const holder = await holderOf(session, opened, name);
  if (!holder.ok) return holder;
  const { id, userName } = holder.value;
  const password = await askNewPassword(io, userName, flags.newPasswordFile);
  if (!password.ok) return password;
  const slot = await prepareUserSlot({
    directory: opened.directory,
    key: opened.key,
    user: { id, userName },
    password: password.value,
    secrets: null,
    passwordOnly: flags.passwordOnly === true,
    nowAt: io.now(),
    random: io.random,
  });
  if (!slot.ok) return slot;
  // What cannot be audited is not done.
  const noted = await session.store.execute('record-password-set', { userId: id }, session.commandContext());
  if (!noted.ok) return noted;
  const kept = await slot.value.keep();
  return kept.ok ? success(userName) : kept;
}
