import type Database from 'better-sqlite3';

/** Statements of one connection, prepared at their first use and kept. */
export class Statements {
  readonly #db: Database.Database;
  readonly #known = new Map<string, Database.Statement>();

  constructor(db: Database.Database) {
    this.#db = db;
  }

  /** The same text gives the same statement. `Row` is what the text selects; nothing checks that but its tests. */
  of<Parameters extends unknown[], Row>(sql: string): Database.Statement<Parameters, Row> {
    let statement = this.#known.get(sql);
    if (statement === undefined) {
      statement = this.#db.prepare(sql);
      this.#known.set(sql, statement);
    }
    return statement as Database.Statement<Parameters, Row>;
  }
}
