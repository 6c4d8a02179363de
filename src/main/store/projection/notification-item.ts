import type { NotificationItem } from '../../../preload/contract/people.ts';
import type { notification } from '../schema/notification.ts';

/** A line of the inbox as the window and the notifier see it. */
export function toNotificationItem(row: typeof notification.$inferSelect): NotificationItem {
  const { id, ticketId, number, createdAt, level, readAt } = row;
  // Written from a Notice, which has the contract's kinds.
  return { id, kind: row.kind as NotificationItem['kind'], ticketId, number, createdAt, level, readAt };
}
