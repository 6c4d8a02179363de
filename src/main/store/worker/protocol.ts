import type { Result } from '../../../preload/contract/result.ts';
import type { Instant } from '../../../preload/contract/values.ts';
import type { CommandContext, CommandName } from '../commands/command-map.ts';
import type { QueryContext, QueryName } from '../queries/query-map.ts';

/** One step of the store's form: the name of its file and its statements, as drizzle-kit wrote them. */
export type Migration = { name: string; sql: string };

export type WorkerRole = 'writer' | 'reader';

/** What a store thread opens the store with. */
export type WorkerStart = {
  directory: string;
  /** 32 raw bytes; the thread's own copy. */
  key: Uint8Array;
  migrations: readonly Migration[];
  nowAt: Instant;
  /** 32 random bytes as hex: ids of a fresh store's desk. */
  seed: string;
  /** Whether a missing database is to be made: only for a store whose header says that it never was. */
  create: boolean;
};

export type StoreInfo = {
  storeId: string;
  deskId: string;
  deskCode: string;
  sqlite: string;
  /** Migrations that this start applied to a store that was there. */
  migrated: number;
  /** The last end was unclean; the check that followed found the store whole. */
  checked: boolean;
};

/** Changed tickets of one organization, its plain or its sensitive ones. One that moved between two is in both. */
export type ChangedStretch = { organizationId: string; sensitive: boolean; ticketIds: string[] };

/** What one commit changed; goes out only after it. */
export type StoreChange = {
  /** By who may hear of them; no more than 200 tickets are named in all. */
  stretches: ChangedStretch[];
  /** More than 200 changed: read the list again. */
  many: boolean;
  /** Organizations, teams, users, policies or rules changed. */
  directory: boolean;
  /** Earliest instant at which something is due in the whole store, epoch ms; null: nothing is planned. */
  nextAt: Instant | null;
  /** How many notifications were written. */
  notices: number;
  /** How many messages of the outbox were made, or went a step on. */
  messages: number;
};

export type Request =
  | { id: number; kind: 'command'; name: CommandName; input: unknown; context: CommandContext }
  | { id: number; kind: 'query'; name: QueryName; input: unknown; context: QueryContext; configVersion: number }
  /** The first that a thread is asked, unless it is closed unused. */
  | { id: number; kind: 'open'; start: WorkerStart }
  /** To a reader's thread: writes the log back into the file beside the writer, which goes on meanwhile. */
  | { id: number; kind: 'checkpoint' }
  | { id: number; kind: 'close' };

/** Why a call ended as INTERNAL; logged once by the facade, never shown. */
export type Cause = { errorId: string; message: string };

export type Reply = {
  id: number;
  result: Result<unknown>;
  change?: StoreChange;
  /** Of the writer: rows changed since the store was opened. */
  changes?: number;
  /** Of the writer: readers load the configuration again when theirs is older. */
  configVersion?: number;
  /** Sensitive tickets whose reading is to be audited before the answer is handed out. */
  toAudit?: string[];
  cause?: Cause;
};
