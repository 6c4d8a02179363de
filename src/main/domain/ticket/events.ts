import type {
  Channel,
  Disposition,
  Instant,
  Language,
  Priority,
  Severity,
  Status,
  Target,
  TicketKind,
} from '../../../preload/contract/values.ts';

export type Contact = {
  name: string;
  phone: string;
  email: string;
  language: Language;
  /** Channels that the contact agreed to, the dearest first; left out: those of the organization. */
  channels?: readonly Channel[] | undefined;
};
/** `latitude`, `longitude` in degrees, WGS 84. */
export type Place = { address: string; latitude: number | null; longitude: number | null };

export type TicketFields = {
  kind: TicketKind;
  subject: string;
  description: string;
  category: string;
  severity: Severity;
  priority: Priority;
  contact: Contact;
  place: Place;
};

/** What people do. Bodies are whole values, so that a newer release can read an older log. */
export type HumanEvent =
  | {
      kind: 'ticket_created';
      body: TicketFields & {
        number: string;
        organizationId: string;
        teamId: string | null;
        assigneeId: string | null;
        sensitive: boolean;
        /** Import only: which batch, and the instant up to which lateness is history and tells nobody. */
        batchId: string | null;
        historyUntil: Instant | null;
        /** Import only: the source gives this ticket no deadline, whatever policy its category has. */
        withoutTargets?: true;
      };
    }
  | { kind: 'ticket_updated'; body: { patch: Partial<TicketFields> } }
  /** `undated`: the source of an import says that it is so, and not since when; `occurredAt` then says nothing. */
  | {
      kind: 'status_changed';
      body: {
        status: Status;
        reason: string;
        disposition: Disposition | null;
        undated?: true;
        /** On closing: whether the contact is to be thanked. */
        thank?: boolean;
        /**
         * Nobody's doing, but what the contact's answer to “please confirm”, or its absence, comes to; `asked_late`,
         * `not_asked` and `asked_again`: resolved as before, and `closesAt` another, since the question left later, never, or
         * leaves once more by somebody's hand.
         */
        why?: 'confirmed' | 'refused' | 'silence' | 'asked_late' | 'not_asked' | 'asked_again';
        /** On resolving: when it is closed if the contact keeps silent, by the organization's terms of then. Left out: never. */
        closesAt?: Instant;
      };
    }
  /** Handed to another organization; what was promised and what has happened goes with it. */
  | { kind: 'moved'; body: { organizationId: string; teamId: string | null; assigneeId: string | null } }
  /** Closed as a duplicate of another ticket, which lives on. */
  | { kind: 'merged'; body: { intoTicketId: string; intoNumber: string } }
  /** An administrator re-applies the policies and calendars of today. */
  | { kind: 'policy_reapplied'; body: Record<string, never> }
  | { kind: 'assigned'; body: { assigneeId: string | null; teamId: string | null } }
  | { kind: 'noted'; body: { text: string } }
  | { kind: 'replied'; body: { text: string } }
  /** `via`: how it came in; left out where somebody wrote it down. */
  | { kind: 'contact_wrote'; body: { text: string; via?: Inbound } }
  | { kind: 'marked_sensitive'; body: Record<string, never> }
  | { kind: 'unmarked_sensitive'; body: { reason: string } }
  | { kind: 'referred'; body: { to: string; reference: string } }
  | { kind: 'acknowledged'; body: { untilAt: Instant } }
  | { kind: 'stepped_down'; body: { reason: string } }
  | { kind: 'explanation_requested'; body: ExplanationRequested }
  | { kind: 'explanation_answered'; body: { requestId: string; text: string } }
  | { kind: 'explanation_accepted'; body: { requestId: string } }
  | { kind: 'explanation_sent_back'; body: { requestId: string; reason: string } }
  | { kind: 'voided'; body: { eventId: string } };

/**
 * What the engine does. `clockId` is the event that started the clock it speaks of: it takes effect only while that
 * clock runs, otherwise it is shown as overtaken. `noticedAt`: when a desk acted, beside `occurredAt`, when it was due.
 */
