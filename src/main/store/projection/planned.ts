import type Database from 'better-sqlite3';
import type { Instant } from '../../../preload/contract/values.ts';
import { hasReapplyOrder } from './reapply-orders.ts';

/** In place of an organization: tickets whose escalation found nobody. Ids are never empty. */
export const AWAITING = '';
const NEWER_THAN_ALL = Number.MAX_SAFE_INTEGER;

type Row = { newest: number; id: string };
const ofOrganization = `SELECT newest, id FROM ticket WHERE is_open = 1 AND organization_id = ? AND sensitive = 0
  AND newest < ? ORDER BY newest DESC LIMIT ?`;
const thatAwait = `SELECT newest, id FROM ticket WHERE awaiting_target = 1 AND ? = '' AND newest < ? ORDER BY newest DESC LIMIT ?`;

function rowsToPlan(db: Database.Database, organizationId: string, beforeNewest: number, limit: number): Row[] {
  return db
    .prepare<[string, number, number], Row>(organizationId === AWAITING ? thatAwait : ofOrganization)
    .all(organizationId, beforeNewest, limit);
}

/** Asks for all open tickets of an organization, or all that await a target, to be planned again from the newest on. */
export function askToPlanAgain(db: Database.Database, organizationId: string): void {
  if (rowsToPlan(db, organizationId, NEWER_THAN_ALL, 1).length === 0) return;
  db.prepare(
    `INSERT INTO replan (organization_id, before_newest) VALUES (?, ?)
     ON CONFLICT DO UPDATE SET before_newest = excluded.before_newest`,
  ).run(organizationId, NEWER_THAN_ALL);
}

/** Takes up to `limit` tickets that are to be planned again; each is given once for each time that was asked. */
export function toPlanAgain(db: Database.Database, limit: number): string[] {
  const asked = db
    .prepare<[], { organizationId: string; beforeNewest: number }>(
      'SELECT organization_id AS organizationId, before_newest AS beforeNewest FROM replan ORDER BY organization_id LIMIT 1',
    )
    .get();
  if (asked === undefined) return [];
  const rows = rowsToPlan(db, asked.organizationId, asked.beforeNewest, limit);
  const last = rows.at(-1);
  if (last === undefined || rows.length < limit) {
    db.prepare('DELETE FROM replan WHERE organization_id = ?').run(asked.organizationId);
  } else {
    db.prepare('UPDATE replan SET before_newest = ? WHERE organization_id = ?').run(last.newest, asked.organizationId);
  }
  return rows.map(({ id }) => id);
}

/**
 * @returns earliest instant at which something is due, epoch ms; `nowAt` while something is to be planned again or re-applied;
 * else null
 */
export function nextInstantOf(db: Database.Database, nowAt: Instant): Instant | null {
  const first = db
    .prepare<[], number>('SELECT next_at FROM ticket WHERE next_at IS NOT NULL ORDER BY next_at LIMIT 1')
    .pluck()
    .get();
  const again = db.prepare('SELECT 1 FROM replan LIMIT 1').get() !== undefined || hasReapplyOrder(db);
  if (again) return Math.min(first ?? nowAt, nowAt);
  return first ?? null;
}
