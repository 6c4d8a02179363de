import type Database from 'better-sqlite3';
import type { Instant } from '../../../preload/contract/values.ts';
import type { Notice } from '../../domain/messages/notices.ts';

/** Lines of the in-app inbox, and the texts begun on a ticket, as far as tickets bring them or take them away. */
export class Inbox {
  readonly #add: Database.Statement<(string | number | null)[]>;
  readonly #purgeLines: Database.Statement<[string, string]>;
  readonly #purgeDrafts: Database.Statement<[string, string]>;
  readonly #removeTicket: Database.Statement<[string]>;

  constructor(db: Database.Database) {
    // Its id comes from event, person and kind: a second telling of it is none.
    this.#add = db.prepare(
      `INSERT OR IGNORE INTO notification (id, user_id, kind, ticket_id, number, level, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#purgeLines = db.prepare('DELETE FROM notification WHERE ticket_id = ? AND user_id = ?');
    this.#purgeDrafts = db.prepare(`DELETE FROM draft WHERE user_id = ? AND key LIKE '%:' || ?`);
    this.#removeTicket = db.prepare('DELETE FROM notification WHERE ticket_id = ?');
  }

  /** @returns whether it was new */
  add(notice: Notice, nowAt: Instant): boolean {
    const { id, userId, kind, ticketId, number, level } = notice;
    return this.#add.run(id, userId, kind, ticketId, number, level, nowAt).changes === 1;
  }

  /** Draft keys that speak of a ticket end in its id: `reply:<ticketId>`. */
  purge(userId: string, ticketId: string): void {
    this.#purgeLines.run(ticketId, userId);
    this.#purgeDrafts.run(userId, ticketId);
  }

  removeTicket(ticketId: string): void {
    this.#removeTicket.run(ticketId);
  }
}
