import type { NotificationItem } from '../../../preload/contract/people.ts';
import type { notification } from '../schema/notification.ts';

export type NotificationRow = Omit<typeof notification.$inferSelect, 'seq' | 'userId' | 'shownAt'>;

/** Columns of a NotificationRow, for a SELECT. */
export const notificationColumns =
  'id, kind, ticket_id AS ticketId, number, level, created_at AS createdAt, read_at AS readAt';

/** A line of the inbox as the window and the notifier see it. */
export function toNotificationItem(row: NotificationRow): NotificationItem {
  // Written from a Notice, which has the contract's kinds.
  return { ...row, kind: row.kind as NotificationItem['kind'] };
}
