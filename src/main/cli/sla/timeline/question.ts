import { z } from 'zod';
import { chosenStatuses, severities, statuses, targets } from '../../../../preload/contract/values.ts';

/** About 31 years: what lies further is a slip of the pen. */
const MOST_SECONDS = 1_000_000_000;
const seconds = z.number().int().min(0).max(MOST_SECONDS);
const instant = z.string().describe('RFC 3339 date-time with an offset or Z, from 1900-01-01 to 2200-01-01 UTC');
const interval = z.tuple([z.string(), z.string()]);
const intervals = z.array(interval);

const calendar = z.strictObject({
  timezone: z.string().describe('IANA name, such as Africa/Johannesburg'),
  hours: z.partialRecord(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']), intervals.nullable()),
  holidays: z.array(z.string()).nullable().optional(),
  breaks: z
    .array(z.strictObject({ date: z.string(), from: z.string(), to: z.string() }))
    .nullable()
    .optional(),
  date_overrides: z.record(z.string(), intervals).nullable().optional(),
});

const target = z.strictObject({ seconds }).nullable().default(null).describe('Left out or null: it does not run');

const policy = z
  .strictObject({
    response: target,
    next_response: target,
    resolution: target,
    warn_percent: z.number().min(0).max(100).default(75).describe('0 and 100 warn of nothing'),
    reminders_before_seconds: z.array(seconds).max(1000).default([]),
    pause_statuses: z.array(z.enum(statuses)).default(['pending']),
    pauses_affect: z.array(z.enum(targets)).default(['resolution']),
  })
  .prefault({});

const rule = z
  .strictObject({
    level: z.number().int().min(1).max(1000),
    trigger: z.enum(['resolution_breach', 'response_breach', 'reminder', 'creation']),
    hours: z
      .number()
      .min(0)
      .max(MOST_SECONDS / 3600)
      .default(0)
      .describe('Of open time; at once on creation'),
    elapsed: z.boolean().default(false).describe('Hours of the clock on the wall instead of open hours'),
    target: z.string().min(1).max(100).describe('Name of a role; each is held by one person of its own'),
  })
  // Rule: product.md, Escalation 1. Hours that are written there would be lost without a word.
  .refine(({ trigger, hours }) => trigger !== 'creation' || hours === 0, {
    path: ['hours'],
    error: 'a rule on creation acts at once: leave it out, or let the rule follow a breach of a target of that length',
  });

const ticket = z.strictObject({
  created_at: instant,
  status: z.enum(chosenStatuses).default('open'),
  severity: z.enum(severities).nullable().default(null).describe('Rules of a line name none'),
});

const event = z.discriminatedUnion('type', [
  z.strictObject({ at: instant, type: z.literal('status'), status: z.enum(chosenStatuses) }),
  z.strictObject({
    at: instant,
    type: z.enum(['agent_reply', 'customer_message', 'note', 'resolved', 'reopened']),
  }),
]);

/** One line of `wk sla` with `"op":"timeline"`. */
export const timelineQuestion = z.strictObject({
  op: z.literal('timeline'),
  calendar: calendar.nullable().optional().describe('Left out or null: open round the clock'),
  policy,
  rules: z.array(rule).max(1000).default([]),
  ticket,
  events: z.array(event).max(5000).default([]),
  until: instant,
});
export type TimelineQuestion = z.output<typeof timelineQuestion>;
export type TimelineEvent = z.output<typeof event>;
