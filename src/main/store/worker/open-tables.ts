import type Database from 'better-sqlite3';
import { AuditLog } from '../audit/audit-log.ts';
import { EventLog } from '../projection/event-log.ts';
import { Inbox } from '../projection/inbox.ts';
import { QueueCounters } from '../projection/queue-counters.ts';
import { SearchIndex } from '../projection/search-index.ts';
import { TicketTable } from '../projection/ticket-table.ts';
import { Statements } from '../statements.ts';

/** The writer's statements, prepared once for its life. */
export type Tables = {
  db: Database.Database;
  statements: Statements;
  log: EventLog;
  tickets: TicketTable;
  searchIndex: SearchIndex;
  counters: QueueCounters;
  inbox: Inbox;
  audit: AuditLog;
};

export function openTables(db: Database.Database): Tables {
  return {
    db,
    statements: new Statements(db),
    log: new EventLog(db),
    tickets: new TicketTable(db),
    searchIndex: new SearchIndex(db),
    counters: new QueueCounters(db),
    inbox: new Inbox(db),
    audit: new AuditLog(db),
  };
}
