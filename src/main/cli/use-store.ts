import { resolve } from 'node:path';
import { failure, success, type Result } from '../../preload/contract/result.ts';
import { unlock, type Credential, type Unlocked } from '../store/key/unlock.ts';
import { endThreads, startThreads, type StoreThreads } from '../store/threads.ts';
import { openStore, type CommandContext, type QueryContext, type Store } from '../store/store.ts';
import type { Io } from './io.ts';
import { askPassword, passwordFromFile } from './password.ts';
import { migrationsDirectory, storeWorker } from './program-files.ts';
import { stderrLogger } from './stderr-logger.ts';

/** What every command that opens a store can be given; the recovery key only where a command offers it. */
export type StoreOptions = {
  store: string;
  user: string;
  passwordFile?: string;
  credentialFile?: string;
  recoveryKeyFile?: string;
  /** To be asked for. */
  recoveryKey?: true;
};

const ways = [
  { option: 'passwordFile', flag: '--password-file' },
  { option: 'credentialFile', flag: '--credential-file' },
  { option: 'recoveryKeyFile', flag: '--recovery-key-file' },
  { option: 'recoveryKey', flag: '--recovery-key' },
] as const;

/** What was wrong, in the words of the command line. */
const wrong: Readonly<Record<Credential['kind'], string>> = {
  password: 'password or user name',
  service: 'credential file',
  recovery: 'recovery key',
};

/** An open store and who opened it. */
export type Session = {
  store: Store;
  /** Null for a service credential or the recovery key: figures and configuration, but no ticket. */
  userId: string | null;
  /** A fresh context for each command. */
  commandContext(): CommandContext;
  queryContext(): QueryContext;
};

/** What opened the store: for the few commands that open it to others. */
export type Opened = { directory: string; key: Uint8Array; by: Credential['kind'] };

/**
 * What to unlock with: the options, else WK_PASSWORD_FILE, else whoever sits at the terminal. Never an argument's value,
 * which every other user of the machine could read in the list of processes.
 */
export async function credentialFrom(io: Io, options: StoreOptions): Promise<Result<Credential>> {
  const { passwordFile, credentialFile, recoveryKeyFile, user } = options;
  const [first, second] = ways.filter(({ option }) => options[option] !== undefined);
  if (first !== undefined && second !== undefined)
    return failure('BAD_INPUT', { key: second.flag, why: `name it or ${first.flag}, not both` });
  if (credentialFile !== undefined) return success({ kind: 'service', file: resolve(io.cwd, credentialFile) });
  if (recoveryKeyFile !== undefined || options.recoveryKey === true) {
    const text =
      recoveryKeyFile === undefined
        ? await askPassword(io, 'Recovery key: ')
        : await passwordFromFile(io, recoveryKeyFile, '--recovery-key-file');
    return text.ok ? success({ kind: 'recovery', text: text.value }) : text;
  }
  const fromEnvironment = io.env['WK_PASSWORD_FILE'];
  const password =
    passwordFile !== undefined
      ? await passwordFromFile(io, passwordFile, '--password-file')
      : fromEnvironment !== undefined && fromEnvironment !== ''
        ? await passwordFromFile(io, fromEnvironment, 'WK_PASSWORD_FILE')
        : await askPassword(io, `Password of ${user}: `);
  return password.ok ? success({ kind: 'password', userName: user, password: password.value }) : password;
}

/** @returns the store's key, or what `unlock` refuses, a wrong secret by its name */
export async function unlockAt(io: Io, directory: string, credential: Credential): Promise<Result<Unlocked>> {
  const unlocked = await unlock({ directory, credential, secrets: null, nowAt: io.now() });
  if (unlocked.ok || unlocked.code !== 'PASSWORD_WRONG') return unlocked;
  return failure('PASSWORD_WRONG', { what: wrong[credential.kind] });
}

/** @returns the opened store; failures of `openStore` */
export async function openAt(
  io: Io,
  directory: string,
  key: Uint8Array,
  threads?: StoreThreads,
): Promise<Result<Store>> {
  return openStore({
    directory,
    key,
    workerEntry: storeWorker,
    migrationsDirectory,
    nowAt: io.now(),
    seed: newSeed(io),
    logger: stderrLogger(io.err),
    threads,
  });
}

export function sessionOf(io: Io, store: Store, userId: string | null): Session {
  return {
    store,
    userId,
    commandContext: () => ({ nowAt: io.now(), seed: newSeed(io), actorId: userId }),
    queryContext: () => ({ nowAt: io.now(), viewerId: userId }),
  };
}

/**
 * Unlocks and opens the store, lets `work` use it and closes it, whatever happens.
 * @returns what `work` returns, or why there was nothing to work on
 */
export async function useStore<T>(
  io: Io,
  options: StoreOptions,
  work: (session: Session, opened: Opened) => Promise<Result<T>>,
): Promise<Result<T>> {
  const directory = resolve(io.cwd, options.store);
  const credential = await credentialFrom(io, options);
  if (!credential.ok) return credential;
  const threads = startThreads(storeWorker, stderrLogger(io.err), 1);
  const unlocked = await unlockAt(io, directory, credential.value);
  if (!unlocked.ok) {
    await endThreads(threads);
    return unlocked;
  }
  const { key, userId } = unlocked.value;
  const store = await openAt(io, directory, key, threads);
  if (!store.ok) return store;
  try {
    const session = sessionOf(io, store.value, userId);
    const left = userId === null ? null : await store.value.query('session-user', { userId }, session.queryContext());
    // The slot of somebody who was set inactive still opens the store: the person is refused, as in the window.
    if (left?.ok === false && left.code === 'ACCESS_DENIED') return left;
    return await work(session, { directory, key, by: credential.value.kind });
  } finally {
    await store.value.close();
  }
}

function newSeed(io: Io): string {
  return Buffer.from(io.random.bytes(32)).toString('hex');
}
