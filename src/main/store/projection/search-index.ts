import type Database from 'better-sqlite3';
import type { TicketText } from './ticket-text.ts';

/** Words of every ticket, by the ticket's `newest`. Holds no text: only which words lead to which ticket. */
export class SearchIndex {
  readonly #add: Database.Statement<[number, string, string]>;
  readonly #replace: Database.Statement<[number, string, string]>;
  readonly #remove: Database.Statement<[number]>;

  constructor(db: Database.Database) {
    this.#add = db.prepare('INSERT INTO ticket_text (rowid, scope, words) VALUES (?, ?, ?)');
    this.#replace = db.prepare('INSERT OR REPLACE INTO ticket_text (rowid, scope, words) VALUES (?, ?, ?)');
    this.#remove = db.prepare('DELETE FROM ticket_text WHERE rowid = ?');
  }

  /** Of a ticket that has no words yet: replacing would first look for some. */
  add(newest: number, text: TicketText): void {
    this.#add.run(newest, text.scope, text.words);
  }

  replace(newest: number, text: TicketText): void {
    this.#replace.run(newest, text.scope, text.words);
  }

  remove(newest: number): void {
    this.#remove.run(newest);
  }
}
