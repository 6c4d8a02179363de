import { z } from 'zod';
import { targetClock } from './tickets.ts';
import { id, instant, roles, statuses, targets } from './values.ts';

/*
 * Why a ticket's deadlines, warnings, reminders and escalations are what they are, or are not: codes and values, no words.
 * Spans are whole ms. Who may see a ticket may see how it was reckoned; of a sensitive one there is nothing to reckon.
 */
const ms = z.number().int();
const count = z.number().int();

/** What a policy or rule may name, the strongest first. */
const namedField = z.enum(['kind', 'category', 'severity', 'priority']);
/** A condition that does not hold. */
const mismatch = z.strictObject({ field: namedField, wants: z.string(), has: z.string() });

const policyRef = z.strictObject({
  versionId: id,
  name: z.string(),
  builtIn: z.boolean(),
  active: z.boolean(),
  /** Null for one that is built in. */
  publishedAt: instant.nullable(),
  names: z.array(z.strictObject({ field: namedField, value: z.string() })),
});
/** Null in its place: open round the clock. */
const calendarRef = z.strictObject({
  versionId: id,
  name: z.string(),
  timezone: z.string(),
  publishedAt: instant,
});

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

/** A date that the calendar names; `name` of a holiday, where it has one. */
const namedDay = z.strictObject({ date: z.string(), name: z.string().nullable() });
const reason = z.enum(['weekly_hours', 'date_override', 'holiday', 'break', 'round_the_clock']);
const from = { fromAt: instant, untilAt: instant };

/** A stretch of time from the start of a clock on, in order and without a gap. */
const stretch = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('open'), ...from, ms, because: reason, days: z.array(namedDay) }),
  z.strictObject({ kind: z.literal('closed'), ...from, ms, because: reason, days: z.array(namedDay) }),
  /** `openMs`: what of it would have counted. `untilAt` null while it lasts; then `ms` and `openMs` are those so far. */
  z.strictObject({
    kind: z.literal('pause'),
    fromAt: instant,
    untilAt: instant.nullable(),
    ms,
    openMs: ms,
    /** `ended`: the ticket was resolved or closed. */
    why: z.enum(['status', 'ended']),
    status: z.enum(statuses),
  }),
  /** The zone's clock is moved; takes no time. */
  z.strictObject({ kind: z.literal('clock_change'), at: instant, byMs: ms }),
  /** Many openings by the weekly hours and what is closed between them. `eachMs` null: not all of one length. */
  z.strictObject({ kind: z.literal('run'), ...from, openings: count, eachMs: ms.nullable(), openMs: ms, closedMs: ms }),
  /** What was left out of the middle of a very long list. */
  z.strictObject({
    kind: z.literal('summed'),
    ...from,
    rows: count,
    openMs: ms,
    closedMs: ms,
    pausedMs: ms,
    pausedOpenMs: ms,
  }),
]);
export type Stretch = z.output<typeof stretch>;

const reckoning = z.strictObject({
  /** The policy and calendar that this clock was counted by: of what is answered or missed, those of that time. */
  policy: policyRef,
  calendar: calendarRef.nullable(),
  startAt: instant,
  startedBy: z.enum(['creation', 'reopening', 'unmarking', 'message']),
  grantedMs: ms,
  usedMs: ms,
  leftMs: ms,
  dueAt: instant.nullable(),
  /** The time was used up before the policy was matched again; due at the match instead. */
  movedToMatch: z.boolean(),
  /** Where the stretches end: elapsed = counted + closed + paused. */
  untilAt: instant,
  elapsedMs: ms,
  countedMs: ms,
  closedMs: ms,
  pausedMs: ms,
  /** What of the pauses would have counted: by this the deadline has moved. */
  pausedOpenMs: ms,
  stretches: z.array(stretch),
  /** Of a clock that stands still: its deadline if it ran from now on. */
  resumedDueAt: instant.nullable(),
  /** Since the deadline, until it was answered after all or until now; `openMs` without time in which it was resolved. */
  overdue: z.strictObject({ ...from, elapsedMs: ms, openMs: ms }).nullable(),
});
export type Reckoning = z.output<typeof reckoning>;

