import type { NotificationItem } from '../../preload/contract/people.ts';

/** News that was not shown outside the window yet. `restricted`: its ticket is sensitive as it stands now. */
export type UnshownNews = NotificationItem & { restricted: boolean };

/** Shows a person something outside the window; without a desktop it prints. */
export type Notifier = {
  show(notice: { title: string; body: string; ticketId: string | null }): void;
  /** Count on the dock, taskbar or tray: breached and escalated tickets of the signed-in user. */
  badge(count: number): void;
};
