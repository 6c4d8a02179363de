import type Database from 'better-sqlite3';
import type { TicketRow } from '../schema/ticket.ts';

type Value = string | number | null;
/**
 * Every column of `ticket`. Written out, since asking drizzle would load it into each thread (0.4 s of work for three); a
 * test holds it to the schema.
 */
export const ticketKeys = [
  'newest',
  'id',
  'number',
  'organizationId',
  'teamId',
  'assigneeId',
  'status',
  'kind',
  'category',
  'severity',
  'priority',
  'subject',
  'contactName',
  'level',
  'sensitive',
  'isOpen',
  'isEscalated',
  'createdAt',
  'updatedAt',
  'resolvedAt',
  'closedAt',
  'dueAt',
  'dueSort',
  'nextAt',
  'awaitingTarget',
  'clocks',
  'responseOutcome',
  'nextResponseOutcome',
  'resolutionOutcome',
  'batchId',
  'version',
  'textDigest',
] as const satisfies readonly (keyof TicketRow)[];

/** @returns the column's name in SQL, e.g. `due_sort` */
export function columnName(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Columns of `ticket` under the names that the program uses, for a SELECT. */
export const ticketColumns = ticketKeys.map((key) => `ticket.${columnName(key)} AS ${key}`).join(', ');

const assignments = ticketKeys.map((key) => [key, `${columnName(key)} = ?`] as const);

/** Rows of `ticket`, by prepared statements: the hot path of every write. */
export class TicketTable {
  readonly #db: Database.Database;
  readonly #byId: Database.Statement<[string], TicketRow>;
  readonly #byIds: Database.Statement<[string], TicketRow>;
  readonly #byNumber: Database.Statement<[string]>;
  readonly #insert: Database.Statement<Value[]>;
  readonly #remove: Database.Statement<[number]>;
  readonly #lastInRange: Database.Statement<[number, number], number | null>;
  /** One per set of columns that changed: SQLite rewrites the indexes of every column that an UPDATE names. */
  readonly #updates = new Map<string, Database.Statement<Value[]>>();

  constructor(db: Database.Database) {
    this.#db = db;
    this.#byId = db.prepare(`SELECT ${ticketColumns} FROM ticket WHERE id = ?`);
    this.#byIds = db.prepare(
      `SELECT ${ticketColumns} FROM json_each(?) AS asked CROSS JOIN ticket ON ticket.id = asked.value`,
    );
    this.#byNumber = db.prepare('SELECT 1 FROM ticket WHERE number = ?');
    const names = ticketKeys.map(columnName);
    this.#insert = db.prepare(`INSERT INTO ticket (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`);
    this.#remove = db.prepare('DELETE FROM ticket WHERE newest = ?');
    this.#lastInRange = db
      .prepare<[number, number], number | null>('SELECT max(newest) FROM ticket WHERE newest >= ? AND newest < ?')
      .pluck();
  }

  byId(id: string): TicketRow | null {
    return this.#byId.get(id) ?? null;
  }

  /** By one statement; what is not there has no entry. */
  byIds(ids: readonly string[]): ReadonlyMap<string, TicketRow> {
    return new Map(this.#byIds.all(JSON.stringify(ids)).map((row) => [row.id, row]));
  }

  hasNumber(number: string): boolean {
    return this.#byNumber.get(number) !== undefined;
  }

  /**
   * A free place in the order of creation: 1,024 to a millisecond, and on into the next ones where a file of bare dates
   * fills one.
   */
  freePlace(createdAt: number): number {
    for (let start = createdAt * 1024; ; start += 1024) {
      const last = this.#lastInRange.get(start, start + 1024) ?? null;
      if (last === null) return start;
      if (last < start + 1023) return last + 1;
    }
  }

  insert(row: TicketRow): void {
    this.#insert.run(...ticketKeys.map((key) => row[key]));
  }

  /** Writes only what differs. */
  update(before: TicketRow, after: TicketRow): void {
    const values: Value[] = [];
    let names = '';
    for (const [key, name] of assignments) {
      if (before[key] === after[key]) continue;
      names += names === '' ? name : `, ${name}`;
      values.push(after[key]);
    }
    if (values.length === 0) return;
    let statement = this.#updates.get(names);
    if (statement === undefined) {
      statement = this.#db.prepare(`UPDATE ticket SET ${names} WHERE newest = ?`);
      this.#updates.set(names, statement);
    }
    values.push(before.newest);
    statement.run(...values);
  }

  /** Not to be looked at before `nextAt`, whatever its events plan: they could not be folded. */
  setAside(id: string, nextAt: number): void {
    this.#db.prepare('UPDATE ticket SET next_at = ? WHERE id = ?').run(nextAt, id);
  }

  remove(newest: number): void {
    this.#remove.run(newest);
  }
}
