import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** How many rows stand in each view that time does not move; kept by the projection with every row. */
export const queueCounter = sqliteTable(
  'queue_counter',
  {
    organizationId: text('organization_id').notNull(),
    sensitive: integer('sensitive').notNull(),
    /** `all`, `mine`, `unassigned`, `escalated` or `done`. */
    view: text('view').notNull(),
    /** Only of `mine`; empty otherwise. */
    assigneeId: text('assignee_id').notNull(),
    n: integer('n').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.sensitive, table.view, table.assigneeId] })],
);
