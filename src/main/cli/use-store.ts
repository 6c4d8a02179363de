import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { failure, success, type Result } from '../../preload/contract/result.ts';
import { unlock, type Credential } from '../store/key/unlock.ts';
import { openStore, type CommandContext, type QueryContext, type Store } from '../store/store.ts';
import type { Io } from './io.ts';
import { askPassword, passwordFromFile } from './password.ts';
import { stderrLogger } from './stderr-logger.ts';

/** What every command that opens a store can be given. */
export type StoreOptions = { store: string; passwordFile?: string; credentialFile?: string; user: string };

/** An open store and who opened it. */
export type Session = {
  store: Store;
  /** Null for a service credential: figures and configuration, but no ticket. */
  userId: string | null;
  /** A fresh context for each command. */
  commandContext(): CommandContext;
  queryContext(): QueryContext;
};

/**
 * What to unlock with: the options, else WK_PASSWORD_FILE, else whoever sits at the terminal. Never an argument's value,
 * which every other user of the machine could read in the list of processes.
 */
export async function credentialFrom(io: Io, options: StoreOptions): Promise<Result<Credential>> {
  const { passwordFile, credentialFile, user } = options;
  if (passwordFile !== undefined && credentialFile !== undefined) {
    return failure('BAD_INPUT', { key: '--credential-file', why: 'name it or --password-file, not both' });
  }
  if (credentialFile !== undefined) return success({ kind: 'service', file: resolve(io.cwd, credentialFile) });
  const fromEnvironment = io.env['WK_PASSWORD_FILE'];
  const password =
    passwordFile !== undefined
      ? await passwordFromFile(io, passwordFile, '--password-file')
      : fromEnvironment !== undefined && fromEnvironment !== ''
        ? await passwordFromFile(io, fromEnvironment, 'WK_PASSWORD_FILE')
        : await askPassword(io, `Password of ${user}: `);
  return password.ok ? success({ kind: 'password', userName: user, password: password.value }) : password;
}

/** @returns the opened store; failures of `openStore` */
export async function openAt(io: Io, directory: string, key: Uint8Array): Promise<Result<Store>> {
  return openStore({
    directory,
    key,
    workerEntry: new URL('../store/worker/entry.ts', import.meta.url),
    migrationsDirectory: fileURLToPath(new URL('../../../drizzle/local', import.meta.url)),
    nowAt: io.now(),
    seed: newSeed(io),
    logger: stderrLogger(io.err),
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
  work: (session: Session) => Promise<Result<T>>,
): Promise<Result<T>> {
  const directory = resolve(io.cwd, options.store);
  const credential = await credentialFrom(io, options);
  if (!credential.ok) return credential;
  const unlocked = await unlock({ directory, credential: credential.value, secrets: null, nowAt: io.now() });
  if (!unlocked.ok) return unlocked;
  const store = await openAt(io, directory, unlocked.value.key);
  if (!store.ok) return store;
  try {
    return await work(sessionOf(io, store.value, unlocked.value.userId));
  } finally {
    await store.value.close();
  }
}

function newSeed(io: Io): string {
  return Buffer.from(io.random.bytes(32)).toString('hex');
}
