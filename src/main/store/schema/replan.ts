import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * Organizations whose open tickets have to be planned again, since a rule, manager or holder changed. Worked off in small
 * steps behind what is due, and kept here so that a restart goes on where the last one ended.
 */
export const replan = sqliteTable('replan', {
  organizationId: text('organization_id').primaryKey(),
  /** Tickets older than this one are still to be done; counts down. */
  beforeNewest: integer('before_newest').notNull(),
});
