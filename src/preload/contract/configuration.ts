import { z } from 'zod';
import { templateKeys } from './template-keys.ts';
import {
  channels,
  deskLanguages,
  id,
  instant,
  languages,
  profiles,
  roles,
  severities,
  priorities,
  statuses,
  targets,
  ticketKinds,
} from './values.ts';

/** What is configured, each saved or published as a whole. */
export const configKinds = ['organization', 'team', 'user', 'policy', 'rule', 'calendar', 'template'] as const;
export type ConfigKind = (typeof configKinds)[number];

/** Roles that a rule may escalate to, in an organization. */
export const escalationRoles = ['supervisor', 'department_manager', 'hospital_admin', 'px_admin', 'ceo'] as const;

/*
 * What an administrator enters may be wrong in any way that a form lets through, and is told what is wrong with it by
 * `config.check`. So the forms below bound sizes and types and nothing else.
 */
const name = z.string().trim().max(120);
const number = z.number().min(-1e9).max(1e9);
const category = z.string().trim().max(120);
const wallTime = z.string().max(10);
const localDate = z.string().max(12);
const interval = z.tuple([wallTime, wallTime]).readonly();
const intervals = z.array(interval).max(50).readonly();

const day = intervals.exactOptional();

const conditions = z.strictObject({
  kind: z.enum(ticketKinds).nullable(),
  category: category.nullable(),
  severity: z.enum(severities).nullable(),
  priority: z.enum(priorities).nullable(),
});

/** Hours are elapsed hours unless a calendar is named. What is left out has the product's default. */
const explanationTerms = {
  responseHours: number,
  /** Null: no reminder. */
  reminderHoursBefore: number.nullable(),
  escalate: z.boolean(),
  /** 0: at once when overdue. */
  escalationHoursOverdue: number,
  maxLevels: number,
  calendarId: id.nullable(),
};
const someExplanationTerms = z.strictObject({
  responseHours: explanationTerms.responseHours.exactOptional(),
  reminderHoursBefore: explanationTerms.reminderHoursBefore.exactOptional(),
  escalate: explanationTerms.escalate.exactOptional(),
  escalationHoursOverdue: explanationTerms.escalationHoursOverdue.exactOptional(),
  maxLevels: explanationTerms.maxLevels.exactOptional(),
  calendarId: explanationTerms.calendarId.exactOptional(),
});

/** How messages go. What is left out has the product's default. */
const messageTerms = {
  /** Tried in this order where the contact has no order of its own. */
  contactChannels: z.array(z.enum(channels)).max(10).readonly(),
  /** Local times; equal ones: never quiet. */
  quietHours: z.strictObject({ from: wallTime, until: wallTime }),
  /** After each failed try; as many retries as there are. */
  retrySeconds: z.array(number).max(20).readonly(),
  /** Outward messages wait this long, so that they can be undone. */
  holdSeconds: number,
  criticalExpiryMinutes: number,
  normalExpiryMinutes: number,
  /** Staff mails that come within this time go in one. */
  bundleMinutes: number,
  /** After so many days without an answer a resolved ticket is closed; null: never by itself. */
  silenceDays: number.nullable(),
  /** Local time of the supervisors' digest; null: none. */
  digestAt: wallTime.nullable(),
  /** ISO 3166; by it a number without a country is read. */
  country: z.string().max(2),
  /** Of one SMS segment and one WhatsApp message; null: not told. */
  price: z.strictObject({ currency: z.string().max(3), sms: number, whatsapp: number }).nullable(),
  /** Everything takes its course but the last step: nothing leaves. */
  dryRun: z.boolean(),
};
const someMessageTerms = z.strictObject({
  contactChannels: messageTerms.contactChannels.exactOptional(),
  quietHours: messageTerms.quietHours.exactOptional(),
  retrySeconds: messageTerms.retrySeconds.exactOptional(),
  holdSeconds: messageTerms.holdSeconds.exactOptional(),
  criticalExpiryMinutes: messageTerms.criticalExpiryMinutes.exactOptional(),
  normalExpiryMinutes: messageTerms.normalExpiryMinutes.exactOptional(),
  bundleMinutes: messageTerms.bundleMinutes.exactOptional(),
  silenceDays: messageTerms.silenceDays.exactOptional(),
  digestAt: messageTerms.digestAt.exactOptional(),
  country: messageTerms.country.exactOptional(),
  price: messageTerms.price.exactOptional(),
  dryRun: messageTerms.dryRun.exactOptional(),
});

export const organizationValue = z.strictObject({
  id,
  name,
  profile: z.enum(profiles),
  /** IANA name. */
  timezone: z.string().max(60),
  categories: z.array(category).max(500).readonly(),
  explanation: someExplanationTerms.exactOptional(),
  messages: someMessageTerms.exactOptional(),
  /** Publishing makes a proposal, which another person approves. */
  secondApprover: z.boolean().exactOptional(),
});

export const teamValue = z.strictObject({
  id,
  organizationId: id,
  name,
  managerId: id.nullable(),
  memberIds: z.array(id).max(2000).readonly(),
});

/** The lowest `order` among the available holders of a role is the target of an escalation to it. */
const grant = z.strictObject({ organizationId: id, role: z.enum(roles), order: z.number().int() });

export const userValue = z.strictObject({
  id,
  userName: name,
  displayName: name,
  language: z.enum(deskLanguages),
  active: z.boolean(),
  administrator: z.boolean(),
  grants: z.array(grant).max(200).readonly(),
  /** Organizations whose sensitive tickets the user sees. More of it always takes a second approver. */
  clearedFor: z.array(id).max(200).readonly(),
  lineManagerId: id.nullable(),
  outOfOffice: z.strictObject({ fromAt: instant, untilAt: instant, coverUserId: id.nullable() }).nullable(),
});

