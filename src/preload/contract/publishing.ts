import { z } from 'zod';
import { changes, configProblem, proposal, thing } from './configuration.ts';
import { id, instant } from './values.ts';

export const note = z.string().trim().max(2000).default('');
export const publishInput = z.strictObject({
  changes,
  /** Also let it count for open tickets. */
  reapply: z.boolean(),
  note,
});

/** What came of a wish to publish, import or decide. Only `published` and `proposed` wrote something. */
export const publishOutcome = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('published'),
    /** What was published; less than asked for where something was unchanged. */
    things: z.array(thing),
    /** Whether open tickets are being re-applied to, in the background. */
    reapplying: z.boolean(),
    warnings: z.array(configProblem),
  }),
  z.strictObject({ outcome: z.literal('proposed'), proposalId: id, warnings: z.array(configProblem) }),
  z.strictObject({ outcome: z.literal('rejected') }),
  z.strictObject({ outcome: z.literal('withdrawn') }),
  /** Everything is as it was asked to be already. */
  z.strictObject({ outcome: z.literal('unchanged') }),
  z.strictObject({ outcome: z.literal('refused'), problems: z.array(configProblem) }),
  /** Somebody changed these since the draft was begun. */
  z.strictObject({
    outcome: z.literal('stale'),
    things: z.array(z.strictObject({ ...thing.shape, savedAt: instant.nullable(), savedById: id.nullable() })),
  }),
]);
export type PublishOutcome = z.output<typeof publishOutcome>;

export const proposalsOutput = z.strictObject({ proposals: z.array(proposal) });
export type Proposals = z.output<typeof proposalsOutput>;

export const decideInput = z.strictObject({
  proposalId: id,
  verdict: z.enum(['approve', 'reject', 'withdraw']),
  /** Needed to reject. */
  reason: z.string().trim().max(2000).default(''),
});