const noClockReason = z.enum([
  /** No policy was matched: this desk does not know the organization. */
  'no_policy',
  'policy_not_received',
  'calendar_not_received',
  /** A matched policy is final: targets that it omits do not run. */
  'omitted',
  'unusable_hours',
  'imported_without',
  /** A cycle that a reopening began has resolution alone. */
  'not_in_cycle',
  /** No message of the contact waits for an answer. */
  'nothing_waits',
  /** The ticket ended before it was answered: neither met nor missed. */
  'cancelled',
  'ended',
  'never_opens',
]);
export type NoClockReason = z.output<typeof noClockReason>;

const targetPart = z.strictObject({
  target: z.enum(targets),
  clock: targetClock,
  /** Why there is no clock; null where there is one. */
  none: noClockReason.nullable(),
  reckoning: reckoning.nullable(),
});
export type TargetPart = z.output<typeof targetPart>;

/** Where somebody to tell would stand. */
const seat = z.strictObject({
  seat: z.enum(['assignee', 'team_manager', 'owes', 'asked']),
  userId: id.nullable(),
  standing: z.enum(['reached', 'empty', 'no_team', 'inactive', 'may_not_see', 'unknown']),
});
const noticed = { noticedAt: instant, eventId: id };
const outcome = z.enum(['sent', 'missed', 'nobody']);

const tellingStanding = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sent'), ...noticed, to: z.array(id) }),
  /** Something later was due in the same look; null where the log no longer shows what. */
  z.strictObject({
    kind: z.literal('missed'),
    ...noticed,
    behind: z.strictObject({ kind: z.enum(['breach', 'reminder', 'due']), at: instant }).nullable(),
  }),
  z.strictObject({ kind: z.literal('nobody'), ...noticed, seats: z.array(seat) }),
  /** `isDue`: its instant has come, and no desk has looked since. */
  z.strictObject({ kind: z.literal('will_come'), outcome, to: z.array(id), seats: z.array(seat), isDue: z.boolean() }),
  z.strictObject({ kind: z.literal('stands_still'), resumedAt: instant.nullable() }),
  z.strictObject({
    kind: z.literal('will_not'),
    why: z.enum([
      'policy_has_none',
      'no_clock',
      'not_before_deadline',
      'imported_history',
      'answered_before',
      'deadline_passed',
      'ended',
      'not_foreseen',
    ]),
  }),
]);
export type TellingStanding = z.output<typeof tellingStanding>;

const telling = z.strictObject({
  kind: z.enum(['warning', 'reminder']),
  target: z.enum(targets),
  /** Place in the policy's list, 1 the earliest. */
  nth: count.nullable(),
  /** Of a warning: share of the time that is used then. */
  percent: z.number().nullable(),
  /** Of a reminder. */
  beforeMs: ms.nullable(),
  at: instant.nullable(),
  standing: tellingStanding,
});
export type TellingPart = z.output<typeof telling>;

const escalationTrigger = z.enum(['resolution_breach', 'response_breach', 'reminder', 'creation']);
const ruleTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('team_manager'), teamId: id.nullable() }),
  z.strictObject({ kind: z.literal('role'), role: z.enum(roles) }),
  z.strictObject({ kind: z.literal('user'), userId: id }),
  /** Of a later release. */
  z.strictObject({ kind: z.literal('unknown') }),
]);

/** Why nobody holds a target at a time. */
const vacancy = z.strictObject({
  why: z.enum(['no_team', 'no_manager', 'nobody_has_role', 'nobody_available', 'unknown_target']),
  people: z.array(
    z.strictObject({
      userId: id,
      standing: z.enum(['inactive', 'away', 'unknown']),
      awayUntil: instant.nullable(),
      coverUserId: id.nullable(),
    }),
  ),
});
export type Vacancy = z.output<typeof vacancy>;