const targetSeconds = z.strictObject({
  response: number.nullable(),
  next_response: number.nullable(),
  resolution: number.nullable(),
});

export const policyValue = z.strictObject({
  policyId: id,
  organizationId: id,
  name,
  active: z.boolean(),
  match: conditions,
  /** Null: round the clock. */
  calendarId: id.nullable(),
  /** Open seconds; null: that target does not run. */
  targetSeconds,
  pauseStatuses: z.array(z.enum(statuses)).max(20).readonly(),
  pausesAffect: z.array(z.enum(targets)).max(10).readonly(),
  warnPercent: number,
  /** Before the resolution deadline. */
  remindersBeforeSeconds: z.array(number).max(50).readonly(),
  /** No escalation goes past it; null: no limit. */
  highestLevel: number.nullable(),
  reopening: z.enum(['resume', 'new_cycle']),
  firstMoveIsResponse: z.boolean(),
});

export const ruleValue = z.strictObject({
  ruleId: id,
  organizationId: id,
  level: number,
  trigger: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.enum(['resolution_breach', 'response_breach', 'reminder']),
      hours: number,
      elapsed: z.boolean(),
    }),
    z.strictObject({ kind: z.literal('creation') }),
  ]),
  target: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('team_manager') }),
    z.strictObject({ kind: z.literal('role'), role: z.enum(roles) }),
    z.strictObject({ kind: z.literal('user'), userId: id }),
  ]),
  conditions,
  active: z.boolean(),
});

export const calendarValue = z.strictObject({
  calendarId: id,
  organizationId: id,
  name,
  active: z.boolean(),
  hours: z.strictObject({
    timezone: z.string().max(60),
    hours: z.strictObject({ mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day }),
    holidays: z.array(localDate).max(2000).readonly(),
    breaks: z
      .array(z.strictObject({ date: localDate, from: wallTime, to: wallTime }))
      .max(2000)
      .readonly(),
    dateOverrides: z.record(localDate, intervals),
  }),
  holidayNames: z.record(localDate, z.string().max(120)),
  /** ISO 3166; whose holidays were taken over. */
  country: z.string().max(2).nullable(),
});

/** An organization's own text of a kind of message, in one language for one channel. */
export const templateValue = z.strictObject({
  templateId: id,
  organizationId: id,
  key: z.enum(templateKeys),
  language: z.enum(languages),
  channel: z.enum(channels),
  active: z.boolean(),
  /** Mail only; null elsewhere. */
  subject: z.string().max(200).nullable(),
  /** Names what `templatePlaceholders` says of the key, as `{{tracking_number}}`. */
  body: z.string().max(4000),
});

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
const changes = z.array(configChange).min(1).max(500);

const thing = z.strictObject({ kind: z.enum(configKinds), id });
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
const publishing = z.enum(['immediate', 'approval', 'none']);

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
const bothSides = z.strictObject({ before: instant.nullable(), after: instant.nullable() });
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

const note = z.string().trim().max(2000).default('');
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

/** Years for which the lists of holidays hold. */
export const holidayYears = { first: 1970, last: 2076 } as const;
const holidayYear = z.number().int().min(holidayYears.first).max(holidayYears.last);
const language = z.enum(deskLanguages);

export const holidaysInput = z.strictObject({
  /** ISO 3166, such as `ZA`; a part of the country by its code, as `config.holidayPlaces` gives both. */
  country: z.string().length(2),
  region: z.string().max(20).nullable().default(null),
  fromYear: holidayYear,
  /** No earlier than `fromYear`. */
  untilYear: holidayYear,
  /** Of the names. */
  language,
});
export const holidaysOutput = z.strictObject({
  holidays: z.array(z.strictObject({ on: localDate, name: z.string() })),
});

/** Null: the countries; else the parts of that one which have holidays of their own. */
export const holidayPlacesInput = z.strictObject({ country: z.string().length(2).nullable(), language });
export const holidayPlacesOutput = z.strictObject({
  places: z.array(z.strictObject({ code: z.string(), name: z.string() })),
});

export const exportInput = z.strictObject({ organizationId: id.optional() });
export const exportOutput = z.strictObject({ text: z.string() });
/** The name under which it was saved; null: whoever was asked where thought better of it. */
export const saveExportOutput = z.strictObject({ fileName: z.string().nullable() });

/** A text longer than a request may be is for the command line. */
export const importInput = z.strictObject({
  text: z.string().max(200_000),
  /** False: a dry run. */
  publish: z.boolean(),
  /** `digest` of the dry run that was shown: what has changed since is told instead of published. */
  seen: z.string().max(40).nullable().default(null),
  reapply: z.boolean().default(false),
  note,
});

/** One line of what a file would change. */
export const plannedChange = z.strictObject({
  action: z.enum(['add', 'change', 'set_aside']),
  ...thing.shape,
  name: z.string(),
  /** Name; empty for a user. */
  organization: z.string(),
  /** What of it changes; empty for what is new. */
  fields: z.array(z.string()),
});
export type PlannedChange = z.output<typeof plannedChange>;

export const importOutput = z.strictObject({
  problems: z.array(configProblem),
  changes: z.array(plannedChange),
  digest: z.string(),
  publishing,
  /** Null for a dry run. */
  outcome: publishOutcome.nullable(),
});
export type ConfigImported = z.output<typeof importOutput>;
