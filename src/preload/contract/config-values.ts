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
export const localDate = z.string().max(12);
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
export const explanationTerms = {
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
export const messageTerms = {
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
