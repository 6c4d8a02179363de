import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** This installation: one row. */
export const desk = sqliteTable('desk', {
  id: integer('id').primaryKey(),
  deskId: text('desk_id').notNull(),
  /** Four letters or digits in every tracking number that this desk gives. */
  deskCode: text('desk_code').notNull(),
  /** Greatest `at` that this desk wrote or saw: see `domain/ticket/log-clock.ts`. */
  lastAt: integer('last_at').notNull(),
  /** Last tracking number given. */
  numberCounter: integer('number_counter').notNull(),
  /** One more with every change of the configuration: readers load it again by this. */
  configVersion: integer('config_version').notNull(),
});
