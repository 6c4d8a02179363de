import type Database from 'better-sqlite3';
import type { TicketText } from './ticket-text.ts';

/** Words of every ticket, by the ticket's `newest`. Holds no text: only which words lead to which ticket. */
export class SearchIndex {
  readonly #put: Database.Statement<[number, string, string]>;
  readonly #remove: Database.Statement<[number]>;

  constructor(db: Database.Database) {
    this.#put = db.prepare('INSERT OR REPLACE INTO ticket_text (rowid, scope, words) VALUES (?, ?, ?)');
    this.#remove = db.prepare('DELETE FROM ticket_text WHERE rowid = ?');
  }

  put(newest: number, text: TicketText): void {
    this.#put.run(newest, text.scope, text.words);
  }

  remove(newest: number): void {
    this.#remove.run(newest);
  }
}
