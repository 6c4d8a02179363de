import type { Result } from '../../preload/contract/result.ts';
import type { Instant } from '../../preload/contract/values.ts';
import type { Logger } from '../ports/logger.ts';
import type { CommandContext, CommandInput, CommandName, CommandOutput } from './commands/command-map.ts';
import type { QueryContext, QueryInput, QueryName, QueryOutput } from './queries/query-map.ts';
import type { StoreChange, StoreInfo } from './worker/protocol.ts';

export type { CommandContext, CommandInput, CommandName, CommandOutput } from './commands/command-map.ts';
export type { QueryContext, QueryInput, QueryName, QueryOutput } from './queries/query-map.ts';
export type { StoreChange, StoreInfo } from './worker/protocol.ts';

export type StoreOptions = {
  /** Holds `store.json`, `store.db` and what belongs to them. */
  directory: string;
  /** 32 raw bytes, from `unlock` or `createStore`. */
  key: Uint8Array;
  /** `worker/entry.ts`, or the file that it was bundled into. */
  workerEntry: URL;
  /** The folder `drizzle/local` of the program. */
  migrationsDirectory: string;
  nowAt: Instant;
  /** 32 random bytes as hex; a fresh store's desk id and code come from it. */
  seed: string;
  logger: Logger;
};

/** The store as the rest of the program sees it. Nothing here rejects for an expected failure. */
export type Store = {
  readonly info: StoreInfo;
  /** @returns the command's output; INTERNAL with `errorId` for a bug, and then nothing was changed */
  execute<N extends CommandName>(
    name: N,
    input: CommandInput<N>,
    context: CommandContext,
  ): Promise<Result<CommandOutput<N>>>;
  query<N extends QueryName>(name: N, input: QueryInput<N>, context: QueryContext): Promise<Result<QueryOutput<N>>>;
  /**
   * Told after each commit that changed something, before the command's own promise resolves.
   * @returns what stops listening
   */
  onChanged(listener: (change: StoreChange) => void): () => void;
  /** Waits for what was asked before, writes the log back into the file and frees the lock. */
  close(): Promise<void>;
};

/**
 * Opens a store that `createStore` made: takes its lock, upgrades it and starts one writer and two readers.
 * @returns STORE_MISSING, NOT_A_STORE, STORE_IN_USE, STORE_DAMAGED, STORE_TOO_NEW or DISK_FULL as failures
 */
export async function openStore(options: StoreOptions): Promise<Result<Store>> {
  void options;
  throw new Error('not built yet');
}
