import { z } from 'zod';
import {
  channels,
  chosenStatuses,
  dispositions,
  id,
  instant,
  languages,
  priorities,
  severities,
  statuses,
  ticketKinds,
} from './values.ts';
import type { Target } from './values.ts';

/** Sizes that one field may have; a longer text is refused at the edge and never cut. */
const line = z.string().trim().max(300);
const text = z.string().max(20_000);

export const contactInput = z.strictObject({
  name: line.default(''),
  phone: line.default(''),
  email: line.default(''),
  language: z.enum(languages).default('en'),
  /** Channels that the contact agreed to, the dearest first; left out: those of the organization. */
  channels: z.array(z.enum(channels)).max(3).optional(),
});

export const placeInput = z.strictObject({
  address: line.default(''),
  latitude: z.number().min(-90).max(90).nullable().default(null),
  longitude: z.number().min(-180).max(180).nullable().default(null),
});

/** What a person can write into a ticket at intake and change later. */
export const ticketFields = z.strictObject({
  kind: z.enum(ticketKinds).default('complaint'),
  subject: line.min(1),
  description: text.default(''),
  category: line.default(''),
  severity: z.enum(severities).default('medium'),
  priority: z.enum(priorities).default('medium'),
  contact: contactInput.prefault({}),
  place: placeInput.prefault({}),
});

export const createTicketInput = ticketFields.extend({
  organizationId: id,
  teamId: id.nullable().default(null),
  assigneeId: id.nullable().default(null),
  sensitive: z.boolean().default(false),
});

/** `seenAt` is the `version` of the ticket that the person was looking at: a stale reply is stopped with TICKET_STALE. */
const onTicket = { ticketId: id };

export const updateTicketInput = z.strictObject({
  ...onTicket,
  patch: z.strictObject({
    kind: z.enum(ticketKinds).optional(),
    subject: line.min(1).optional(),
    description: text.optional(),
    category: line.optional(),
    severity: z.enum(severities).optional(),
    priority: z.enum(priorities).optional(),
    contact: contactInput.optional(),
    place: placeInput.optional(),
  }),
});
export const assignTicketInput = z.strictObject({
  ...onTicket,
  assigneeId: id.nullable(),
  /** Left out: the team stays as it is. */
  teamId: id.nullable().optional(),
});
export const setStatusInput = z.strictObject({
  ...onTicket,
  status: z.enum(chosenStatuses),
  reason: line.default(''),
  disposition: z.enum(dispositions).nullable().default(null),
  /** On closing: whether the contact is to be thanked. Left out: yes, unless the ticket is sensitive. */
  thank: z.boolean().optional(),
});
export const noteInput = z.strictObject({ ...onTicket, text: text.min(1) });
export const replyInput = z.strictObject({
  ...onTicket,
  text: text.min(1),
  /** Ticket version that the writer saw; a newer one stops the reply. */
  seenVersion: z.number().int().nullable().default(null),
});
export const markSensitiveInput = z.strictObject({ ...onTicket });
export const unmarkSensitiveInput = z.strictObject({ ...onTicket, reason: line.min(1) });
export const referInput = z.strictObject({ ...onTicket, to: line.min(1), reference: line.default('') });
export const escalateInput = z.strictObject({ ...onTicket, reason: line.min(1) });
export const acknowledgeInput = z.strictObject({ ...onTicket, untilAt: instant });
export const stepDownInput = z.strictObject({ ...onTicket, reason: line.min(1) });
/** Hands the ticket to another organization. */
export const moveInput = z.strictObject({ ...onTicket, organizationId: id, teamId: id.nullable().default(null) });
/** Closes the ticket as a duplicate of another. */
export const mergeInput = z.strictObject({ ...onTicket, intoTicketId: id });
/** Matches the policies and calendars of today, which otherwise count for new tickets only. */
export const reapplyInput = z.strictObject({ ...onTicket });
/** `ofUserId` null: a person without an account, by `ofName`. */
export const askExplanationInput = z.strictObject({
  ...onTicket,
  ofUserId: id.nullable(),
  ofName: line.default(''),
  question: text.min(1),
});
/** `requestId`: event that asked. */
const onExplanation = { ...onTicket, requestId: id };
export const answerExplanationInput = z.strictObject({ ...onExplanation, text: text.min(1) });
export const acceptExplanationInput = z.strictObject({ ...onExplanation });
export const sendBackExplanationInput = z.strictObject({ ...onExplanation, reason: line.min(1) });
export const undoInput = z.strictObject({ eventId: id });

