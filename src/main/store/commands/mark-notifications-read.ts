import { and, count, eq, inArray, isNull } from 'drizzle-orm';
import { failure, success } from '../../../preload/contract/result.ts';
import { notification } from '../schema/notification.ts';
import type { Command } from './write-context.ts';

/** Only the actor's own, whatever ids were asked for. */
export const markNotificationsRead: Command<'mark-notifications-read'> = ({ ids }, { orm, actorId, nowAt }) => {
  if (actorId === null) return failure('ACCESS_DENIED');
  const unread = and(eq(notification.userId, actorId), isNull(notification.readAt));
  orm
    .update(notification)
    .set({ readAt: nowAt })
    .where(and(unread, inArray(notification.id, [...ids])))
    .run();
  const left = orm.select({ n: count() }).from(notification).where(unread).get();
  return success({ unread: left?.n ?? 0 });
};
