import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** The in-app inbox. It names a ticket by its number alone: what it says must not outlive the reader's right to read it. */
export const notification = sqliteTable(
  'notification',
  {
    seq: integer('seq').primaryKey(),
    id: text('id').notNull(),
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
  // Every one costs each telling; ids begin as the engine's do, at random, and an index over all of them would touch a page of
  // its own each time: a line is found by its ticket and its id. What was read needs no showing any more, so one index leads
  // to what is unread and to what of it is unshown.
  (table) => [
    uniqueIndex('notification_of_ticket').on(table.ticketId, table.id),
    index('notification_of_user').on(table.userId, table.createdAt),
    index('notification_unread')
      .on(table.userId, table.shownAt, table.createdAt)
      .where(sql`read_at IS NULL`),
  ],
);
