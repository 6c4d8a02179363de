import { and, count, desc, eq, isNull } from 'drizzle-orm';
import { success } from '../../../preload/contract/result.ts';
import { toNotificationItem } from '../projection/notification-item.ts';
import { notification } from '../schema/notification.ts';
import type { Query } from './read-context.ts';

/** What an inbox shows at most. */
const MOST = 200;

export const notifications: Query<'notifications'> = (_input, { orm, viewer }) => {
  if (viewer === null) return success({ unread: 0, items: [] });
  const own = eq(notification.userId, viewer.id);
  const unread = orm
    .select({ n: count() })
    .from(notification)
    .where(and(own, isNull(notification.readAt)))
    .get();
  const rows = orm.select().from(notification).where(own).orderBy(desc(notification.createdAt)).limit(MOST).all();
  return success({ unread: unread?.n ?? 0, items: rows.map(toNotificationItem) });
};
