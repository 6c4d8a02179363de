import { z } from 'zod';
import { configChange, configProblem } from './configuration.ts';
import { ruleStanding, vacancy } from './explain-rules.ts';
import { id, instant, statuses, targets } from './values.ts';

/* Escalation rules as a draft would have them; an empty draft: as they are. */

const draft = { organizationId: id, changes: z.array(configChange).max(500) };

/** Whom a rule's target is at this moment. */
const holder = z.strictObject({
  /** Of the manager of the ticket's team: which team; else null. */
  teamId: id.nullable(),
  userId: id.nullable(),
  /** Who is away, where `userId` stands in for them. */
  standsInForId: id.nullable(),
  /** Why nobody is there; null where somebody is. */
  vacancy: vacancy.nullable(),
});
export type RuleHolder = z.output<typeof holder>;

export const escalationRulesInput = z.strictObject(draft);
export const escalationRulesOutput = z.strictObject({
  /** One per rule; for the manager of the ticket's team as many holders as there are teams. */
  rules: z.array(z.strictObject({ ruleId: id, holders: z.array(holder) })),
  /** Of the rules and their levels, errors first, whether the draft touches them or not. */
  problems: z.array(configProblem),
});
export type EscalationRules = z.output<typeof escalationRulesOutput>;

export const rulesPreviewInput = z.strictObject({
  ...draft,
  /** Tracking number of a ticket that the viewer may see. */
  number: z.string().trim().min(1).max(40),
});

const ofTicket = { ticketId: id, number: z.string() };
/** What rules would do to a ticket if nobody did anything. Instants epoch ms. */
export const rulesPreview = z.discriminatedUnion('kind', [
  /** A sensitive ticket has no escalations: that is all there is to say. */
  z.strictObject({ kind: z.literal('excluded'), ...ofTicket }),
  z.strictObject({
    kind: z.literal('preview'),
    ...ofTicket,
    subject: z.string(),
    status: z.enum(statuses),
    level: z.number().int(),
    assigneeId: id.nullable(),
    nowAt: instant,
    /** What is still to come besides the rules, in its order: what their hours count from. */
    moments: z.array(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('reminder'), at: instant, isSent: z.boolean() }),
        z.strictObject({ kind: z.literal('breach'), at: instant, target: z.enum(targets) }),
      ]),
    ),
    /** The lowest level first. */
    rules: z.array(z.strictObject({ ruleId: id, level: z.number(), standing: ruleStanding })),
  }),
]);
export type RulesPreview = z.output<typeof rulesPreview>;
