import { Menu, nativeTheme, type App, type BrowserWindow } from 'electron';
import type { DeskInfo, DeskState, DeskTime, NotificationItem } from '../../preload/contract/people.ts';
import type { Result } from '../../preload/contract/result.ts';
import type { RouteParsed } from '../../preload/contract/routes.ts';
import type { DeskLanguage } from '../../preload/contract/values.ts';
import type { Clock } from '../ports/clock.ts';
import type { Notifier } from '../ports/notifier.ts';
import { desktopNotifier } from './desktop-notifier.ts';
import { openDeskWindow } from './desk-window.ts';
import { menuTemplate, type MenuActions } from './menu.ts';
import type { PreferencesFile } from './preferences.ts';
import { saveFile } from './save-file.ts';
import { createShellTexts } from './shell-texts.ts';
import { sendToWindow, type SendToWindow } from './send-to-window.ts';
import { createTray } from './tray.ts';

export type DeskShell = {
  window: () => BrowserWindow | null;
  /** Opens the window, or brings the one there is to the front. */
  openWindow(): void;
  send: SendToWindow;
  notifier: Notifier;
  /** What the machine knows of itself, and how it shows the desk. */
  face: {
    info(): Omit<DeskInfo, keyof DeskTime | 'state'>;
    setPreferences(change: RouteParsed<'preferences.set'>): void;
    saveFile(name: string, text: string): Promise<Result<{ fileName: string | null }>>;
  };
  noticeText: (item: NotificationItem, locked: boolean) => string;
  /** Tells the window and the menus where the desk stands. */
  showState(state: DeskState): void;
};

const noticeKeys: Readonly<Record<NotificationItem['kind'], string>> = {
  assignment: 'noticeAssignment',
  warning: 'noticeWarning',
  reminder: 'noticeReminder',
  breach: 'noticeBreach',
  escalation: 'noticeEscalation',
  escalation_former: 'noticeEscalationFormer',
  sensitive_marked: 'noticeSensitive',
  explanation_asked: 'noticeExplanationAsked',
  explanation_reminder: 'noticeExplanationReminder',
  explanation_escalated: 'noticeExplanationEscalated',
  explanation_at_end: 'noticeExplanationAtEnd',
  explanation_answered: 'noticeExplanationAnswered',
  explanation_sent_back: 'noticeExplanationSentBack',
};

/** Window, menus, tray and notifications of one desk. */
export function createDeskShell(parts: {
  app: App;
  clock: Clock;
  preferences: PreferencesFile;
  preload: string;
  lock: () => void;
  onWindow: (window: BrowserWindow) => void;
}): DeskShell {
  const { app, clock, preferences } = parts;
  let userLanguage: DeskLanguage | null = null;
  const text = createShellTexts(() => userLanguage ?? preferences.get().language);
  let window: BrowserWindow | null = null;
  let signedIn = false;
  let shownUserId: string | null = null;

  const send = sendToWindow(() => window);

  const openWindow = (): void => {
    if (window !== null) {
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
      return;
    }
    const opened = openDeskWindow(parts.preload, preferences, app.isPackaged);
    window = opened;
    opened.on('closed', () => {
      window = null;
    });
    parts.onWindow(opened);
  };

  const actions: MenuActions = {
    command(name) {
      // Not through the window: a desk must lock even when its page hangs.
      if (name === 'lock') return parts.lock();
      openWindow();
      send('command.run', { name });
    },
    openWindow,
    quit: () => app.quit(),
  };
  const tray = createTray(text, actions);

  const refresh = (): void => {
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(text, actions, signedIn)));
    tray.refresh(signedIn);
  };

  const showTicket = (ticketId: string): void => {
    openWindow();
    if (signedIn) send('ticket.show', { ticketId });
  };

  nativeTheme.themeSource = preferences.get().theme;
  refresh();
  return {
    window: () => window,
    openWindow,
    send,
    notifier: desktopNotifier({ app, clock, text, tray, window: () => window, showTicket }),
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
      saveFile: (name, content) => saveFile(window, name, content),
    },
    noticeText: ({ kind, number, level }, locked) =>
      locked ? number : text(noticeKeys[kind], { number, level: level ?? 0 }),
    showState(state) {
      signedIn = state.stage === 'ready';
      userLanguage = state.stage === 'ready' ? state.user.language : userLanguage;
      refresh();
      const userId = shownTo(state, shownUserId);
      // Another person at the desk, or nobody: nothing of the one before may stay in the page's memory.
      if (shownUserId !== null && userId !== shownUserId) window?.webContents.reload();
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
