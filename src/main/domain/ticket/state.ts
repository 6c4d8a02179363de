import type { Clocks, TargetClock } from '../../../preload/contract/tickets.ts';
import type { Disposition, Instant, Status, Target } from '../../../preload/contract/values.ts';
import type { ExplanationRequested, Outcome, SkipReason, TicketFields } from './events.ts';
import type { ChangedAt } from './speaks-since.ts';

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

/** A warning or reminder of the running cycle, by the event that recorded it. `at`: when it was due. */
export type Telling = { eventId: string; at: Instant; outcome: Outcome };

/** An explanation that was asked for. Rule: product.md, Explanation requests. */
export type Explanation = ExplanationRequested & {
  /** Id of the event that asked. */
  id: string;
  askedById: string | null;
  askedAt: Instant;
  status: 'owed' | 'answered' | 'accepted';
  /** The person asked, or the manager it has climbed to; null for a person without an account. */
  owedById: string | null;
  level: number;
  /** Who has owed it so far, by their place in the line of managers, the person asked first. */
  line: readonly string[];
  /** Event that last set its time running, and since when. */
  clockId: string;
  startedAt: Instant;
  isReminded: boolean;
  /** Nobody is above: it climbs no further. */
  isAtEnd: boolean;
};

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
  /** While it is resolved: when it is closed if its contact keeps silent. */
  closesAt: Instant | null;
  cycle: Cycle;
  policyVersionId: string | null;
  /** Pinned with the policy; null: 24×7. */
  calendarVersionId: string | null;
  /** When a policy was matched again after the cycle began; null while the first match stands. */
  matchedAt: Instant | null;
  /** When what rules ask for was changed: they act for nothing before it. */
  changedAt: ChangedAt;
  /** Last reply, note, change of status or assignment by a person (Escalation 2); null when there was none. */
  lastActionAt: Instant | null;
  /** Event and instant of the contact's first unanswered message. */
  unanswered: { eventId: string; at: Instant } | null;
  /** In the order in which they began. */
  stops: readonly Stop[];
  breaches: Partial<Record<Target, Breach>>;
  warned: Partial<Record<Target, Telling>>;
  /** Of this cycle. */
  reminders: readonly (Telling & { nth: number })[];
  explanations: readonly Explanation[];
  /** The ticket that this one is a duplicate of. */
  mergedInto: { ticketId: string; number: string } | null;
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
    /** When somebody stepped the ticket down, and from which level: what came due before was answered by that. */
    steppedDown: readonly { at: Instant; level: number }[];
  };
  /** Events that have no effect: kept and shown as overtaken. */
  overtaken: readonly string[];
  /** Events folded: what a stale reply is held against. */
  version: number;
};
