import { z } from 'zod';
import { noClockReason } from './explain-clocks.ts';
import { count, mismatch, namedValue } from './explain-refs.ts';
import { noticed } from './explain-tellings.ts';
import { id, instant, roles, statuses, targets } from './values.ts';

/* Escalation rules: a part of `explain.ts`. */

const escalationTrigger = z.enum(['resolution_breach', 'response_breach', 'reminder', 'creation']);
export const ruleTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('team_manager'), teamId: id.nullable() }),
  z.strictObject({ kind: z.literal('role'), role: z.enum(roles) }),
  z.strictObject({ kind: z.literal('user'), userId: id }),
  /** Of a later release. */
  z.strictObject({ kind: z.literal('unknown') }),
]);

/** Why nobody holds a target at a time. */
export const vacancy = z.strictObject({
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
  /** It came due while the ticket stood on that level, before somebody stepped it down. */
  z.strictObject({ why: z.literal('stepped_down'), level: count, at: instant }),
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

export const ruleStanding = z.discriminatedUnion('kind', [
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

export const rulePart = z.strictObject({
  ruleVersionId: id,
  level: z.number(),
  active: z.boolean(),
  trigger: escalationTrigger.nullable(),
  /** Null for a trigger without hours. */
  hours: z.number().nullable(),
  elapsed: z.boolean(),
  target: ruleTarget,
  names: z.array(namedValue),
  publishedAt: instant,
  standing: ruleStanding,
});
export type RulePart = z.output<typeof rulePart>;
