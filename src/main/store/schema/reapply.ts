import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * Orders to let the configuration of today count for open tickets. Worked off in small steps behind what is due, and kept here so
 * that a restart goes on where the last one ended.
 */
export const reapply = sqliteTable('reapply', {
  id: text('id').primaryKey(),
  organizationId: text('organization_id').notNull(),
  /** JSON: the sorts of ticket (kind, category, severity, priority) that it is about. */
  sorts: text('sorts').notNull(),
  /** Who asked for it. */
  actorId: text('actor_id').notNull(),
  /** Tickets older than this one are still to be done; counts down. */
  beforeNewest: integer('before_newest').notNull(),
});
