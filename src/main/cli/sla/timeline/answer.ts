import { z } from 'zod';

const instant = z.string().describe('UTC with Z');
const state = z.enum(['none', 'running', 'paused', 'met', 'breached']);
const elapsed = z.number().int().nullable().describe('Whole seconds; null where no target runs');

const entry = z.strictObject({
  at: instant,
  kind: z.enum(['warning', 'reminder', 'breach', 'met', 'escalation']),
  level: z.number().int().optional(),
  target: z.string().optional().describe('The target of the policy; of an escalation the role'),
  skipped: z.literal(true).optional(),
  overtaken: z.literal(true).optional(),
  reason: z.enum(['missed', 'nobody', 'already_holds']).optional(),
});
export type TimelineEntry = z.output<typeof entry>;

/** What `"op":"timeline"` answers. */
export const timelineAnswer = z.strictObject({
  response_due: instant.nullable(),
  next_response_due: instant.nullable(),
  resolution_due: instant.nullable(),
  response_state: state,
  next_response_state: state,
  resolution_state: state,
  response_elapsed_s: elapsed,
  resolution_elapsed_s: elapsed,
  pause_total_s: z.number().int(),
  paused: z.boolean(),
  timeline: z.array(entry),
  ignored: z.array(z.number().int()).optional().describe('Places of events, from 0, that no desk would have allowed'),
});
export type TimelineAnswer = z.output<typeof timelineAnswer>;
