import type { z } from 'zod';
import type { Closings } from '../../../preload/contract/calendars.ts';
import type { ConfigImported } from '../../../preload/contract/config-files.ts';
import type {
  ConfigChange,
  ConfigChecked,
  ConfigPreview,
  ConfigProblem,
  Configuration,
} from '../../../preload/contract/configuration.ts';
import type { Proposals } from '../../../preload/contract/publishing.ts';
import type { EscalationRules, RulesPreview } from '../../../preload/contract/escalation.ts';
import type { Derivation } from '../../../preload/contract/explain.ts';
import type { KnownCaller, LikelyDuplicate, LikelyDuplicatesInput } from '../../../preload/contract/intake.ts';
import type { ContactWay, contactWaysInput } from '../../../preload/contract/messages.ts';
import type { Directory, NotificationItem, SessionUser } from '../../../preload/contract/people.ts';
import type {
  QueueCounts,
  QueuePage,
  QueuePageInput,
  QueueRow,
  TicketView,
} from '../../../preload/contract/tickets.ts';
import type { Instant, Status, Target } from '../../../preload/contract/values.ts';
import type { WhatIfChanged } from '../../../preload/contract/whatif.ts';
import type { ConfigEntity } from '../../domain/config/config.ts';
import type { Tally } from '../../domain/whatif/tally.ts';
import type { OutboxQueryMap } from './outbox/outbox-query-map.ts';

export type QueryContext = {
  /** Who reads; null for the machine's own operator, who sees figures and configuration but no ticket. */
  viewerId: string | null;
  nowAt: Instant;
};

/** `rate` = met / (met + missed), null when nothing has ended; `of_all` = met / all tickets, seed B's own figure. */
export type Compliance = {
  with_target: number;
  met: number;
  missed: number;
  rate: number | null;
  of_all: number | null;
};

/** Sensitive tickets are left out of every figure; `sensitive` counts those of organizations that the viewer is cleared for. */
export type StatusReport = {
  tickets: number;
  open: number;
  by_status: Record<Status, number>;
  compliance: Record<Target, Compliance>;
  /** Deadlines that have passed and are unmet, per target. */
  open_breaches: Record<Target, number>;
  /** Open tickets by level, from 1. */
  escalated_by_level: Record<string, number>;
  awaiting_target: number;
  sensitive: number;
  next_instants: { at: Instant; number: string }[];
};

export type ListTicketsInput = {
  organizationId?: string;
  status?: Status;
  /** `next` of the page before. */
  after?: string | null;
  /** 1–1,000. */
  limit: number;
};

export type Difference = {
  what: 'row' | 'counter' | 'search' | 'audit' | 'database';
  /** Ticket id, counter key, or nothing where the whole is meant. */
  id: string | null;
  column: string | null;
  /** As text, and only of columns that hold no personal text. */
  expected: string | null;
  found: string | null;
};
export type VerifyReport = {
  events: number;
  tickets: number;
  differences: number;
  /** The first 100. */
  first: Difference[];
};

/** Where a what-if stands: the ticket that was looked at last, and how many of the period there were by then. */
export type WhatIfPlace = { newest: number; inPeriod: number };

