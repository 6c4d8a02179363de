import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The log of tickets and of the configuration: only ever appended to. Every other table but the audit can be made again from it. */
export const event = sqliteTable(
  'event',
  {
    seq: integer('seq').primaryKey(),
    id: text('id').notNull().unique(),
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
  // Without `id`: ties of `at` come only from several desks and are put in order by the fold; the index is a third smaller.
  (table) => [index('event_of_stream').on(table.streamId, table.at)],
);
