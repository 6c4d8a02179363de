import { success } from '../../../preload/contract/result.ts';
import { notificationColumns, toNotificationItem, type NotificationRow } from '../projection/notification-item.ts';
import type { Query } from './read-context.ts';

/** What an inbox shows at most. */
const MOST = 200;

export const notifications: Query<'notifications'> = (_input, { statements, viewer }) => {
  if (viewer === null) return success({ unread: 0, items: [] });
  const unread = statements
    .of<[string], { n: number }>('SELECT count(*) AS n FROM notification WHERE user_id = ? AND read_at IS NULL')
    .get(viewer.id);
  const rows = statements
    .of<[string, number], NotificationRow>(
      `SELECT ${notificationColumns} FROM notification WHERE user_id = ? ORDER BY created_at DESC LIMIT ?`,
    )
    .all(viewer.id, MOST);
  return success({ unread: unread?.n ?? 0, items: rows.map(toNotificationItem) });
};
