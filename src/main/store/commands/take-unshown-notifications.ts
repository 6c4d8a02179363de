import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { failure, success } from '../../../preload/contract/result.ts';
import { toNotificationItem } from '../projection/notification-item.ts';
import { notification } from '../schema/notification.ts';
import type { Command } from './write-context.ts';

/** Taken and marked in one transaction: after a crash between the two, nothing would be told twice. */
export const takeUnshownNotifications: Command<'take-unshown-notifications'> = ({ limit }, { orm, actorId, nowAt }) => {
  if (actorId === null) return failure('ACCESS_DENIED');
  const rows = orm
    .select()
    .from(notification)
    .where(and(eq(notification.userId, actorId), isNull(notification.shownAt)))
    .orderBy(asc(notification.createdAt))
    .limit(limit)
    .all();
  const ids = rows.map(({ id }) => id);
  if (ids.length > 0) orm.update(notification).set({ shownAt: nowAt }).where(inArray(notification.id, ids)).run();
  return success({ items: rows.map(toNotificationItem) });
};
