import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, powerMonitor, safeStorage, session as electronSession } from 'electron';
import { createDeskEngine } from './engine/desk-engine.ts';
import { startAutoLock } from './ipc/auto-lock.ts';
import { createDeskFeed } from './ipc/desk-feed.ts';
import { createRequestHandler } from './ipc/handle-request.ts';
import { loadedOnce } from './ipc/loaded-once.ts';
import { createOpenAnswers } from './ipc/open-answers.ts';
import type { DeskParts } from './ipc/open-desk-store.ts';
import { createSession } from './ipc/session.ts';
import { createTicketLinks, type TicketLinks } from './ipc/ticket-links.ts';
import { defaultStoreDirectory } from './monitor/data-directory.ts';
import { logLines } from './monitor/log-lines.ts';
import { nodeRandom } from './monitor/node-random.ts';
import { createManualClock } from './scheduler/manual-clock.ts';
import { createSystemClock, thisMachine } from './scheduler/system-clock.ts';
import { comeBackAfterCrash } from './shell/come-back-after-crash.ts';
import { closeBeforeQuit } from './shell/close-before-quit.ts';
import { ticketNumberIn } from './shell/deep-link.ts';
import { createDeskShell } from './shell/desk-shell.ts';
import { electronHttp } from './shell/electron-http.ts';
import { electronPowerEvents } from './shell/electron-power-events.ts';
import { createIdleTime } from './shell/idle-time.ts';
import type { PreferencesFile } from './shell/preferences.ts';
import { safeStorageSecrets } from './shell/safe-storage-secrets.ts';
import { testControls } from './shell/test-controls.ts';
import type { WindowKeeper } from './shell/window-keeper.ts';

export type RunningDesk = { handle: ReturnType<typeof createRequestHandler>; links: TicketLinks };

type Start = {
  /** Folder of the built main program. */
  here: string;
  /** Folder of the store that was named; null: this user's own. */
  namedStore: string | null;
  preferences: PreferencesFile;
  windows: WindowKeeper;
};

/** All of the desk behind its window: session, engine, shell, and what answers the page. */
export async function startDesk({ here, namedStore, preferences, windows }: Start): Promise<RunningDesk> {
  const test = testControls(app, process.env, createManualClock);
  const clock = test?.clock ?? createSystemClock(thisMachine());
  const logger = logLines(
    () => clock.now(),
    (line) => process.stderr.write(line),
  );
  const parts: DeskParts = {
    directory: namedStore ?? defaultStoreDirectory(),
    workerEntry: pathToFileURL(join(here, 'store-worker.js')),
    migrationsDirectory: join(app.getAppPath(), 'drizzle', 'local'),
    secrets: safeStorageSecrets(safeStorage, process.platform),
    clock,
    random: nodeRandom,
    logger,
  };
  const power = electronPowerEvents(powerMonitor);
  const idle = createIdleTime(powerMonitor, clock);
  windows.onOpened((window) => {
    idle.watch(window);
    comeBackAfterCrash(window, logger);
  });
  const http = electronHttp((name) => electronSession.fromPartition(name));
  const channelWorker = pathToFileURL(join(here, 'channel-worker.js'));
  const engine = createDeskEngine({ ...parts, http, channelWorker, standIns: test?.standIns });
  const session = createSession(parts, {
    onState(state) {
      shell.showState(state);
      feed.sessionChanged();
      if (state.stage === 'ready') links.signedIn();
    },
    onOpened(store) {
      feed.follow(store);
      engine.start(store);
    },
    onSetUpProgress: (done, of) => shell.send('setUp.progress', { done, of }),
  });
  const shell = createDeskShell({ app, clock, preferences, windows, lock: () => void session.lock() });
  const notifier = test?.notifier(shell.notifier) ?? shell.notifier;
  const feed = createDeskFeed({ session, send: shell.send, notifier, noticeText: shell.noticeText, context: parts });
  const links = createTicketLinks(session, shell.send, clock);

  const sessionDoor = loadedOnce(async () => {
    const { createSessionDoor } = await import('./ipc/session-door.ts');
    return createSessionDoor(session, shell.face, { ...parts, send: shell.send });
  });
  const prepareDoor = (): void => {
    // Whoever asks next tries again, and is told.
    sessionDoor().catch((error: unknown) => logger.warn('door_not_loaded', { error: String(error) }));
  };
  const handle = createRequestHandler({
    open: createOpenAnswers(session, shell.face, parts, prepareDoor),
    session: sessionDoor,
    signedInUserId: () => session.user()?.id ?? null,
    random: nodeRandom,
    logger,
  });
  const started = session.start();

  clock.onJump(() => {
    feed.tellTime();
    engine.check();
  });
  power.onResume(() => clock.recheck());
  startAutoLock(session, clock, power, test?.idleMs ?? idle.idleMs);
  closeBeforeQuit(app, async () => {
    await engine.stop();
    await session.close();
  });

  await started;
  feed.tellTime();
  links.open(ticketNumberIn(process.argv));
  return { handle, links };
}
