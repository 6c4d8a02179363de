import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The newest value of each configured thing; of policies and rules every version, since tickets name them. */
export const configEntity = sqliteTable(
  'config_entity',
  {
    id: text('id').primaryKey(),
    kind: text('kind').notNull(),
    organizationId: text('organization_id'),
    /** JSON. */
    value: text('value').notNull(),
    at: integer('at').notNull(),
    eventId: text('event_id').notNull(),
  },
  (table) => [index('config_entity_by_log_order').on(table.at, table.eventId)],
);
