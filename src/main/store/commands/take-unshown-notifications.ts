import { failure, success } from '../../../preload/contract/result.ts';
import { notificationColumns, toNotificationItem, type NotificationRow } from '../projection/notification-item.ts';
import type { Command } from './write-context.ts';

/** Taken and marked in one transaction: after a crash between the two, nothing would be told twice. */
export const takeUnshownNotifications: Command<'take-unshown-notifications'> = ({ limit }, context) => {
  const { statements, actorId, nowAt } = context;
  if (actorId === null) return failure('ACCESS_DENIED');
  const rows = statements
    .of<[string, number], NotificationRow>(
      `SELECT ${notificationColumns} FROM notification WHERE user_id = ? AND shown_at IS NULL ORDER BY created_at LIMIT ?`,
    )
    .all(actorId, limit);
  const mark = statements.of<[number, string], never>('UPDATE notification SET shown_at = ? WHERE id = ?');
  for (const { id } of rows) mark.run(nowAt, id);
  return success({ items: rows.map(toNotificationItem) });
};
