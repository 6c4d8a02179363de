import { Menu, nativeTheme, type App } from 'electron';
import type { DeskInfo, DeskState, DeskTime } from '../../preload/contract/people.ts';
import type { Result } from '../../preload/contract/result.ts';
import type { RouteParsed } from '../../preload/contract/routes.ts';
import type { DeskLanguage } from '../../preload/contract/values.ts';
import type { Clock } from '../ports/clock.ts';
import type { Notifier, UnshownNews } from '../ports/notifier.ts';
import { desktopNotifier } from './desktop-notifier.ts';
import { menuTemplate, type MenuActions } from './menu.ts';
import type { PreferencesFile } from './preferences.ts';
import { noticeText } from './notice-text.ts';
import { saveFile } from './save-file.ts';
import { createShellTexts } from './shell-texts.ts';
import { sendToWindow, type SendToWindow } from './send-to-window.ts';
import { createTray } from './tray.ts';
import type { WindowKeeper } from './window-keeper.ts';

export type DeskShell = {
  send: SendToWindow;
  notifier: Notifier;
  /** What the machine knows of itself, and how it shows the desk. */
  face: {
    info(): Omit<DeskInfo, keyof DeskTime | 'state'>;
    setPreferences(change: RouteParsed<'preferences.set'>): void;
    saveFile(name: string, text: string): Promise<Result<{ fileName: string | null }>>;
  };
  noticeText: (item: UnshownNews, locked: boolean) => string;
  /** Tells the window and the menus where the desk stands. */
  showState(state: DeskState): void;
};

/** Menus, tray and notifications of one desk, and what its window is told. */
export function createDeskShell(parts: {
  app: App;
  clock: Clock;
  preferences: PreferencesFile;
  windows: WindowKeeper;
  lock: () => void;
}): DeskShell {
  const { app, clock, preferences, windows } = parts;
  let userLanguage: DeskLanguage | null = null;
  const text = createShellTexts(() => userLanguage ?? preferences.get().language);
  let signedIn = false;
  let shownUserId: string | null = null;

  const { current, open } = windows;
  const send = sendToWindow(current);

  const actions: MenuActions = {
    command(name) {
      // Not through the window: a desk must lock even when its page hangs.
      if (name === 'lock') return parts.lock();
      open();
      send('command.run', { name });
    },
    openWindow: open,
    quit: () => app.quit(),
  };
  const tray = createTray(text, actions);

  const refresh = (): void => {
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(text, actions, signedIn)));
    tray.refresh(signedIn);
  };

  const showTicket = (ticketId: string): void => {
    open();
    if (signedIn) send('ticket.show', { ticketId });
  };

  refresh();
  return {
    send,
    notifier: desktopNotifier({ app, clock, text, tray, window: current, showTicket }),
    face: {
      info: () => ({
        version: app.getVersion(),
        runtime: `Electron ${process.versions.electron} · Chromium ${process.versions.chrome} · Node ${process.versions.node}`,
        platform: process.platform,
        language: preferences.get().language,
        theme: preferences.get().theme,
        singleKeys: preferences.get().singleKeys,
        keys: preferences.get().keys,
      }),
      setPreferences({ language, theme, singleKeys, keys }) {
        const change = {
          ...(language && { language }),
          ...(theme && { theme }),
          ...(singleKeys !== undefined && { singleKeys }),
          ...(keys && { keys }),
        };
        nativeTheme.themeSource = preferences.set(change).theme;
        refresh();
      },
      saveFile: (name, content) => saveFile(current(), name, content),
    },
    noticeText: (item, locked) => noticeText(text, item, locked),
    showState(state) {
      signedIn = state.stage === 'ready';
      userLanguage = state.stage === 'ready' ? state.user.language : userLanguage;
      refresh();
      const userId = shownTo(state, shownUserId);
      // Another person at the desk, or nobody: nothing of the one before may stay in the page's memory.
      if (shownUserId !== null && userId !== shownUserId) current()?.webContents.reload();
      else send('desk.state', state);
      shownUserId = userId;
    },
  };
}

/** @returns whom the page belongs to: a lock keeps it for the same person's return, signing out does not */
function shownTo(state: DeskState, before: string | null): string | null {
  if (state.stage === 'ready') return state.user.id;
  return state.stage === 'sign_in' && state.lockedUserName === null ? null : before;
}
