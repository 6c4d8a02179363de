/**
 * What the store uses of better-sqlite3. The package ships types, but its `exports` hides them from module resolution;
 * these are stricter besides: parameters and rows have to be named, none is `any`.
 */
declare module 'better-sqlite3' {
  namespace Database {
    type Options = { readonly?: boolean; fileMustExist?: boolean; timeout?: number; nativeBinding?: string };
    type RunResult = { changes: number; lastInsertRowid: number | bigint };
    type Statement<Parameters extends unknown[] = unknown[], Row = unknown> = {
      run(...parameters: Parameters): RunResult;
      get(...parameters: Parameters): Row | undefined;
      all(...parameters: Parameters): Row[];
      iterate(...parameters: Parameters): IterableIterator<Row>;
      /** Gives the first column instead of the row; changes the statement itself. */
      pluck(): Statement<Parameters, Row>;
    };
    type Transaction = { (): void; immediate(): void };
    type Database = {
      readonly name: string;
      readonly open: boolean;
      readonly inTransaction: boolean;
      prepare<Parameters extends unknown[] = unknown[], Row = unknown>(sql: string): Statement<Parameters, Row>;
      exec(sql: string): Database;
      pragma(source: string, options?: { simple?: boolean }): unknown;
      transaction(run: () => void): Transaction;
      close(): Database;
    };
  }
  const Database: new (path: string, options?: Database.Options) => Database.Database;
  export = Database;
}
