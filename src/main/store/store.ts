import { success, type Result } from '../../preload/contract/result.ts';
import type { Instant } from '../../preload/contract/values.ts';
import type { Logger } from '../ports/logger.ts';
import type { CommandContext, CommandInput, CommandName, CommandOutput } from './commands/command-map.ts';
import { readHeader, writeHeader } from './key/header.ts';
import {
  longQueries,
  type QueryContext,
  type QueryInput,
  type QueryName,
  type QueryOutput,
} from './queries/query-map.ts';
import { readMigrations } from './read-migrations.ts';
import { endThreads, readersOf, startThreads, type StoreThreads } from './threads.ts';
import type { Reply, StoreChange, StoreInfo, WorkerStart } from './worker/protocol.ts';
import type { StoreWorker } from './worker/start-worker.ts';

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
  /** Started ahead; from here on they are the store's, and end with it or with its failure to open. */
  threads?: StoreThreads | undefined;
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

/** Rows; about two thousand pages of log. */
const CHANGES_PER_CHECKPOINT = 2000;

async function openThreads(threads: StoreThreads, start: WorkerStart): Promise<Result<Omit<StoreInfo, 'storeId'>>> {
  const opened = await threads.writer.ask({ kind: 'open', start });
  if (!opened.result.ok) return opened.result;
  for (const reply of await Promise.all(readersOf(threads).map((reader) => reader.ask({ kind: 'open', start })))) {
    if (!reply.result.ok) return reply.result;
  }
  return success(opened.result.value as Omit<StoreInfo, 'storeId'>);
}

class OpenStore implements Store {
  readonly info: StoreInfo;
  readonly #threads: StoreThreads;
  readonly #logger: Logger;
  readonly #listeners = new Set<(change: StoreChange) => void>();
  #changes = 0;
  #checkpoint: Promise<unknown> | null = null;
  /** Of the last commit that was answered: what is asked from here on is answered from it or later. */
  #configVersion = 1;

  constructor(info: StoreInfo, threads: StoreThreads, logger: Logger) {
    this.info = info;
    this.#threads = threads;
    this.#logger = logger;
  }

  async execute<N extends CommandName>(
    name: N,
    input: CommandInput<N>,
    context: CommandContext,
  ): Promise<Result<CommandOutput<N>>> {
    const reply = await this.#threads.writer.ask({ kind: 'command', name, input, context });
    this.#configVersion = Math.max(this.#configVersion, reply.configVersion ?? 0);
    this.#logCause(reply, { command: name });
    this.#checkpointAfter(reply.changes ?? 0);
    const { change } = reply;
    if (change !== undefined) for (const listener of this.#listeners) listener(change);
    return reply.result as Result<CommandOutput<N>>;
  }

  async query<N extends QueryName>(
    name: N,
    input: QueryInput<N>,
    context: QueryContext,
  ): Promise<Result<QueryOutput<N>>> {
    const reader = this.#readerFor(name);
    const reply = await reader.ask({ kind: 'query', name, input, context, configVersion: this.#configVersion });
    this.#logCause(reply, { query: name });
    for (const ticketId of reply.toAudit ?? []) {
      const { nowAt, viewerId } = context;
      const audited = await this.execute('record-sensitive-read', { ticketId }, { nowAt, actorId: viewerId, seed: '' });
      // What cannot be audited is not shown.
      if (!audited.ok) return audited;
    }
    return reply.result as Result<QueryOutput<N>>;
  }

  onChanged(listener: (change: StoreChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    await endThreads(this.#threads);
  }

  /** Short reads go to either reader while both are free; a long one keeps to the second, and nothing waits behind it. */
  #readerFor(name: QueryName): StoreWorker {
    const { quick, long } = this.#threads;
    if (longQueries.has(name)) return long;
    return quick.waiting() > 0 && long.waiting() === 0 ? long : quick;
  }

  /** One at a time, and only once there is enough to write back to be worth a flush of the disk. */
  #checkpointAfter(changes: number): void {
    if (changes - this.#changes < CHANGES_PER_CHECKPOINT || this.#checkpoint !== null) return;
    this.#changes = changes;
    this.#checkpoint = this.#threads.long.ask({ kind: 'checkpoint' }).then(() => {
      this.#checkpoint = null;
    });
  }

  #logCause({ cause }: Reply, of: { command?: string; query?: string }): void {
    if (cause !== undefined)
      this.#logger.error('store.failed', { ...of, errorId: cause.errorId, error: cause.message });
  }
}

/**
 * Opens a store that `createStore` made: takes its lock, upgrades it and starts one writer and two readers.
 * @returns STORE_MISSING, NOT_A_STORE, STORE_IN_USE, STORE_DAMAGED, STORE_TOO_NEW, ACCESS_DENIED (folder not writable) or
 * DISK_FULL as failures
 */
export async function openStore(options: StoreOptions): Promise<Result<Store>> {
  const { directory, nowAt, seed, logger } = options;
  const threads = options.threads ?? startThreads(options.workerEntry, logger);
  const header = await readHeader(directory);
  if (!header.ok) {
    await endThreads(threads);
    return header;
  }
  const { databaseMade, storeId } = header.value;
  const migrations = await readMigrations(options.migrationsDirectory);
  const key = Uint8Array.from(options.key);
  const opened = await openThreads(threads, { directory, key, migrations, nowAt, seed, create: !databaseMade });
  if (!opened.ok) {
    await endThreads(threads);
    return opened;
  }
  if (!databaseMade) await writeHeader(directory, { ...header.value, databaseMade: true });
  const info = { ...opened.value, storeId };
  logger.info('store.opened', { count: info.migrated });
  return success(new OpenStore(info, threads, logger));
}
