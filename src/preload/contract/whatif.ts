import { z } from 'zod';
import { configChange } from './configuration.ts';
import { id, instant } from './values.ts';

const count = z.number().int();
const share = z.number().nullable();
/** `YYYY-MM-DD` in the organization's zone. */
const day = z.string();

export const whatIfInput = z.strictObject({
  /** Chosen by who asks: progress and cancelling name it. */
  runId: id,
  changes: z.array(configChange).min(1).max(500),
  /** Left out: every organization that the viewer configures or proposes for. */
  organizationId: id.optional(),
  /** Tickets that were there between the two; null: from the first ticket on, until now. */
  fromAt: instant.nullable(),
  untilAt: instant.nullable(),
  /** 1: every ticket; n: every nth by creation. */
  oneIn: z.number().int().min(1).max(1000),
});

/** How a target came out: `overdue` is late and not answered; `undated` over, and nobody knows when. */
export const standings = ['none', 'running', 'met', 'missed', 'overdue', 'undated'] as const;

/** `rate` = met / (met + missed), `ofAll` = met / all tickets; null where there is nothing to divide by. */
const compliance = z.strictObject({
  withTarget: count,
  met: count,
  missed: count,
  overdue: count,
  rate: share,
  ofAll: share,
});
export type WhatIfCompliance = z.output<typeof compliance>;

function perTarget<T extends z.ZodType>(form: T) {
  return z.strictObject({ response: form, next_response: form, resolution: form });
}

const column = z.strictObject({
  compliance: perTarget(compliance),
  /** Deadlines that passed in the period. */
  breaches: perTarget(count),
  /** In the period, by level from the lowest on; levels without any are left out. */
  escalations: z.array(z.strictObject({ level: count, count })),
  /** Levels that came due and found nobody. */
  foundNobody: count,
  /** To staff. `mean`: per person and day, over everybody who was told anything in any of the three. */
  messages: z.strictObject({
    total: count,
    mean: share,
    /** The five days with the most, the busiest first. */
    busiest: z.array(z.strictObject({ day, count })),
  }),
});
export type WhatIfColumn = z.output<typeof column>;

/** What was in fact; what the rules in force make of the same past; what the draft makes of it. */
function inColumns<T extends z.ZodType>(form: T) {
  return z.strictObject({ recorded: form, live: form, draft: form });
}
export const whatIfColumns = ['recorded', 'live', 'draft'] as const;
export type WhatIfColumnName = (typeof whatIfColumns)[number];

const heard = z.strictObject({
  total: count,
  /** Per day of the period. */
  mean: z.number(),
  /** On the fullest day, and which that was; null where there was none. */
  most: count,
  mostOn: day.nullable(),
});

const side = z.strictObject({
  policyId: z.string().nullable(),
  policyName: z.string().nullable(),
  targets: perTarget(z.strictObject({ standing: z.enum(standings), dueAt: instant.nullable() })),
  /** The highest that it reached. */
  level: count,
});
export type WhatIfSide = z.output<typeof side>;

/** A ticket that comes out otherwise under the draft than under the rules in force. */
const changedTicket = z.strictObject({
  /** Null where the viewer configures and does not see tickets. */
  ticketId: id.nullable(),
  number: z.string(),
  organizationId: id,
  ...inColumns(side).shape,
});
export type WhatIfChanged = z.output<typeof changedTicket>;

export const whatIfReport = z.strictObject({
  /** Replayed. */
  tickets: count,
  /** Left out; only those of organizations that the viewer is cleared for are counted. */
  sensitive: count,
  /** Written by a later release in a way that this one cannot replay. */
  unreadable: count,
  /** Come out otherwise under the draft than under the rules in force. */
  changed: count,
  /** Come out otherwise under the rules in force than they did: the desk was closed, or other rules held then. */
  notAsRecorded: count,
  /** Tickets with a deadline that is late, or in time, under the draft alone. */
  turned: perTarget(z.strictObject({ late: count, timely: count })),
  /** The period that was counted. */
  fromAt: instant.nullable(),
  untilAt: instant,
  days: count,
  columns: inColumns(column),
  /** Who was told most under the draft, first. The window is given the first 50 of `peopleCount`. */
  people: z.array(z.strictObject({ userId: id, ...inColumns(heard).shape })),
  peopleCount: count,
});
export type WhatIfReport = z.output<typeof whatIfReport>;

export const whatIfOutput = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('done'),
    report: whatIfReport,
    /** The newest 200 of `report.changed`. */
    changed: z.array(changedTicket),
  }),
  /** By who asked, by a run after it, or by a lock. */
  z.strictObject({ state: z.literal('cancelled') }),
]);
export type WhatIfOutput = z.output<typeof whatIfOutput>;

/** `done` of `of` tickets were looked through, of which `tickets` were in the period and replayed. */
export const whatIfProgress = z.strictObject({ runId: id, done: count, of: count, tickets: count });
export type WhatIfProgress = z.output<typeof whatIfProgress>;
