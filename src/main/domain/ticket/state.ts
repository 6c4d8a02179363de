import type { Clocks, TargetClock } from '../../../preload/contract/tickets.ts';
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
export type Breach = { clockId: string; dueAt: Instant; noticedAt: Instant; history: boolean };

/**
 * A stretch in which clocks stand still; `untilAt` null while it lasts. `ended`: the ticket was resolved or closed, so
 * hours overdue do not count in it either.
 */
export type Stop = { fromAt: Instant; untilAt: Instant | null; affects: readonly Target[]; why: 'status' | 'ended' };

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
  /** When a policy was matched again after the cycle began; null while the first match stands. */
  matchedAt: Instant | null;
  /** Last reply, note, status change or assignment by a person; null when there was none. */
  lastActionAt: Instant | null;
  /** Event and instant of the contact's first unanswered message. */
  unanswered: { eventId: string; at: Instant } | null;
  stops: readonly Stop[];
  breaches: Partial<Record<Target, Breach>>;
  /** Clocks that were answered, as they stood then. */
  settled: Partial<Record<Target, TargetClock>>;
  /** Those of them that the ticket's ending settled, and no answer did: a reopening sets them running again. */
  settledByEnding: readonly Target[];
  /** Event that last set each clock running: engine events name it. */
  runs: Record<Target, string>;
  clocks: Clocks;
  escalation: {
    level: number;
    at: Instant | null;
    reason: string | null;
    acknowledgedUntil: Instant | null;
    /** By ruleId. */
    outcomes: Readonly<Record<string, RuleOutcome>>;
    /** Clock and level of what rules have brought about: a level acts once per clock, whichever rule comes to it. */
    reached: readonly string[];
  };
  /** Events that have no effect: kept and shown as overtaken. */
  overtaken: readonly string[];
  /** Events folded: what a stale reply is held against. */
  version: number;
};
