import { createHash, timingSafeEqual } from 'node:crypto';
import type { DeskMade, DeskState, SessionUser } from '../../preload/contract/people.ts';
import { failure, success, type Failure, type Result } from '../../preload/contract/result.ts';
import { deskLanguages, type DeskLanguage } from '../../preload/contract/values.ts';
import { readHeader } from '../store/key/header.ts';
import { unlock } from '../store/key/unlock.ts';
import type { Store } from '../store/store.ts';
import { endThreads, startThreads, type StoreThreads } from '../store/threads.ts';
import { commandContext, openDeskStore, type DeskParts } from './open-desk-store.ts';
import { saveAdministrator, setUpStore, type SetUp } from './set-up-store.ts';

/** The store while it is open, whoever looks on: the engine runs whether or not anybody is signed in. */
type OpenDesk = { store: Store; keyDigest: Uint8Array };

type Standing =
  | { kind: 'first_run'; keychain: boolean }
  | { kind: 'signed_out'; lockedUser: SessionUser | null }
  | { kind: 'signed_in'; user: SessionUser }
  | { kind: 'failed'; failure: Failure };

export type Session = {
  state(): DeskState;
  /** Signed in and not locked: who the requests are answered for. */
  user(): SessionUser | null;
  /** Signed in, or only locked: whose notifications are shown. */
  watcher(): { user: SessionUser; locked: boolean } | null;
  store(): Store | null;
  /** Finds out whether there is a store, once. */
  start(): Promise<void>;
  /** Somebody is about to sign in: the store's threads are started meanwhile. */
  prepare(): void;
  setUp(input: SetUp): Promise<Result<DeskMade>>;
  signIn(userName: string, password: string): Promise<Result<DeskState>>;
  /** Hides the window from whoever comes by; the engine runs on. Nothing happens when nobody is signed in. */
  lock(): Promise<DeskState>;
  signOut(): Promise<DeskState>;
  /** The signed-in user's own language from now on, on every desk of the store. */
  speak(language: DeskLanguage): Promise<Result<unknown>>;
  close(): Promise<void>;
};

export type SessionListeners = {
  onState(state: DeskState): void;
  /** Told once, when the store is open and before anybody is signed in to it. */
  onOpened(store: Store): void;
  /** Tickets of the sample that are in, of how many. */
  onSetUpProgress(done: number, of: number): void;
};

