import type { Clocks } from '../../../preload/contract/tickets.ts';
import type { Disposition, Instant, Status, Target } from '../../../preload/contract/values.ts';
import type { SkipReason, TicketFields } from './events.ts';

/** How a rule stands in this cycle; a rule that is not in the map has not come due. */
export type RuleOutcome = 'fired' | SkipReason;

/** The stretch in which a ticket's clocks run: from its creation, a reopening with a new cycle, or an unmarking. */
export type Cycle = {
  /** Id of the event that began it: part of every engine event's id. */
  id: string;
  startedAt: Instant;
  /** Targets that run in it; a new cycle after reopening has resolution alone. */
  targets: readonly Target[];
};

/** Breaches that were recorded for the running cycle, by target. */
export type Breach = { dueAt: Instant; noticedAt: Instant; history: boolean };

/**
 * A ticket as its events make it: never stored, never changed in place from outside the fold.
 * All instants epoch ms UTC.
 */
export type TicketState = TicketFields & {
  id: string;
  number: string;
  organizationId: string;
  status: Status;
  disposition: Disposition | null;
  teamId: string | null;
  assigneeId: string | null;
  sensitive: boolean;
  referral: { to: string; reference: string } | null;
  batchId: string | null;
  historyUntil: Instant | null;
  createdAt: Instant;
  updatedAt: Instant;
  resolvedAt: Instant | null;
  closedAt: Instant | null;
  cycle: Cycle;
  policyVersionId: string | null;
  /** Last reply, note, status change or assignment by a person; null when there was none. */
  lastActionAt: Instant | null;
  firstReplyAt: Instant | null;
  /** Event and instant of the contact's first unanswered message. */
  unanswered: { eventId: string; at: Instant } | null;
  /** Closed stretches in which a clock stood still; `untilAt` null while it lasts. */
  stops: readonly { fromAt: Instant; untilAt: Instant | null; affects: readonly Target[] }[];
  breaches: Partial<Record<Target, Breach>>;
  clocks: Clocks;
  escalation: {
    level: number;
    at: Instant | null;
    reason: string | null;
    acknowledgedUntil: Instant | null;
    /** By ruleId. */
    outcomes: Readonly<Record<string, RuleOutcome>>;
  };
  /** Events that have no effect: kept and shown as overtaken. */
  overtaken: readonly string[];
  /** Events folded: what a stale reply is held against. */
  version: number;
};
