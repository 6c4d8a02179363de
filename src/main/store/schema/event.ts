import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** The log of tickets and of the configuration: only ever appended to. Every other table but the audit can be made again from it. */
export const event = sqliteTable(
  'event',
  {
    seq: integer('seq').primaryKey(),
    id: text('id').notNull(),
    /** Ticket, or configured thing. */
    streamId: text('stream_id').notNull(),
    organizationId: text('organization_id'),
    kind: text('kind').notNull(),
    /** JSON. */
    body: text('body').notNull(),
    occurredAt: integer('occurred_at').notNull(),
    at: integer('at').notNull(),
    deskId: text('desk_id').notNull(),
    actorId: text('actor_id'),
    v: integer('v').notNull(),
  },
  // Both grow at their end: ids of people's events and of tickets begin with their time. An index over all ids would not,
  // since the engine's are hashes: at a million tickets each would touch a page of its own.
  (table) => [
    uniqueIndex('event_in_stream').on(table.streamId, table.id),
    index('event_of_person')
      .on(table.id)
      .where(sql`actor_id IS NOT NULL`),
  ],
);
