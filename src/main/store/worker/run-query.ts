import type { Result } from '../../../preload/contract/result.ts';
import type { ConfigSnapshot } from '../../domain/config/config-snapshot.ts';
import { loadConfig } from '../config/config-table.ts';
import type { EventLog } from '../projection/event-log.ts';
import type { QueryContext, QueryName } from '../queries/query-map.ts';
import { ownTransaction, queries } from '../queries/query-table.ts';
import type { Query, ReadContext } from '../queries/read-context.ts';
import type { Statements } from '../statements.ts';
import type Database from 'better-sqlite3';

/** What a reader thread keeps between queries. */
export type ReaderState = {
  db: Database.Database;
  statements: Statements;
  log: EventLog;
  config: ConfigSnapshot;
  /** Version of the configuration that `config` is at least as new as. */
  configVersion: number;
};

/**
 * Runs one query in one read transaction, so that all it reads is of one moment.
 * @param configVersion  the configuration that the asker has seen; an older one is loaded again first
 * @returns the answer, and the sensitive tickets whose reading is to be audited before it goes out
 */
export function runQuery(
  state: ReaderState,
  name: QueryName,
  input: unknown,
  given: QueryContext,
  configVersion: number,
): { result: Result<unknown>; toAudit: string[] } {
  const { db } = state;
  const toAudit: string[] = [];
  const inTransaction = !ownTransaction.has(name);
  if (inTransaction) db.exec('BEGIN');
  try {
    if (configVersion > state.configVersion) {
      state.config = loadConfig(db);
      state.configVersion = configVersion;
    }
    const { viewerId, nowAt } = given;
    const context: ReadContext = {
      db,
      statements: state.statements,
      log: state.log,
      config: state.config,
      viewerId,
      viewer: viewerId === null ? null : (state.config.user(viewerId) ?? null),
      nowAt,
      auditRead: (ticketId) => toAudit.push(ticketId),
    };
    // The facade's types tie name and input together; across the thread only the name is left.
    const query = queries[name] as Query<QueryName>;
    return { result: query(input as never, context), toAudit };
  } finally {
    if (inTransaction && db.inTransaction) db.exec('COMMIT');
  }
}