/** Every read that the store knows: one name, one message, one read transaction. `long` ones go to the second reader. */
export type QueryMap = OutboxQueryMap & {
  'queue-page': { input: QueuePageInput; output: QueuePage };
  'queue-counts': { input: { organizationId?: string | undefined }; output: QueueCounts };
  /** Own open tickets that are escalated or late. */
  'own-urgent': { input: Record<string, never>; output: { count: number } };
  search: { input: { words: string; organizationId?: string | undefined; limit: number }; output: QueueRow[] };
  /** In the order in which they are tried; ACCESS_DENIED for whoever neither sees nor makes tickets there. */
  'contact-ways': { input: z.output<typeof contactWaysInput>; output: ContactWay[] };
  'find-caller': { input: { words: string; organizationId?: string | undefined }; output: KnownCaller[] };
  'likely-duplicates': { input: LikelyDuplicatesInput; output: LikelyDuplicate[] };
  /** Reading a sensitive ticket is written to the audit before the answer is given. */
  'ticket-view': { input: { ticketId: string }; output: TicketView };
  'explain-ticket': { input: { ticketId: string }; output: Derivation };
  'find-ticket': { input: { number: string }; output: { ticketId: string } };
  /** Which of up to 1,000 numbers a ticket has: one of the organization (`here`), or of another alone. For who may import. */
  'numbers-taken': {
    input: { organizationId: string; numbers: readonly string[] };
    output: { here: string[]; elsewhere: string[] };
  };
  directory: { input: Record<string, never>; output: Directory };
  closings: { input: { calendarVersionIds: readonly string[] }; output: Closings[] };
  /** Organizations whose tickets the viewer reads, and whether their plain or their sensitive ones. */
  sight: { input: Record<string, never>; output: { stretches: { organizationId: string; sensitive: boolean }[] } };
  'session-user': { input: { userId: string } | { userName: string }; output: SessionUser };
  notifications: { input: Record<string, never>; output: { unread: number; items: NotificationItem[] } };
  draft: { input: { key: string }; output: { text: string } };
  preferences: { input: Record<string, never>; output: Record<string, string> };
  /** Everything configured, in the order of the log: administrators and the machine's operator only. */
  config: { input: Record<string, never>; output: { entities: ConfigEntity[] } };
  /** What the administration's screens read; ACCESS_DENIED for whoever may neither configure nor propose. */
  configuration: { input: Record<string, never>; output: Configuration };
  proposals: { input: Record<string, never>; output: Proposals };
  'check-draft': { input: { changes: readonly ConfigChange[] }; output: ConfigChecked };
  /** NOT_FOUND for an organization that is not there, or that the viewer may not see; its name counts without case. */
  'export-config': {
    input: { organizationId?: string | undefined; organizationName?: string | undefined };
    output: { text: string };
  };
  /** A dry run of a configuration file. */
  'read-config-file': { input: { text: string }; output: ConfigImported };
  'escalation-rules': {
    input: { organizationId: string; changes: readonly ConfigChange[] };
    output: EscalationRules;
  };
  /** NOT_FOUND too for a ticket that the viewer may not see. */
  'preview-rules': {
    input: { organizationId: string; changes: readonly ConfigChange[]; number: string };
    output: RulesPreview;
  };
  'preview-draft': { input: { changes: readonly ConfigChange[] }; output: ConfigPreview };
  /** ACCESS_DENIED for whoever may neither configure nor propose. `total`: tickets to look through, told with the first slice. */
  'what-if-slice': {
    input: {
      changes: readonly ConfigChange[];
      organizationId?: string | undefined;
      fromAt: Instant | null;
      untilAt: Instant;
      oneIn: number;
      /** Changed tickets that are named. */
      mostChanged: number;
      /** `next` of the slice before. */
      after: WhatIfPlace | null;
    };
    output: {
      tally: Tally;
      changed: WhatIfChanged[];
      looked: number;
      next: WhatIfPlace | null;
      total: number | null;
    };
  };
  /** A configuration file as a draft on what is there. `deciding`: its policies and calendars, changed or not. */
  'draft-of-file': {
    input: { text: string };
    output: { changes: ConfigChange[]; deciding: ConfigChange[]; problems: ConfigProblem[] };
  };
  'next-instant': { input: Record<string, never>; output: { nextAt: Instant | null; awaitingTarget: number } };
  'status-report': { input: { organizationId?: string | undefined }; output: StatusReport };
  'list-tickets': { input: ListTicketsInput; output: { rows: QueueRow[]; next: string | null } };
  /** Folds the whole log again and compares it with every row and counter, and whether each ticket has its search entry. */
  verify: { input: Record<string, never>; output: VerifyReport };
  /** Copies the store, encrypted and with its header, into another folder. STORE_EXISTS when that holds one. */
  'back-up': { input: { directory: string }; output: { bytes: number } };
};

export type QueryName = keyof QueryMap;
export type QueryInput<N extends QueryName> = QueryMap[N]['input'];
export type QueryOutput<N extends QueryName> = QueryMap[N]['output'];

/** Reads that may take seconds: always the second reader, so that the queue never waits behind one. */
export const longQueries: ReadonlySet<QueryName> = new Set<QueryName>([
  'status-report',
  'verify',
  'back-up',
  'list-tickets',
  'likely-duplicates',
  'config',
  'preview-draft',
  'what-if-slice',
]);
