import { z } from 'zod';
import { count, ms } from './explain-refs.ts';
import { id, instant, targets } from './values.ts';

/* Warnings and reminders: a part of `explain.ts`. */

/** Where somebody to tell would stand. */
const seat = z.strictObject({
  seat: z.enum(['assignee', 'team_manager', 'owes', 'asked']),
  userId: id.nullable(),
  standing: z.enum(['reached', 'empty', 'no_team', 'inactive', 'may_not_see', 'unknown']),
});
export const noticed = { noticedAt: instant, eventId: id };
export const outcome = z.enum(['sent', 'missed', 'nobody']);

export const tellingStanding = z.discriminatedUnion('kind', [
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

export const telling = z.strictObject({
  kind: z.enum(['warning', 'reminder']),
  target: z.enum(targets),
  /** Place in the policy's list, 1 the earliest. */
  nth: count.nullable(),
  /** Of a warning: share of the time that is used then. */
  percent: z.number().nullable(),
  /** Of a reminder. */
  beforeMs: ms.nullable(),
  at: instant.nullable(),
  /** Its time lies before the start, or before the match of a policy, and so it is due then. */
  moved: z.enum(['start', 'match']).nullable(),
  standing: tellingStanding,
});
export type TellingPart = z.output<typeof telling>;
