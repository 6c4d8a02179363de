import type Database from 'better-sqlite3';
import type { Result } from '../../../preload/contract/result.ts';
import type { Instant } from '../../../preload/contract/values.ts';
import type { User } from '../../domain/config/config.ts';
import type { ConfigSnapshot } from '../../domain/config/config-snapshot.ts';
import type { EventLog } from '../projection/event-log.ts';
import type { QueryInput, QueryName, QueryOutput } from './query-map.ts';
import type { Statements } from '../statements.ts';

/** All that a query has while its read transaction is open. */
export type ReadContext = {
  db: Database.Database;
  statements: Statements;
  log: EventLog;
  config: ConfigSnapshot;
  viewerId: string | null;
  /** Null where nobody reads, or somebody whom the configuration does not know. */
  viewer: User | null;
  nowAt: Instant;
  /** Asks for the reading of a sensitive ticket to be audited before the answer goes out. */
  auditRead: (ticketId: string) => void;
};

export type Query<N extends QueryName> = (input: QueryInput<N>, context: ReadContext) => Result<QueryOutput<N>>;