export function createSession(parts: DeskParts, listeners: SessionListeners): Session {
  let standing: Standing = { kind: 'signed_out', lockedUser: null };
  let desk: OpenDesk | null = null;
  let ahead: StoreThreads | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let started: Promise<void> | null = null;

  /** One after another: two sign-ins at once would open the store twice. */
  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const turn = queue.then(run);
    queue = turn.catch(() => undefined);
    return turn;
  };

  const stand = (next: Standing): DeskState => {
    standing = next;
    const state = stateOf(next);
    listeners.onState(state);
    return state;
  };

  const keep = (store: Store, key: Uint8Array): OpenDesk => {
    desk = { store, keyDigest: digest(key) };
    listeners.onOpened(store);
    return desk;
  };

  const record = async (
    userId: string | null,
    outcome: 'signed_in' | 'refused' | 'locked' | 'signed_out',
  ): Promise<void> => {
    if (desk === null) return;
    const recorded = await desk.store.execute('record-sign-in', { userId, outcome }, commandContext(parts, userId));
    if (!recorded.ok) parts.logger.warn('sign_in_not_recorded', { code: recorded.code });
  };

  /** @returns the desk that the key opens; a store that was changed for another under the running program is refused */
  const deskFor = async (key: Uint8Array): Promise<Result<OpenDesk>> => {
    if (desk !== null) return timingSafeEqual(desk.keyDigest, digest(key)) ? success(desk) : failure('NOT_A_STORE');
    const threads = ahead;
    ahead = undefined;
    const opened = await openDeskStore(parts, key, threads);
    return opened.ok ? success(keep(opened.value, key)) : opened;
  };

  const enter = async ({ store }: OpenDesk, userId: string, userName: string): Promise<Result<DeskState>> => {
    const context = { viewerId: userId, nowAt: parts.clock.now() };
    let user = await store.query('session-user', { userId }, context);
    if (!user.ok && user.code === 'NOT_FOUND' && (await hasNobody(store))) {
      await saveAdministrator(parts, store, { id: userId, userName, displayName: userName, language: 'en' });
      user = await store.query('session-user', { userId }, context);
    }
    // A user who was taken off the desk keeps a slot until it is cleared away; it opens nothing.
    if (!user.ok) return user.code === 'NOT_FOUND' ? failure('PASSWORD_WRONG') : user;
    const chosen = await store.query('preferences', {}, context);
    const language =
      deskLanguages.find((each) => chosen.ok && each === chosen.value['language']) ?? user.value.language;
    await record(userId, 'signed_in');
    return success(stand({ kind: 'signed_in', user: { ...user.value, language } }));
  };

  const hasNobody = async (store: Store): Promise<boolean> => {
    const config = await store.query('config', {}, { viewerId: null, nowAt: parts.clock.now() });
    return config.ok && !config.value.entities.some(({ kind }) => kind === 'user_saved');
  };

  const leave = async (outcome: 'locked' | 'signed_out'): Promise<DeskState> => {
    if (standing.kind !== 'signed_in') return stateOf(standing);
    const { user } = standing;
    // First hidden, then written down: a full disk must not keep a screen open.
    const state = stand({ kind: 'signed_out', lockedUser: outcome === 'locked' ? user : null });
    await record(user.id, outcome);
    return state;
  };

  return {
    state: () => stateOf(standing),
    user: () => (standing.kind === 'signed_in' ? standing.user : null),
    watcher() {
      if (standing.kind === 'signed_in') return { user: standing.user, locked: false };
      if (standing.kind === 'signed_out' && standing.lockedUser !== null)
        return { user: standing.lockedUser, locked: true };
      return null;
    },
    store: () => desk?.store ?? null,
    start: () =>
      (started ??= inTurn(async () => {
        const header = await readHeader(parts.directory);
        if (header.ok) stand({ kind: 'signed_out', lockedUser: null });
        else if (header.code !== 'STORE_MISSING') stand({ kind: 'failed', failure: header });
        else stand({ kind: 'first_run', keychain: (await parts.secrets?.available()) ?? false });
      })),
    prepare() {
      if (standing.kind === 'signed_out' && desk === null) ahead ??= startThreads(parts.workerEntry, parts.logger);
    },
    setUp: (input) =>
      inTurn(async () => {
        if (standing.kind !== 'first_run') return failure('STORE_EXISTS');
        const made = await setUpStore(parts, input, (done, of) => listeners.onSetUpProgress(done, of));
        if (!made.ok) return made;
        const { store, key, userId, recoveryKey } = made.value;
        const open = keep(store, key);
        key.fill(0);
        const entered = await enter(open, userId, input.userName);
        return entered.ok ? success({ state: entered.value, recoveryKey }) : entered;
      }),
    signIn: (userName, password) =>
      inTurn(async () => {
        if (standing.kind !== 'signed_out') return failure('ACCESS_DENIED');
        const { directory, secrets, clock } = parts;
        const credential = { kind: 'password' as const, userName, password };
        const unlocked = await unlock({ directory, credential, secrets, nowAt: clock.now() });
        if (!unlocked.ok) {
          if (unlocked.code === 'PASSWORD_WRONG') await record(null, 'refused');
          return unlocked;
        }
        const opened = await deskFor(unlocked.value.key);
        unlocked.value.key.fill(0);
        if (!opened.ok) return opened;
        const { userId } = unlocked.value;
        return userId === null ? failure('PASSWORD_WRONG') : enter(opened.value, userId, userName);
      }),
    lock: () => leave('locked'),
    signOut: () => leave('signed_out'),
    async speak(language) {
      if (standing.kind !== 'signed_in' || desk === null) return success({});
      const { user } = standing;
      const kept = await desk.store.execute(
        'set-preference',
        { key: 'language', value: language },
        commandContext(parts, user.id),
      );
      if (kept.ok) stand({ kind: 'signed_in', user: { ...user, language } });
      return kept;
    },
    close: () =>
      inTurn(async () => {
        await desk?.store.close();
        if (ahead !== undefined) await endThreads(ahead);
        ahead = undefined;
        desk = null;
      }),
  };
}

function digest(key: Uint8Array): Uint8Array {
  return createHash('sha256').update(key).digest();
}

function stateOf(standing: Standing): DeskState {
  switch (standing.kind) {
    case 'first_run':
      return { stage: 'first_run', keychain: standing.keychain };
    case 'signed_out':
      return { stage: 'sign_in', lockedUserName: standing.lockedUser?.userName ?? null };
    case 'signed_in':
      return { stage: 'ready', user: standing.user };
    case 'failed':
      return { stage: 'failed', code: standing.failure.code, params: standing.failure.params ?? {} };
  }
}
