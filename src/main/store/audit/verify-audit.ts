import type Database from 'better-sqlite3';
import { auditDigest, type AuditEntry } from './audit-log.ts';

/**
 * Walks the chain of the audit.
 * @returns `seq` of the first entry that was edited, or that follows one that was taken away; null when it holds.
 * A tail that was cut off is not seen here: that takes the head, anchored elsewhere.
 */
export function verifyAudit(db: Database.Database): number | null {
  const rows = db
    .prepare<[], AuditEntry & { digest: string }>(
      `SELECT seq, at, actor_id AS actorId, kind, subject_id AS subjectId, previous, digest FROM audit_entry ORDER BY seq`,
    )
    .iterate();
  let [seq, previous] = [0, ''];
  for (const row of rows) {
    if (row.seq !== seq + 1 || row.previous !== previous || row.digest !== auditDigest(row)) return row.seq;
    [seq, previous] = [row.seq, row.digest];
  }
  return null;
}
