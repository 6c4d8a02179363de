import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Append-only: each entry's digest covers the one before it, so an edited or removed entry breaks the chain. */
export const auditEntry = sqliteTable('audit_entry', {
  seq: integer('seq').primaryKey(),
  at: integer('at').notNull(),
  actorId: text('actor_id'),
  /** `signed_in`, `refused`, `locked`, `signed_out`, `password_set`, `read_sensitive`, `configured`, `imported`, `import_undone`. */
  kind: text('kind').notNull(),
  subjectId: text('subject_id'),
  /** SHA-256, hex, of the entry before; of nothing for the first. */
  previous: text('previous').notNull(),
  digest: text('digest').notNull(),
});
