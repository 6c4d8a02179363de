import { z } from 'zod';
import { targetPart } from './explain-clocks.ts';
import { calendarRef, count, mismatch, ms, namedField, policyRef } from './explain-refs.ts';
import { rulePart, ruleTarget } from './explain-rules.ts';
import { noticed, outcome, telling, tellingStanding } from './explain-tellings.ts';
import { id, instant, statuses, targets } from './values.ts';

/*
 * Why a ticket's deadlines, warnings, reminders and escalations are what they are, or are not: codes and values, no words.
 * Spans are whole ms. Who may see a ticket may see how it was reckoned; of a sensitive one there is nothing to reckon.
 */
/** Why another policy of the organization does not decide. */
const lost = z.discriminatedUnion('why', [
  /** Of the policy that counts: it counts for new tickets, unless it is re-applied. */
  z.strictObject({ why: z.literal('newer_version') }),
  z.strictObject({ why: z.literal('inactive') }),
  z.strictObject({ why: z.literal('condition'), fields: z.array(mismatch) }),
  /** After the ticket was matched. */
  z.strictObject({ why: z.literal('published_later') }),
  z.strictObject({ why: z.literal('less_specific'), names: count, winnerNames: count }),
  /** As many fields; the winner names the stronger one. */
  z.strictObject({ why: z.literal('weaker_field'), winnerField: namedField }),
  z.strictObject({ why: z.literal('older'), winnerPublishedAt: instant }),
  /** Alike in everything: the order of their ids decides, so that every desk decides alike. */
  z.strictObject({ why: z.literal('same_but_id') }),
  /** It would win; the desk that matched had not received it. */
  z.strictObject({ why: z.literal('not_known_then') }),
]);

const deadlines = z.strictObject({ before: instant.nullable(), after: instant.nullable() });

const policyPart = z.strictObject({
  /** Null while this desk has not received it, or where there is none. */
  counts: policyRef.nullable(),
  why: z.enum([
    'names_fields',
    'names_nothing',
    /** The profile's default counts: the organization has no policy at all, no active one, or none that fits. */
    'no_policies',
    'none_active',
    'none_fits',
    'not_received',
    'none',
  ]),
  /** Since when it counts, and what called for the match. */
  since: z
    .strictObject({
      at: instant,
      cause: z.enum(['created', 'changed', 'moved', 'reapplied', 'unmarked']),
      actorId: id.nullable(),
      /** Of `changed`: the fields that count for a match. */
      fields: z.array(namedField),
    })
    .nullable(),
  others: z.array(z.strictObject({ policy: policyRef, lost })),
  /** What re-applying today's configuration would change; null: nothing. */
  today: z
    .strictObject({
      policy: policyRef,
      calendar: calendarRef.nullable(),
      deadlines: z.strictObject({ response: deadlines, next_response: deadlines, resolution: deadlines }),
      breachesNow: z.array(z.enum(targets)),
    })
    .nullable(),
});

const explanationPart = z.strictObject({
  requestId: id,
  ofUserId: id.nullable(),
  ofName: z.string(),
  askedById: id.nullable(),
  askedAt: instant,
  status: z.enum(['owed', 'answered', 'accepted']),
  owedById: id.nullable(),
  level: count,
  /** Since when whoever owes it now has their time. */
  startAt: instant,
  grantedMs: ms.nullable(),
  calendar: calendarRef.nullable(),
  dueAt: instant.nullable(),
  noDue: z.enum(['no_terms', 'not_owed', 'ended', 'calendar_not_received', 'unusable']).nullable(),
  reminder: z.strictObject({ at: instant.nullable(), standing: tellingStanding }),
  climbed: z.array(z.strictObject({ level: count, at: instant, toUserId: id.nullable(), outcome, ...noticed })),
  next: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('will'), at: instant, outcome, toUserId: id.nullable(), isDue: z.boolean() }),
    z.strictObject({
      kind: z.literal('will_not'),
      why: z.enum(['not_owed', 'no_due_time', 'off', 'top_of_line', 'highest_level', 'not_foreseen']),
    }),
  ]),
});
export type ExplanationPart = z.output<typeof explanationPart>;

/** What would change how things stand, the nearest first. */
const change = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('let_a_desk_run'), sinceAt: instant }),
  z.strictObject({ code: z.literal('reply_before'), target: z.enum(targets), at: instant }),
  z.strictObject({ code: z.literal('resolve_before'), at: instant }),
  z.strictObject({ code: z.literal('reply_now'), target: z.enum(targets) }),
  z.strictObject({ code: z.literal('resolve_now') }),
  /** `at`: the deadline if the clock ran from now on. */
  z.strictObject({
    code: z.literal('leave_status'),
    status: z.enum(statuses),
    target: z.enum(targets),
    at: instant.nullable(),
  }),
  /** A reply, note, change of status or assignment stops a level that waits on a reminder. */
  z.strictObject({ code: z.literal('act_before'), level: count, at: instant }),
  z.strictObject({ code: z.literal('acknowledge'), level: count, at: instant }),
  z.strictObject({ code: z.literal('name_holder'), level: count, target: ruleTarget }),
  /** An assignee or a manager of the team who can be told. */
  z.strictObject({ code: z.literal('name_recipient') }),
  z.strictObject({ code: z.literal('reapply'), policy: z.string(), dueAt: instant.nullable() }),
]);
export type Change = z.output<typeof change>;

/** What the engine recorded and the merged history no longer yields: kept, counted nowhere. */
const withoutEffect = z.strictObject({
  eventId: id,
  kind: z.string(),
  at: instant,
  noticedAt: instant.nullable(),
  target: z.enum(targets).nullable(),
  level: count.nullable(),
});

const ofTicket = { ticketId: id, number: z.string(), nowAt: instant };
export const derivation = z.discriminatedUnion('kind', [
  /** A sensitive ticket has no deadlines, warnings, reminders or escalations, and that is all there is to say. */
  z.strictObject({ kind: z.literal('excluded'), ...ofTicket }),
  z.strictObject({
    kind: z.literal('derived'),
    ...ofTicket,
    /** IANA name: of the organization, what instants are shown in. */
    timezone: z.string(),
    status: z.enum(statuses),
    assigneeId: id.nullable(),
    cycle: z.strictObject({ startedAt: instant, startedBy: z.enum(['creation', 'reopening', 'unmarking']) }),
    /** The clock that matters most now; null where none runs, stands still, was met or missed. */
    leading: z.enum(targets).nullable(),
    policy: policyPart,
    targets: z.array(targetPart),
    tellings: z.array(telling),
    escalation: z.strictObject({
      level: count,
      at: instant.nullable(),
      acknowledgedUntil: instant.nullable(),
      /** Escalated by a person and not by a rule. */
      byHand: z.strictObject({ actorId: id.nullable(), toUserId: id, reason: z.string() }).nullable(),
    }),
    rules: z.array(rulePart),
    explanations: z.array(explanationPart),
    changes: z.array(change),
    withoutEffect: z.array(withoutEffect),
  }),
]);
export type Derivation = z.output<typeof derivation>;
export type Derived = Extract<Derivation, { kind: 'derived' }>;
