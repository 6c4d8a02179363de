import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Texts being written: a crash loses none. */
export const draft = sqliteTable(
  'draft',
  {
    userId: text('user_id').notNull(),
    key: text('key').notNull(),
    text: text('text').notNull(),
    savedAt: integer('saved_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.key] })],
);

export const preference = sqliteTable(
  'preference',
  {
    userId: text('user_id').notNull(),
    key: text('key').notNull(),
    value: text('value').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.key] })],
);
