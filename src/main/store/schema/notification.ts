import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The in-app inbox. It names a ticket by its number alone: what it says must not outlive the reader's right to read it. */
export const notification = sqliteTable(
  'notification',
  {
    id: text('id').primaryKey(),
    userId: text('user_id').notNull(),
    kind: text('kind').notNull(),
    ticketId: text('ticket_id').notNull(),
    number: text('number').notNull(),
    level: integer('level'),
    createdAt: integer('created_at').notNull(),
    readAt: integer('read_at'),
    /** When it was shown outside the window: each is shown there once, also after a restart. */
    shownAt: integer('shown_at'),
  },
  (table) => [
    index('notification_of_user').on(table.userId, table.createdAt),
    index('notification_unread')
      .on(table.userId)
      .where(sql`read_at IS NULL`),
    index('notification_unshown')
      .on(table.userId, table.createdAt)
      .where(sql`shown_at IS NULL`),
    index('notification_of_ticket').on(table.ticketId),
  ],
);
