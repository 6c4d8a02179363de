import type Database from 'better-sqlite3';
import type { Result } from '../../../preload/contract/result.ts';
import type { Instant } from '../../../preload/contract/values.ts';
import type { ConfigSnapshot } from '../../domain/config/config-snapshot.ts';
import type { User } from '../../domain/config/config.ts';
import type { QuestionOf } from '../../domain/sla/engine.ts';
import type { NewEvent, TicketEvent } from '../../domain/ticket/events.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { EventLog } from '../projection/event-log.ts';
import type { Inbox } from '../projection/inbox.ts';
import type { QueueCounters } from '../projection/queue-counters.ts';
import type { SearchIndex } from '../projection/search-index.ts';
import type { TicketTable } from '../projection/ticket-table.ts';
import type { Statements } from '../statements.ts';
import type { ChangeNotes } from './change-notes.ts';
import type { CommandInput, CommandName, CommandOutput } from './command-map.ts';

/** All that a command has while its transaction is open. */
export type WriteContext = {
  db: Database.Database;
  statements: Statements;
  log: EventLog;
  tickets: TicketTable;
  searchIndex: SearchIndex;
  counters: QueueCounters;
  inbox: Inbox;
  audit: AuditLog;
  config: ConfigSnapshot;
  nowAt: Instant;
  isHeld: boolean;
  actorId: string | null;
  /** Null where nobody acts, or somebody whom the configuration does not know. */
  actor: User | null;
  newId: () => string;
  /** Next place in the log. */
  place: () => { at: number; deskId: string; v: 1 };
  stamp: (event: NewEvent) => TicketEvent;
  questionOf: QuestionOf;
  nextNumber: () => string;
  nextConfigVersion: () => number;
  change: ChangeNotes;
};

/** A command is a function in an open transaction: a failure that it returns takes everything back. */
export type Command<N extends CommandName> = (
  input: CommandInput<N>,
  context: WriteContext,
) => Result<CommandOutput<N>>;
