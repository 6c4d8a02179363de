import { z } from 'zod';
import { calendarRef, count, ms, policyRef } from './explain-refs.ts';
import { targetClock } from './tickets.ts';
import { instant, statuses, targets } from './values.ts';

/* How a ticket's clocks were counted: a part of `explain.ts`. */

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

export const noClockReason = z.enum([
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

export const targetPart = z.strictObject({
  target: z.enum(targets),
  clock: targetClock,
  /** Why there is no clock; null where there is one. */
  none: noClockReason.nullable(),
  reckoning: reckoning.nullable(),
});
export type TargetPart = z.output<typeof targetPart>;
