import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const importBatch = sqliteTable('import_batch', {
  id: text('id').primaryKey(),
  organizationId: text('organization_id').notNull(),
  fileName: text('file_name').notNull(),
  madeAt: integer('made_at').notNull(),
  madeBy: text('made_by'),
  tickets: integer('tickets').notNull(),
  undoneAt: integer('undone_at'),
});
