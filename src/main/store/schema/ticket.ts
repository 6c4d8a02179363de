import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * What the fold of each ticket's events gives, as the queue and the engine read it. Rewritten by `project-ticket` alone.
 * `newest` orders by creation: createdAt × 1024 + the first free place, so that rowid order is the order of the screen
 * and the search index, whose rowids these are, yields newest first without sorting.
 * `due_sort`: `due_at`, or `NEVER_DUE` where nothing is due, so that one index holds the whole order.
 */
export const ticket = sqliteTable(
  'ticket',
  {
    newest: integer('newest').primaryKey(),
    id: text('id').notNull().unique(),
    /** Not UNIQUE: logs of two desks that imported one file must merge. Imports refuse a number that is there. */
    number: text('number').notNull(),
    organizationId: text('organization_id').notNull(),
    teamId: text('team_id'),
    assigneeId: text('assignee_id'),
    status: text('status').notNull(),
    kind: text('kind').notNull(),
    category: text('category').notNull(),
    severity: text('severity').notNull(),
    priority: text('priority').notNull(),
    subject: text('subject').notNull(),
    contactName: text('contact_name').notNull(),
    level: integer('level').notNull(),
    sensitive: integer('sensitive').notNull(),
    isOpen: integer('is_open').notNull(),
    /** Open and above level 0. */
    isEscalated: integer('is_escalated').notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    resolvedAt: integer('resolved_at'),
    closedAt: integer('closed_at'),
    dueAt: integer('due_at'),
    dueSort: integer('due_sort').notNull(),
    nextAt: integer('next_at'),
    awaitingTarget: integer('awaiting_target').notNull(),
    /** JSON of the three clocks and of the calendar that they count in, for showing: `ShownClocks`. */
    clocks: text('clocks').notNull(),
    /** Outcome of each clock, for counting: see `projection/outcomes.ts`. */
    responseOutcome: integer('response_outcome').notNull(),
    nextResponseOutcome: integer('next_response_outcome').notNull(),
    resolutionOutcome: integer('resolution_outcome').notNull(),
    batchId: text('batch_id'),
    version: integer('version').notNull(),
    /** Of the words that the search index holds for it: written again only when it differs. */
    textDigest: integer('text_digest').notNull(),
  },
  // Every index ends in the rowid, which is `newest`: it orders what is equal without being named.
  (table) => [
    index('ticket_by_number').on(table.number),
    index('ticket_by_due')
      .on(table.organizationId, table.sensitive, table.dueSort)
      .where(sql`is_open = 1`),
    index('ticket_by_newest')
      .on(table.organizationId, table.sensitive, table.newest, table.dueSort)
      .where(sql`is_open = 1`),
    index('ticket_of_assignee_by_due')
      .on(table.organizationId, table.sensitive, table.assigneeId, table.dueSort)
      .where(sql`is_open = 1`),
    index('ticket_of_assignee_by_newest')
      .on(table.organizationId, table.sensitive, table.assigneeId)
      .where(sql`is_open = 1`),
    index('ticket_escalated_by_due')
      .on(table.organizationId, table.sensitive, table.dueSort)
      .where(sql`is_escalated = 1`),
    index('ticket_escalated_by_newest')
      .on(table.organizationId, table.sensitive)
      .where(sql`is_escalated = 1`),
    index('ticket_done')
      .on(table.organizationId, table.sensitive)
      .where(sql`is_open = 0`),
    index('ticket_next')
      .on(table.nextAt)
      .where(sql`next_at IS NOT NULL`),
    index('ticket_awaiting')
      .on(table.awaitingTarget)
      .where(sql`awaiting_target = 1`),
    index('ticket_of_batch')
      .on(table.batchId)
      .where(sql`batch_id IS NOT NULL`),
  ],
);

export type TicketRow = typeof ticket.$inferSelect;
