import type Database from 'better-sqlite3';
import type { TicketRow } from '../schema/ticket.ts';

export type CounterKey = { organizationId: string; sensitive: number; view: string; assigneeId: string };

/** Views that a row stands in, of those that time alone does not move it in or out of. */
export function viewsOf(row: TicketRow): CounterKey[] {
  const { organizationId, sensitive } = row;
  const key = (view: string, assigneeId = ''): CounterKey => ({ organizationId, sensitive, view, assigneeId });
  if (row.isOpen === 0) return [key('done')];
  const held = row.assigneeId === null ? key('unassigned') : key('mine', row.assigneeId);
  return row.isEscalated === 1 ? [key('all'), held, key('escalated')] : [key('all'), held];
}

function standsAlike(a: TicketRow, b: TicketRow): boolean {
  return (
    a.isOpen === b.isOpen &&
    a.isEscalated === b.isEscalated &&
    a.assigneeId === b.assigneeId &&
    a.sensitive === b.sensitive &&
    a.organizationId === b.organizationId
  );
}

/** Differences to the counters, gathered through one transaction and written at its end. */
export class QueueCounters {
  readonly #changes = new Map<string, { key: CounterKey; by: number }>();
  readonly #add: Database.Statement<[string, number, string, string, number]>;
  readonly #removeEmpty: Database.Statement<[string, number, string, string]>;

  constructor(db: Database.Database) {
    this.#add = db.prepare(
      `INSERT INTO queue_counter (organization_id, sensitive, view, assignee_id, n) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET n = n + excluded.n`,
    );
    this.#removeEmpty = db.prepare(
      'DELETE FROM queue_counter WHERE organization_id = ? AND sensitive = ? AND view = ? AND assignee_id = ? AND n = 0',
    );
  }

  count(before: TicketRow | null, after: TicketRow | null): void {
    if (before !== null && after !== null && standsAlike(before, after)) return;
    if (before !== null) for (const key of viewsOf(before)) this.#change(key, -1);
    if (after !== null) for (const key of viewsOf(after)) this.#change(key, 1);
  }

  /** To be called before the commit. */
  flush(): void {
    for (const { key, by } of this.#changes.values()) {
      const { organizationId, sensitive, view, assigneeId } = key;
      if (by !== 0) this.#add.run(organizationId, sensitive, view, assigneeId, by);
      if (by < 0) this.#removeEmpty.run(organizationId, sensitive, view, assigneeId);
    }
    this.#changes.clear();
  }

  /** To be called when the transaction is given up. */
  forget(): void {
    this.#changes.clear();
  }

  #change(key: CounterKey, by: number): void {
    const name = `${key.organizationId} ${key.sensitive} ${key.view} ${key.assigneeId}`;
    const known = this.#changes.get(name);
    if (known === undefined) this.#changes.set(name, { key, by });
    else known.by += by;
  }
}
