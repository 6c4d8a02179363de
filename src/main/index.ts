import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, powerMonitor, safeStorage, session as electronSession } from 'electron';
import { createDeskEngine } from './engine/desk-engine.ts';
import { createAnswers } from './ipc/answers.ts';
import { startAutoLock } from './ipc/auto-lock.ts';
import { createDeskFeed } from './ipc/desk-feed.ts';
import { createRequestHandler } from './ipc/handle-request.ts';
import type { DeskParts } from './ipc/open-desk-store.ts';
import { serveIpc } from './ipc/serve-ipc.ts';
import { createSession } from './ipc/session.ts';
import { createTicketLinks, type TicketLinks } from './ipc/ticket-links.ts';
import { dataDirectory, defaultStoreDirectory } from './monitor/data-directory.ts';
import { logLines } from './monitor/log-lines.ts';
import { nodeRandom } from './monitor/node-random.ts';
import { createManualClock } from './scheduler/manual-clock.ts';
import { createSystemClock, thisMachine } from './scheduler/system-clock.ts';
import { appOrigin, registerAppScheme, serveApp } from './shell/app-protocol.ts';
import { comeBackAfterCrash } from './shell/come-back-after-crash.ts';
import { closeBeforeQuit } from './shell/close-before-quit.ts';
import { ticketNumberIn, ticketNumberOf } from './shell/deep-link.ts';
import { createDeskShell, type DeskShell } from './shell/desk-shell.ts';
import { electronHttp } from './shell/electron-http.ts';
import { electronPowerEvents } from './shell/electron-power-events.ts';
import { guardContents, guardSession } from './shell/guard-contents.ts';
import { createIdleTime } from './shell/idle-time.ts';
import { openPreferences } from './shell/preferences.ts';
import { refusedSwitch } from './shell/refused-switches.ts';
import { safeStorageSecrets } from './shell/safe-storage-secrets.ts';
import { storeArgument } from './shell/start-arguments.ts';
import { testControls } from './shell/test-controls.ts';
import { userDataFor } from './shell/user-data.ts';

/** Composition root of the desk in its window. What must precede `ready` stands here, the rest in `startDesk`. */
const here = import.meta.dirname;
const refused = app.isPackaged ? refusedSwitch(process.argv.slice(1)) : null;
const namedStore = storeArgument(process.argv.slice(1), process.cwd());
const userData = userDataFor(dataDirectory(), namedStore);

app.setPath('userData', userData);
if (refused !== null) {
  process.stderr.write(`Watchkeeper does not start with --${refused}.\n`);
  app.exit(2);
} else if (!app.requestSingleInstanceLock()) {
  app.exit(0);
} else {
  // For root, whom Chromium's sandbox refuses, the start script gives --no-sandbox: together the two end every child.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  registerAppScheme();
  guardContents(app);
  if (app.isPackaged) app.setAsDefaultProtocolClient('watchkeeper');
  const desk = app.whenReady().then(startDesk);
  desk.catch((error: unknown) => {
    process.stderr.write(`Watchkeeper could not start: ${String(error)}\n`);
    app.exit(1);
  });
  app.on('second-instance', (_event, argv) => {
    void desk.then(({ shell, links }) => (shell.openWindow(), links.open(ticketNumberIn(argv))));
  });
  app.on('open-url', (_event, url) => {
    void desk.then(({ shell, links }) => (shell.openWindow(), links.open(ticketNumberOf(url))));
  });
  app.on('activate', () => void desk.then(({ shell }) => shell.openWindow()));
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
}

async function startDesk(): Promise<{ shell: DeskShell; links: TicketLinks }> {
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
  const language = app.getLocale().startsWith('ar') ? 'ar' : 'en';
  const preferences = openPreferences(join(userData, 'preferences.json'), language);
  const power = electronPowerEvents(powerMonitor);
  const idle = createIdleTime(powerMonitor, clock);
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
  const shell = createDeskShell({
    app,
    clock,
    preferences,
    preload: join(here, '../preload/index.cjs'),
    lock: () => void session.lock(),
    onWindow(window) {
      idle.watch(window);
      comeBackAfterCrash(window, logger);
    },
  });
  const notifier = test?.notifier(shell.notifier) ?? shell.notifier;
  const feed = createDeskFeed({ session, send: shell.send, notifier, noticeText: shell.noticeText, context: parts });
  const links = createTicketLinks(session, shell.send, clock);

  const answers = createAnswers(session, shell.face, { ...parts, send: shell.send });
  const handle = createRequestHandler({
    answers,
    signedInUserId: () => session.user()?.id ?? null,
    random: nodeRandom,
    logger,
  });
  guardSession(electronSession.defaultSession);
  serveApp(electronSession.defaultSession, join(here, '../renderer'));
  serveIpc(shell.window, appOrigin, handle);

  // Its page takes longer to come up than finding out whether there is a store, which it waits for when it asks.
  const started = session.start();
  shell.openWindow();

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
  return { shell, links };
}
