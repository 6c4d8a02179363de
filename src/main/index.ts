import { join } from 'node:path';
import { app, nativeTheme, session as electronSession } from 'electron';
import { serveIpc } from './ipc/serve-ipc.ts';
import { dataDirectory } from './monitor/data-directory.ts';
import { registerAppScheme, serveApp } from './shell/app-protocol.ts';
import { ticketNumberIn, ticketNumberOf } from './shell/deep-link.ts';
import { openDeskWindow } from './shell/desk-window.ts';
import { guardContents, guardSession } from './shell/guard-contents.ts';
import { onceLoaded } from './shell/once-loaded.ts';
import { appOrigin } from './shell/page-address.ts';
import { openPreferences } from './shell/preferences.ts';
import { refusedSwitch } from './shell/refused-switches.ts';
import { storeArgument } from './shell/start-arguments.ts';
import { userDataFor } from './shell/user-data.ts';
import { createWindowKeeper } from './shell/window-keeper.ts';

/** The desk in its window: what must precede `ready`, and then the window before anything else. The rest stands in `startDesk`. */
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
  void app.whenReady().then(openDesk);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
}

/**
 * The page takes the longest to come up, and this thread is what it waits for until it has its script: the rest is loaded after
 * that, or when there is to be no page. What the page asks meanwhile waits.
 */
function openDesk(): void {
  const language = app.getLocale().startsWith('ar') ? 'ar' : 'en';
  const preferences = openPreferences(join(userData, 'preferences.json'), language);
  const preload = join(here, '../preload/index.cjs');
  const windows = createWindowKeeper(() => openDeskWindow(preload, preferences, app.isPackaged));
  nativeTheme.themeSource = preferences.get().theme;
  guardSession(electronSession.defaultSession);
  const pageIsUnderWay = Promise.withResolvers<void>();
  serveApp(electronSession.defaultSession, join(here, '../renderer'), pageIsUnderWay.resolve);
  windows.onOpened((window) => onceLoaded(window, pageIsUnderWay.resolve));
  windows.open();

  const desk = pageIsUnderWay.promise
    .then(() => import('./start-desk.ts'))
    .then(({ startDesk }) => startDesk({ here, namedStore, preferences, windows }));
  serveIpc(windows.current, appOrigin, async (name, text) => (await desk).handle(name, text));
  desk.catch((error: unknown) => {
    process.stderr.write(`Watchkeeper could not start: ${String(error)}\n`);
    app.exit(1);
  });
  const show = async (number: string | null): Promise<void> => {
    windows.open();
    (await desk).links.open(number);
  };
  app.on('second-instance', (_event, argv) => void show(ticketNumberIn(argv)));
  app.on('open-url', (_event, url) => void show(ticketNumberOf(url)));
  app.on('activate', () => windows.open());
}
