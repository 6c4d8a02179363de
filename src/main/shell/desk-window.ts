import { BrowserWindow, nativeTheme, screen } from 'electron';
import { startPage } from './page-address.ts';
import type { PreferencesFile } from './preferences.ts';
import { placeWindow, smallest } from './window-place.ts';

/** Colour before the page has painted: a white flash in a dark control room is the first thing that people curse. */
const background = { dark: '#1f1f1f', light: '#ffffff' };

/**
 * Opens the desk's window, in its last place.
 * @param preload  absolute path of the built preload script
 */
export function openDeskWindow(preload: string, preferences: PreferencesFile, packaged: boolean): BrowserWindow {
  const saved = preferences.get().place;
  const first = screen.getPrimaryDisplay();
  const areas = [first, ...screen.getAllDisplays().filter((display) => display.id !== first.id)].map(
    (each) => each.workArea,
  );
  const window = new BrowserWindow({
    ...placeWindow(saved, areas),
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: 'Watchkeeper',
    backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      disableDialogs: true,
      safeDialogs: true,
      spellcheck: false,
      devTools: !packaged,
      // Countdown chips must be right when the window comes back from behind another one.
      backgroundThrottling: true,
    },
  });
  window.once('ready-to-show', () => {
    if (saved?.maximized === true) window.maximize();
    window.show();
  });
  const remember = (): void => {
    preferences.set({ place: { ...window.getNormalBounds(), maximized: window.isMaximized() } });
  };
  window.on('close', remember);
  void window.loadURL(startPage);
  return window;
}
