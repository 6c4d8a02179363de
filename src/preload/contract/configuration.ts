import { z } from 'zod';
import {
  calendarValue,
  configKinds,
  explanationTerms,
  messageTerms,
  organizationValue,
  policyValue,
  ruleValue,
  teamValue,
  templateValue,
  userValue,
} from './config-values.ts';
import { id, instant, profiles, targets } from './values.ts';

/** Id of the event that last set a thing, as `config.get` told it; null for one that is new. */
const basedOn = id.nullable();

/** One thing as it is to be. A new one has a fresh id, chosen by whoever writes the draft. */
export const configChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('organization'), basedOn, value: organizationValue }),
  z.strictObject({ kind: z.literal('team'), basedOn, value: teamValue }),
  z.strictObject({ kind: z.literal('user'), basedOn, value: userValue }),
  z.strictObject({ kind: z.literal('policy'), basedOn, value: policyValue }),
  z.strictObject({ kind: z.literal('rule'), basedOn, value: ruleValue }),
  z.strictObject({ kind: z.literal('calendar'), basedOn, value: calendarValue }),
  z.strictObject({ kind: z.literal('template'), basedOn, value: templateValue }),
]);
export type ConfigChange = z.output<typeof configChange>;
export const changes = z.array(configChange).min(1).max(500);

export const thing = z.strictObject({ kind: z.enum(configKinds), id });
export type ConfigThing = z.output<typeof thing>;

/** Errors block publishing, warnings are shown. */
export const configProblem = z.strictObject({
  severity: z.enum(['error', 'warning']),
  /** The window shows `problems.<CODE>`, the command line its English text. */
  code: z.string(),
  /** Null: the configuration as a whole, or a file that cannot be read. */
  thing: thing.nullable(),
  /** Where in the thing, such as `targetSeconds.resolution`; of a file, where in the file. */
  path: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type ConfigProblem = z.output<typeof configProblem>;

/** Who set it when; `revision` goes into a draft as `basedOn`. */
const setBy = { revision: id, savedAt: instant, savedById: id.nullable() };
const version = { ...setBy, id, publishedAt: instant };

/** `immediate`: published at once; `approval`: another person approves first; `none`: not allowed. */
export const publishing = z.enum(['immediate', 'approval', 'none']);

export const proposal = z.strictObject({
  id,
  /** Null where it touches users, or more than one organization. */
  organizationId: id.nullable(),
  authorId: id,
  proposedAt: instant,
  note: z.string(),
  changes: z.array(configChange),
  reapply: z.boolean(),
  state: z.enum(['open', 'approved', 'rejected', 'withdrawn']),
  decidedById: id.nullable(),
  decidedAt: instant.nullable(),
  reason: z.string(),
  /** Things that were changed by somebody else since; approving says so instead of publishing. */
  stale: z.array(thing),
  mayApprove: z.boolean(),
  mayReject: z.boolean(),
  mayWithdraw: z.boolean(),
});

/** Everything of the configuration that the viewer may see; never a password or key. Versions are newest first. */
export const configuration = z.strictObject({
  organizations: z.array(
    organizationValue.extend({
      ...setBy,
      /** What the viewer may do with what belongs to the organization. */
      publishing,
    }),
  ),
  teams: z.array(teamValue.extend(setBy)),
  users: z.array(userValue.extend(setBy)),
  calendars: z.array(z.strictObject({ calendarId: id, versions: z.array(calendarValue.extend(version)) })),
  policies: z.array(z.strictObject({ policyId: id, versions: z.array(policyValue.extend(version)) })),
  rules: z.array(z.strictObject({ ruleId: id, versions: z.array(ruleValue.extend(version)) })),
  templates: z.array(z.strictObject({ templateId: id, versions: z.array(templateValue.extend(version)) })),
  /** The product's own, where an organization says nothing. */
  explanationDefaults: z.strictObject(explanationTerms),
  messageDefaults: z.strictObject(messageTerms),
  /** What decides where no policy of the organization fits. */
  defaultPolicies: z.array(policyValue.extend({ id, organizationId: z.literal(''), profile: z.enum(profiles) })),
  /** Open ones that the viewer may see. */
  proposals: z.array(proposal),
  may: z.strictObject({
    /** Publish, or at least propose, something. */
    change: z.boolean(),
    /** New organizations, and users. */
    manageStore: z.boolean(),
  }),
});
export type Configuration = z.output<typeof configuration>;

export const checkInput = z.strictObject({ changes });
export const checkOutput = z.strictObject({ problems: z.array(configProblem), publishing });
export type ConfigChecked = z.output<typeof checkOutput>;

export const previewInput = z.strictObject({ changes });
export const bothSides = z.strictObject({ before: instant.nullable(), after: instant.nullable() });
export const previewOutput = z.strictObject({
  /** Open tickets whose policy or calendar would be another when the draft is re-applied. Sensitive ones have no clocks. */
  touched: z.number().int(),
  /** The first 50, the earliest deadline first. */
  rows: z.array(
    z.strictObject({
      /** Null where the viewer configures and does not see tickets. */
      ticketId: id.nullable(),
      number: z.string().nullable(),
      organizationId: id,
      /** Name of the policy; null: not there on this desk. */
      fromPolicy: z.string().nullable(),
      toPolicy: z.string().nullable(),
      deadlines: z.strictObject({ response: bothSides, next_response: bothSides, resolution: bothSides }),
      /** Would breach at once. */
      breachesNow: z.array(z.enum(targets)),
    }),
  ),
});
export type ConfigPreview = z.output<typeof previewOutput>;