export type EngineEvent =
  | {
      kind: 'policy_matched';
      body: {
        causeId: string;
        policyVersionId: string;
        /** Version of the policy's calendar that counts from now on; null, as in older events: 24×7. */
        calendarVersionId?: string | null;
      };
    }
  /** `nth`: place of the reminder in the policy's list, 1 the earliest. `dueAt`: the deadline as it stood. */
  | { kind: 'warned'; body: Told & { target: Target; dueAt: Instant } }
  | { kind: 'reminded'; body: Told & { target: 'resolution'; nth: number; dueAt: Instant } }
  | {
      kind: 'breached';
      body: { clockId: string; target: Target; dueAt: Instant; noticedAt: Instant; history: boolean };
    }
  | { kind: 'escalated'; body: Escalated }
  | { kind: 'escalation_skipped'; body: EscalationSkipped }
  /** `level`: 0 while the person asked owes it, then how far it has climbed. */
  | { kind: 'explanation_reminded'; body: Told & { requestId: string; level: number; dueAt: Instant } }
  | { kind: 'explanation_escalated'; body: ExplanationEscalated };

/**
 * How telling somebody came out. `missed`: something later was due in the same look, and old news is not sent;
 * `nobody`: there was nobody to tell.
 */
export type Outcome = 'sent' | 'missed' | 'nobody';

/** A message of the contact as the provider has it; `confirms`: what it says to “resolved, please confirm”. */
export type Inbound = { channel: Channel; providerSid: string; confirms: 'yes' | 'no' | null };

/** What every telling of the engine records; `to`: users whom it was meant for. */
export type Told = { clockId: string; noticedAt: Instant; outcome: Outcome; to: readonly string[] };

export type ExplanationEscalated = Told & {
  requestId: string;
  level: number;
  /** Who owes it now; null when nobody is above. */
  toUserId: string | null;
  /** The manager whose place in the line that is: another than `toUserId` where somebody stands in. */
  lineUserId: string | null;
};

/** Terms are pinned when it is asked: an organization that changes them changes new questions only. */
export type ExplanationRequested = {
  /** Null for a person without an account. */
  ofUserId: string | null;
  ofName: string;
  question: string;
  /** Null: no due time, as on a sensitive ticket. */
  terms: PinnedTerms | null;
};

/** Whole ms; of elapsed time where `calendarVersionId` is null, else of the calendar's open time. */
export type PinnedTerms = {
  responseMs: number;
  reminderMsBefore: number | null;
  escalate: boolean;
  escalationMsOverdue: number;
  maxLevels: number;
  calendarVersionId: string | null;
};

export type EscalationTrigger = 'resolution_breach' | 'response_breach' | 'reminder' | 'creation' | 'by_hand';

export type Escalated = {
  clockId: string;
  level: number;
  /** Null when escalated by hand. */
  ruleVersionId: string | null;
  trigger: EscalationTrigger;
  targetUserId: string;
  formerAssigneeId: string | null;
  reason: string;
  noticedAt: Instant;
};

export type EscalationSkipped = {
  clockId: string;
  level: number;
  ruleVersionId: string;
  why: SkipReason;
  noticedAt: Instant;
};

/** `nobody` leaves the level and is tried again when somebody holds the target; the others settle the rule for the cycle. */
export type SkipReason = 'already_holds' | 'overtaken' | 'nobody';

/**
 * One immutable event of a ticket's log.
 * `occurredAt`: when it happened (epoch ms), what rules read. `at`: hybrid logical clock (see `ticket/log-clock.ts`), when
 * a desk learnt it, what the fold sorts by. `actorId`: null for the engine. `v`: version of the body's form.
 */
export type TicketEvent = {
  id: string;
  ticketId: string;
  occurredAt: Instant;
  at: number;
  deskId: string;
  actorId: string | null;
  v: 1;
} & (HumanEvent | EngineEvent);

export type EventKind = TicketEvent['kind'];
export type EventOf<K extends EventKind> = Extract<TicketEvent, { kind: K }>;

/** What a decision yields; the store adds `at` and `deskId` when it appends. */
export type NewEvent = {
  id: string;
  ticketId: string;
  occurredAt: Instant;
  actorId: string | null;
} & (HumanEvent | EngineEvent);
