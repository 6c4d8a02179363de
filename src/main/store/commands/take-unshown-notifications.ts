import type { NotificationItem } from '../../../preload/contract/people.ts';
import { failure, success } from '../../../preload/contract/result.ts';
import type { UnshownNews } from '../../ports/notifier.ts';
import { notificationColumns, toNotificationItem, type NotificationRow } from '../projection/notification-item.ts';
import type { Command, WriteContext } from './write-context.ts';

/** What the reader switched off for the desktop stands in the inbox alone. Where they chose nothing, it is shown. */
function isForDesktop({ config }: WriteContext, userId: string, { kind }: NotificationItem): boolean {
  return config.readerSettings(userId)?.ways[kind]?.includes('desktop') ?? true;
}

function isRestricted({ tickets }: WriteContext, { ticketId }: NotificationItem): boolean {
  return tickets.byId(ticketId)?.sensitive === 1;
}

/**
 * Taken and marked in one transaction: after a crash between the two, nothing would be told twice. What has been read needs
 * no showing.
 */
export const takeUnshownNotifications: Command<'take-unshown-notifications'> = ({ limit }, context) => {
  const { statements, actorId, nowAt } = context;
  if (actorId === null) return failure('ACCESS_DENIED');
  const unshown = statements.of<[string, number], NotificationRow>(
    `SELECT ${notificationColumns} FROM notification WHERE user_id = ? AND read_at IS NULL AND shown_at IS NULL
     ORDER BY created_at LIMIT ?`,
  );
  const mark = statements.of<[number, string, string], never>(
    'UPDATE notification SET shown_at = ? WHERE ticket_id = ? AND id = ?',
  );
  const items: UnshownNews[] = [];
  // Fewer than asked for means that there are no more: what is left out must not end the taking.
  while (items.length < limit) {
    const rows = unshown.all(actorId, limit - items.length);
    if (rows.length === 0) break;
    for (const { ticketId, id } of rows) mark.run(nowAt, ticketId, id);
    const wanted = rows.map(toNotificationItem).filter((item) => isForDesktop(context, actorId, item));
    items.push(...wanted.map((item) => ({ ...item, restricted: isRestricted(context, item) })));
  }
  return success({ items });
};
