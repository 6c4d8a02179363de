import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { Instant } from '../../../preload/contract/values.ts';

export type AuditKind =
  | 'signed_in'
  | 'refused'
  | 'locked'
  | 'signed_out'
  | 'password_set'
  | 'clock_confirmed'
  | 'read_sensitive'
  | 'configured'
  | 'configuration_proposed'
  | 'configuration_approved'
  | 'configuration_rejected'
  | 'configuration_withdrawn'
  | 'imported'
  | 'import_undone';

export type AuditEntry = {
  seq: number;
  at: Instant;
  actorId: string | null;
  kind: string;
  subjectId: string | null;
  previous: string;
};

/** SHA-256, hex, over everything that an entry says and the digest before it. */
export function auditDigest({ seq, at, actorId, kind, subjectId, previous }: AuditEntry): string {
  return createHash('sha256')
    .update(JSON.stringify([seq, at, actorId, kind, subjectId, previous]))
    .digest('hex');
}

/** Appends to the audit, in the transaction of what it speaks of: neither is there without the other. */
export class AuditLog {
  readonly #last: Database.Statement<[], { seq: number; digest: string }>;
  readonly #append: Database.Statement<(string | number | null)[]>;

  constructor(db: Database.Database) {
    this.#last = db.prepare('SELECT seq, digest FROM audit_entry ORDER BY seq DESC LIMIT 1');
    this.#append = db.prepare(
      'INSERT INTO audit_entry (seq, at, actor_id, kind, subject_id, previous, digest) VALUES (?, ?, ?, ?, ?, ?, ?)',
    );
  }

  append(at: Instant, actorId: string | null, kind: AuditKind, subjectId: string | null): void {
    const last = this.#last.get();
    const entry: AuditEntry = { seq: (last?.seq ?? 0) + 1, at, actorId, kind, subjectId, previous: last?.digest ?? '' };
    this.#append.run(entry.seq, at, actorId, kind, subjectId, entry.previous, auditDigest(entry));
  }
}
