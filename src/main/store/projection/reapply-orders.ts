import type Database from 'better-sqlite3';
import type { ReapplyWord } from '../../domain/publishing/reapplied.ts';
import { sortKey, type TicketSort } from './ticket-sorts.ts';

const NEWER_THAN_ALL = Number.MAX_SAFE_INTEGER;

export type ReapplyOrder = { id: string; organizationId: string; sorts: readonly TicketSort[]; actorId: string };
/** A ticket that an order names, and whose word it is. */
export type ToReapply = ReapplyWord & { ticketId: string };

type OrderRow = { id: string; organizationId: string; sorts: string; actorId: string; beforeNewest: number };
type Row = TicketSort & { id: string; newest: number };

/** Asks for the configuration of today to count for open tickets of these sorts, from the newest on. */
export function orderReapply(db: Database.Database, { id, organizationId, sorts, actorId }: ReapplyOrder): void {
  db.prepare('INSERT INTO reapply (id, organization_id, sorts, actor_id, before_newest) VALUES (?, ?, ?, ?, ?)').run(
    id,
    organizationId,
    JSON.stringify(sorts.map(sortKey)),
    actorId,
    NEWER_THAN_ALL,
  );
}

export function hasReapplyOrder(db: Database.Database): boolean {
  return db.prepare('SELECT 1 FROM reapply LIMIT 1').get() !== undefined;
}

/**
 * Looks through up to `limit` open tickets of one order; each is given once.
 * @returns those of the sorts that it names: fewer than `limit`, also none, while more are to come
 */
export function takeToReapply(db: Database.Database, limit: number): ToReapply[] {
  const order = db
    .prepare<[], OrderRow>(
      `SELECT id, organization_id AS organizationId, sorts, actor_id AS actorId, before_newest AS beforeNewest
       FROM reapply ORDER BY id LIMIT 1`,
    )
    .get();
  if (order === undefined) return [];
  const rows = db
    .prepare<[string, number, number], Row>(
      `SELECT id, newest, kind, category, severity, priority FROM ticket
       WHERE is_open = 1 AND organization_id = ? AND sensitive = 0 AND newest < ? ORDER BY newest DESC LIMIT ?`,
    )
    .all(order.organizationId, order.beforeNewest, limit);
  const last = rows.at(-1);
  if (last === undefined || rows.length < limit) db.prepare('DELETE FROM reapply WHERE id = ?').run(order.id);
  else db.prepare('UPDATE reapply SET before_newest = ? WHERE id = ?').run(last.newest, order.id);
  // Written by `orderReapply` alone.
  const named = new Set(JSON.parse(order.sorts) as string[]);
  return rows
    .filter((row) => named.has(sortKey(row)))
    .map(({ id }) => ({ ticketId: id, orderId: order.id, actorId: order.actorId }));
}