export type TicketFields = z.output<typeof ticketFields>;
export type CreateTicketInput = z.output<typeof createTicketInput>;
export type UpdateTicketInput = z.output<typeof updateTicketInput>;

/** One SLA clock of a ticket. `At` epoch ms UTC. */
export const targetClock = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('running'), dueAt: instant }),
  z.strictObject({ kind: z.literal('paused'), remainingMs: z.number() }),
  z.strictObject({ kind: z.literal('met'), metAt: instant, dueAt: instant.nullable() }),
  z.strictObject({
    kind: z.literal('breached'),
    dueAt: instant,
    noticedAt: instant.nullable(),
    /** When it was answered or resolved after all; null while still overdue. */
    endedAt: instant.nullable(),
  }),
  /** Over, at a time that nobody recorded: neither met nor missed. Only imports know such endings. */
  z.strictObject({ kind: z.literal('ended'), dueAt: instant.nullable() }),
]);
export type TargetClock = z.output<typeof targetClock>;
export type Clocks = Record<Target, TargetClock>;

const clocks = z.strictObject({ response: targetClock, next_response: targetClock, resolution: targetClock });

export const queueRow = z.strictObject({
  id,
  number: z.string(),
  organizationId: id,
  subject: z.string(),
  kind: z.enum(ticketKinds),
  category: z.string(),
  severity: z.enum(severities),
  priority: z.enum(priorities),
  status: z.enum(statuses),
  sensitive: z.boolean(),
  teamId: id.nullable(),
  assigneeId: id.nullable(),
  contactName: z.string(),
  level: z.number().int(),
  createdAt: instant,
  clocks,
  /** Version of the calendar in whose open time they count; null: round the clock. */
  calendarVersionId: id.nullable(),
  /** Earliest unmet deadline (running or breached); null when no clock runs. */
  dueAt: instant.nullable(),
  version: z.number().int(),
});
export type QueueRow = z.output<typeof queueRow>;

export const queueViews = ['all', 'mine', 'unassigned', 'due_soon', 'breached', 'escalated', 'done'] as const;
export type QueueView = (typeof queueViews)[number];

export const queuePageInput = z.strictObject({
  view: z.enum(queueViews),
  /** Left out: all organizations of the viewer. */
  organizationId: id.optional(),
  sort: z.enum(['due', 'newest']).default('due'),
  /** `next` of the page before. */
  after: z.string().max(200).nullable().default(null),
  limit: z.number().int().min(1).max(200).default(100),
});
export const queuePage = z.strictObject({ rows: z.array(queueRow), next: z.string().nullable() });
export type QueuePageInput = z.output<typeof queuePageInput>;
export type QueuePage = z.output<typeof queuePage>;

/** Exact to 9,999; above that 10,000 is given and shown as "9,999+". */
export const queueCounts = z.strictObject(
  Object.fromEntries(queueViews.map((view) => [view, z.number().int()])) as Record<QueueView, z.ZodNumber>,
);
export type QueueCounts = z.output<typeof queueCounts>;

export const searchInput = z.strictObject({
  words: z.string().max(300),
  organizationId: id.optional(),
  limit: z.number().int().min(1).max(100).default(50),
});

export const timelineEntry = z.strictObject({
  eventId: id,
  kind: z.string(),
  occurredAt: instant,
  /** When a desk learnt of it, epoch ms. */
  recordedAt: instant,
  actorId: id.nullable(),
  /** Kept and shown, without effect: undone by a void, or overtaken. */
  effect: z.enum(['applied', 'voided', 'overtaken']),
  body: z.record(z.string(), z.unknown()),
});
export type TimelineEntry = z.output<typeof timelineEntry>;

