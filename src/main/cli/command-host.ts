import type { Command } from 'commander';
import type { Failure, Result } from '../../preload/contract/result.ts';
import { errorText } from './error-text.ts';
import { exitCode, exitCodeOf, type ExitCode } from './exit-code.ts';
import { say, type Io } from './io.ts';
import { useStore, type Opened, type Session, type StoreOptions } from './use-store.ts';

/** What a command hangs itself on. */
export type Host = { program: Command; io: Io; end(code: ExitCode): void };

/** Says what failed, with its code for scripts. */
export function fail({ io, end }: Host, error: Failure): void {
  say(io, `wk: ${error.code}: ${errorText(error)}`);
  end(exitCodeOf(error.code));
}

/** Options of every command that opens a store. */
export function withStoreOptions(command: Command): Command {
  return withUnlocking(command.requiredOption('--store <dir>', 'folder of the store'));
}

/** For commands that tell more with a store, and something without. */
export function withOptionalStore(command: Command): Command {
  return withUnlocking(command.option('--store <dir>', 'folder of the store'));
}

function withUnlocking(command: Command): Command {
  return command
    .option('--user <name>', 'who signs in', 'admin')
    .option('--password-file <file>', 'file that holds the password (else WK_PASSWORD_FILE, else it is asked for)')
    .option('--credential-file <file>', 'service credential instead of a user and password');
}

/** For commands that need nobody in particular: whoever holds the recovery key sees figures and no ticket. */
export function withRecoveryKey(command: Command): Command {
  return command
    .option('--recovery-key-file <file>', 'file that holds the recovery key, instead of a user and password')
    .option('--recovery-key', 'be asked for the recovery key');
}

/**
 * Opens the store, lets the command work with it and ends with its exit code, or says why it could not.
 * @param work  returns the exit code of what it has printed, or a failure
 */
export async function onStore(
  host: Host,
  options: StoreOptions,
  work: (session: Session, opened: Opened) => Promise<Result<ExitCode>>,
): Promise<void> {
  const result = await useStore(host.io, options, work);
  if (result.ok) host.end(host.io.out.closed ? exitCode.done : result.value);
  else fail(host, result);
}