/** Why a rule has not acted and will not, as things stand. */
const notFired = z.discriminatedUnion('why', [
  z.strictObject({ why: z.literal('ended'), status: z.enum(statuses) }),
  z.strictObject({ why: z.literal('duplicate') }),
  z.strictObject({ why: z.literal('inactive') }),
  z.strictObject({ why: z.literal('condition'), fields: z.array(mismatch) }),
  z.strictObject({ why: z.literal('past_highest'), highest: count }),
  z.strictObject({ why: z.literal('not_above'), level: count }),
  /** By its instant the ticket will stand on that level. */
  z.strictObject({ why: z.literal('not_above_then'), level: count, at: instant }),
  /** A rule of this level has acted on the same clock, before somebody stepped the ticket down. */
  z.strictObject({ why: z.literal('level_acted'), at: instant.nullable() }),
  z.strictObject({ why: z.literal('not_creation'), cycleStartedAt: instant }),
  z.strictObject({
    why: z.literal('not_breached'),
    target: z.enum(targets),
    clock: z.enum(['none', 'paused', 'met', 'ended', 'breached']),
    none: noClockReason.nullable(),
  }),
  z.strictObject({
    why: z.literal('no_reminder_sent'),
    because: z.enum(['policy_has_none', 'missed', 'nobody', 'stands_still', 'none_comes']),
  }),
  z.strictObject({
    why: z.literal('acted_on'),
    reminderAt: instant,
    at: instant,
    actorId: id.nullable(),
    action: z.string(),
  }),
  z.strictObject({ why: z.literal('published_later'), at: instant, publishedAt: instant }),
  z.strictObject({ why: z.literal('imported_history'), at: instant, historyUntil: instant }),
  z.strictObject({ why: z.literal('calendar_not_received') }),
  /** Hours, level or trigger that this release cannot count with. */
  z.strictObject({ why: z.literal('unusable') }),
  z.strictObject({ why: z.literal('not_foreseen') }),
]);
export type NotFired = z.output<typeof notFired>;

const ruleStanding = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fired'), at: instant, ...noticed, toUserId: id, formerAssigneeId: id.nullable() }),
  /** Its target held the ticket: recorded, and nobody told twice. */
  z.strictObject({ kind: z.literal('held'), at: instant, ...noticed, userId: id.nullable() }),
  /** A higher level that was due in the same look acted. */
  z.strictObject({ kind: z.literal('overtaken'), at: instant, ...noticed, byLevel: count.nullable() }),
  /** Came due and found nobody; tried again when somebody holds its target. */
  z.strictObject({
    kind: z.literal('waiting'),
    at: instant,
    ...noticed,
    vacancy: vacancy.nullable(),
    heldUntil: instant.nullable(),
  }),
  /** If nothing changes. `startAt`: what its hours count from. */
  z.strictObject({
    kind: z.literal('will'),
    at: instant,
    startAt: instant.nullable(),
    outcome: z.enum(['fires', 'held', 'overtaken', 'nobody']),
    toUserId: id.nullable(),
    byLevel: count.nullable(),
    vacancy: vacancy.nullable(),
    /** Acknowledged until then. */
    heldUntil: instant.nullable(),
    isDue: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('will_not'), reason: notFired }),
]);
export type RuleStanding = z.output<typeof ruleStanding>;

const rulePart = z.strictObject({
  ruleVersionId: id,
  level: z.number(),
  active: z.boolean(),
  trigger: escalationTrigger.nullable(),
  /** Null for a trigger without hours. */
  hours: z.number().nullable(),
  elapsed: z.boolean(),
  target: ruleTarget,
  names: z.array(z.strictObject({ field: namedField, value: z.string() })),
  publishedAt: instant,
  standing: ruleStanding,
});
export type RulePart = z.output<typeof rulePart>;

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