/** How telling somebody came out: `missed` where something later was due in the same look, `nobody` where nobody was there. */
const outcomes = ['sent', 'missed', 'nobody'] as const;

/** Operations on this ticket that the viewer is allowed now; the screen offers these and no others. */
export const ticketOperations = [
  'work_ticket',
  'assign_ticket',
  'take_ticket',
  'escalate_by_hand',
  'acknowledge',
  'step_down',
  'ask_explanation',
  'mark_sensitive',
  'unmark_sensitive',
] as const;

/** What came of an explanation that was asked for; instants epoch ms. */
const explanationStep = z.discriminatedUnion('kind', [
  /** `toIds`: whom it went to. */
  z.strictObject({
    kind: z.literal('reminded'),
    eventId: id,
    at: instant,
    outcome: z.enum(outcomes),
    toIds: z.array(id),
  }),
  /** `toUserId`: who owes it since; null when nobody is above. */
  z.strictObject({
    kind: z.literal('climbed'),
    eventId: id,
    at: instant,
    outcome: z.enum(outcomes),
    level: z.number().int(),
    toUserId: id.nullable(),
  }),
  z.strictObject({ kind: z.literal('answered'), eventId: id, at: instant, byId: id.nullable(), text: z.string() }),
  z.strictObject({ kind: z.literal('accepted'), eventId: id, at: instant, byId: id.nullable() }),
  z.strictObject({ kind: z.literal('sent_back'), eventId: id, at: instant, byId: id.nullable(), reason: z.string() }),
]);
export type ExplanationStep = z.output<typeof explanationStep>;

/** An explanation that was asked for, with a clock of its own. */
export const explanationView = z.strictObject({
  /** Event that asked. */
  id,
  askedById: id.nullable(),
  askedAt: instant,
  /** Null for a person without an account, who is `ofName`. */
  ofUserId: id.nullable(),
  ofName: z.string(),
  question: z.string(),
  status: z.enum(['owed', 'answered', 'accepted']),
  /** The person asked, or the manager it has climbed to; null for a person without an account. */
  owedById: id.nullable(),
  /** How far it has climbed. */
  level: z.number().int(),
  clock: targetClock,
  /** Calendar in whose open time the clock counts; null: round the clock. */
  calendarVersionId: id.nullable(),
  /** In the order in which they happened; without what was undone or overtaken. */
  steps: z.array(explanationStep),
  /** What the viewer may do with it now. */
  allowed: z.array(z.enum(['answer', 'accept', 'send_back'])),
});
export type ExplanationView = z.output<typeof explanationView>;

export const ticketView = queueRow.extend({
  description: z.string(),
  disposition: z.enum(dispositions).nullable(),
  contact: z.strictObject({
    name: z.string(),
    phone: z.string(),
    email: z.string(),
    language: z.enum(languages),
    channels: z.array(z.enum(channels)).optional(),
  }),
  place: z.strictObject({ address: z.string(), latitude: z.number().nullable(), longitude: z.number().nullable() }),
  referral: z.strictObject({ to: z.string(), reference: z.string() }).nullable(),
  policyName: z.string().nullable(),
  escalation: z.strictObject({
    level: z.number().int(),
    at: instant.nullable(),
    reason: z.string().nullable(),
    acknowledgedUntil: instant.nullable(),
    /** True while a level is due and nobody holds its target. */
    awaitingTarget: z.boolean(),
  }),
  resolvedAt: instant.nullable(),
  closedAt: instant.nullable(),
  nextAt: instant.nullable(),
  allowed: z.array(z.enum(ticketOperations)),
  /** In the order in which they were asked for. */
  explanations: z.array(explanationView),
  timeline: z.array(timelineEntry),
});
export type TicketView = z.output<typeof ticketView>;

/** What a change of a ticket answers: enough to show it and to undo it. */
export const ticketChanged = z.strictObject({
  ticketId: id,
  number: z.string(),
  eventId: id,
  version: z.number().int(),
});
export type TicketChanged = z.output<typeof ticketChanged>;
