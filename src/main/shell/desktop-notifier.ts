import { Notification, type App, type BrowserWindow } from 'electron';
import type { Clock } from '../ports/clock.ts';
import type { Notifier } from '../ports/notifier.ts';
import { createNoticeBatch } from './notice-batch.ts';
import type { ShellText } from './shell-texts.ts';
import type { DeskTray } from './tray.ts';

/** Native notifications with click-through, and the count on dock, taskbar and tray. */
export function desktopNotifier(parts: {
  app: App;
  clock: Clock;
  text: ShellText;
  tray: DeskTray;
  window: () => BrowserWindow | null;
  showTicket: (ticketId: string) => void;
}): Notifier {
  const { app, clock, text, tray } = parts;
  // Held until shown or closed: a collected Notification never tells of its click.
  const open = new Set<Notification>();
  const batch = createNoticeBatch(clock, ({ text: said, ticketId, many }) => {
    if (!Notification.isSupported()) return;
    const body = said ?? text('noticeMany', { count: many });
    const notification = new Notification({ title: app.name, body });
    open.add(notification);
    notification.on('close', () => open.delete(notification));
    notification.on('click', () => {
      open.delete(notification);
      if (ticketId !== null) parts.showTicket(ticketId);
      else parts.window()?.show();
    });
    notification.show();
    // Linux desktops do not always tell of a close: the set must not grow for days.
    if (open.size > 50) open.delete([...open][0] ?? notification);
  });
  return {
    show: ({ body, ticketId }) => batch({ text: body, ticketId }),
    badge(count) {
      app.setBadgeCount(count);
      tray.count(count);
    },
  };
}
