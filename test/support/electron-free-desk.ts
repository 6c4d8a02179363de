import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRequestHandler } from '../../src/main/ipc/handle-request.ts';
import { createOpenAnswers } from '../../src/main/ipc/open-answers.ts';
import { createSessionDoor } from '../../src/main/ipc/session-door.ts';
import type { DeskParts } from '../../src/main/ipc/open-desk-store.ts';
import { createSession, type Session } from '../../src/main/ipc/session.ts';
import { nodeRandom } from '../../src/main/monitor/node-random.ts';
import type { Secrets } from '../../src/main/ports/secrets.ts';
import { createManualClock, type ManualClock } from '../../src/main/scheduler/manual-clock.ts';
import type { Store } from '../../src/main/store/store.ts';
import type { DeskState } from '../../src/preload/contract/people.ts';
import { success, type Result } from '../../src/preload/contract/result.ts';
import type { RouteInput, RouteName, RouteOutput } from '../../src/preload/contract/routes.ts';
import { migrationsDirectory, storeWorker } from './program-files.ts';

export const monday = Date.parse('2026-03-02T08:00:00Z');
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Where a program under plain Node finds what the store needs. */
export const storeParts = { workerEntry: storeWorker, migrationsDirectory };

export type PlainDesk = {
  session: Session;
  clock: ManualClock;
  states: DeskState[];
  opened: Store[];
  /** What was told while the desk was set up. */
  progress: { done: number; of: number }[];
  /** As the window asks: through route, size, form and session check. */
  request<R extends RouteName>(route: R, input: RouteInput<R>): Promise<Result<RouteOutput<R>>>;
};

/** @returns a keychain that opens only what it has sealed itself */
export function keychain(): Secrets {
  const sealed = new Map<string, Uint8Array>();
  return {
    available: async () => true,
    async seal(plain) {
      const ticket = nodeRandom.bytes(16);
      sealed.set(Buffer.from(ticket).toString('hex'), Uint8Array.from(plain));
      return ticket;
    },
    async open(ticket) {
      const plain = sealed.get(Buffer.from(ticket).toString('hex'));
      if (plain === undefined) throw new Error('not sealed here');
      return plain;
    },
  };
}

export function emptyFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'watchkeeper-desk-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The desk's main process without Electron: session, answers and the one door, on a real store. */
export function plainDesk(directory: string, secrets: Secrets | null, at = monday): PlainDesk {
  const clock = createManualClock(at);
  const parts: DeskParts = { directory, ...storeParts, secrets, clock, random: nodeRandom, logger: quiet };
  const states: DeskState[] = [];
  const opened: Store[] = [];
  const progress: PlainDesk['progress'] = [];
  const session = createSession(parts, {
    onState: (state) => void states.push(state),
    onOpened: (store) => void opened.push(store),
    onSetUpProgress: (done, of) => void progress.push({ done, of }),
  });
  const face = {
    info: () => ({
      version: '0',
      runtime: 'Node',
      platform: 'test',
      language: 'en' as const,
      theme: 'system' as const,
      singleKeys: true,
      keys: {},
    }),
    setPreferences: () => undefined,
    saveFile: async () => success({ fileName: null }),
  };
  const door = createSessionDoor(session, face, { ...parts, send: () => undefined });
  const handle = createRequestHandler({
    open: createOpenAnswers(session, face, parts, () => undefined),
    session: async () => door,
    signedInUserId: () => session.user()?.id ?? null,
    random: nodeRandom,
    logger: quiet,
  });
  return {
    session,
    clock,
    states,
    opened,
    progress,
    request: async (route, input) => (await handle(route, JSON.stringify(input))) as Result<RouteOutput<typeof route>>,
  };
}
