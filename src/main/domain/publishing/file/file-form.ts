import { z } from 'zod';
import { escalationRoles } from '../../../../preload/contract/config-values.ts';
import { templateKeys } from '../../../../preload/contract/template-keys.ts';
import {
  channels,
  deskLanguages,
  languages,
  priorities,
  profiles,
  roles,
  severities,
  statuses,
  targets,
  ticketKinds,
} from '../../../../preload/contract/values.ts';
import { weekdays } from '../../calendar/business-hours.ts';
import { durationPattern } from './duration.ts';

const name = z.string().trim().min(1).max(120);
const userName = name.describe('Name that the user signs in with');
const duration = z.string().regex(durationPattern).describe('Hours, minutes, seconds: “24 h”, “1 h 30 min”, “45 s”');
const interval = z
  .string()
  .regex(/^\d\d:\d\d-\d\d:\d\d$/u)
  .describe('“08:00-16:30”; an end at or before the start is on the next day, “24:00” is midnight');
const intervals = z.array(interval).max(50);
const date = z.string().regex(/^\d{4}-\d\d-\d\d$/u);
const instant = z.iso.datetime({ offset: true }).describe('“2026-12-24T16:00:00+02:00”');

const conditions = z
  .strictObject({
    kind: z.enum(ticketKinds),
    category: z.string().trim().min(1).max(120),
    severity: z.enum(severities),
    priority: z.enum(priorities),
  })
  .partial()
  .describe('Which tickets; what is left out is any');

const explanation = z
  .strictObject({
    response: duration,
    reminder_before: duration.nullable(),
    escalate: z.boolean(),
    escalate_after: duration.describe('After it is overdue'),
    levels: z.number().int().min(0).max(10),
    calendar: name.nullable().describe('Left out or null: elapsed hours'),
  })
  .partial()
  .describe('Explanation requests; what is left out has the product’s default');

const messages = z
  .strictObject({
    channels: z.array(z.enum(channels)).max(10).describe('Where a contact has no order of their own'),
    quiet: interval.describe('“20:00-07:00”; equal times: never quiet'),
    retries: z.array(duration).max(20).describe('After each failed try'),
    hold: duration.describe('What goes out waits so long, so that it can be undone'),
    critical_expires: duration,
    expires: duration,
    bundle: duration.describe('Mails to staff that come within it are one'),
    silence_days: z.number().int().nullable().describe('Then a resolved ticket is closed; null: never'),
    digest_at: z
      .string()
      .regex(/^\d\d:\d\d$/u)
      .nullable()
      .describe('Supervisors’ digest; null: none'),
    country: z.string().length(2).describe('ISO 3166; by it a number without a country is read'),
    price: z
      .strictObject({ currency: z.string().length(3), sms: z.number(), whatsapp: z.number() })
      .nullable()
      .describe('Of one SMS segment, one WhatsApp message'),
    dry_run: z.boolean().describe('Nothing leaves'),
  })
  .partial()
  .describe('How messages go; what is left out has the product’s default');

const text = z.strictObject({
  for: z.enum(templateKeys).describe('Which message'),
  language: z.enum(languages),
  channel: z.enum(channels),
  active: z.boolean().default(true),
  subject: z.string().max(200).nullable().default(null).describe('Mail only'),
  body: z.string().max(4000).describe('Names what its message has to name: {{tracking_number}} …'),
});

const calendar = z.strictObject({
  name,
  active: z.boolean().default(true),
  timezone: z.string().min(1).max(60).optional().describe('IANA name; left out: the organization’s'),
  hours: z
    .strictObject(
      Object.fromEntries(weekdays.map((day) => [day, intervals])) as Record<
        (typeof weekdays)[number],
        typeof intervals
      >,
    )
    .partial()
    .default({})
    .describe('A day that is left out is closed'),
  country: z
    .string()
    .length(2)
    .nullable()
    .default(null)
    .describe('ISO 3166, “ZA”; whose holidays these are: a label, it closes no day'),
  holidays: z.record(date, z.string().trim().max(120)).default({}).describe('Date and name, which may be empty'),
  dates: z.record(date, intervals).default({}).describe('Hours for a date; they beat holidays, and [] is closed'),
  breaks: z.record(date, intervals).default({}).describe('Closed times of a date'),
});

const policy = z.strictObject({
  name,
  active: z.boolean().default(true),
  for: conditions.default({}),
  calendar: name.nullable().default(null).describe('Left out or null: round the clock'),
  response: duration.nullable().default(null).describe('Left out or null: this target does not run'),
  next_response: duration.nullable().default(null),
  resolution: duration.nullable().default(null),
  reminders: z.array(duration).max(50).default([]).describe('Before the resolution deadline'),
  warn_percent: z.number().min(0).max(100).default(75).describe('0: no warning'),
  pause_in: z.array(z.enum(statuses)).max(20).default(['pending']),
  pauses: z.array(z.enum(targets)).max(10).default(['resolution']),
  highest_level: z.number().int().min(0).max(100).nullable().default(null).describe('Left out or null: no limit'),
  reopening: z.enum(['resume', 'new_cycle']).default('resume'),
  first_move_is_response: z.boolean().default(false),
});

const rule = z.strictObject({
  level: z.number().int().min(1).max(100),
  active: z.boolean().default(true),
  when: z.enum(['creation', 'resolution_breach', 'response_breach', 'reminder']),
  after: duration.default('0 h').describe('Open time of the ticket’s calendar, unless elapsed'),
  elapsed: z.boolean().default(false),
  to: z
    .strictObject({ team_manager: z.literal(true), role: z.enum(escalationRoles), user: userName })
    .partial()
    .refine((target) => Object.keys(target).length === 1, 'one of team_manager, role, user')
    .describe('One of team_manager, role, user'),
  for: conditions.default({}),
});

const team = z.strictObject({
  name,
  manager: userName.nullable().default(null),
  members: z.array(userName).max(2000).default([]),
});

export const heldRoles = roles.filter((role) => role !== 'administrator');

const organization = z.strictObject({
  name,
  profile: z.enum(profiles).optional(),
  timezone: z.string().min(1).max(60).optional().describe('IANA name'),
  categories: z.array(z.string().trim().min(1).max(120)).max(500).optional(),
  second_approver: z.boolean().optional().describe('Every change is proposed, and approved by another person'),
  explanation: explanation.optional(),
  messages: messages.optional(),
  texts: z.array(text).max(500).optional().describe('All of them: one that is not named is set aside'),
  calendars: z.array(calendar).max(200).optional().describe('All of them: one that is not named is set aside'),
  policies: z.array(policy).max(1000).optional().describe('All of them: one that is not named is set aside'),
  rules: z.array(rule).max(500).optional().describe('All of them: one that is not named is set aside'),
  teams: z.array(team).max(500).optional().describe('Teams that are not named stay as they are'),
  roles: z
    .strictObject(
      Object.fromEntries(heldRoles.map((role) => [role, z.array(userName).max(5000)])) as Record<
        (typeof heldRoles)[number],
        z.ZodArray<typeof userName>
      >,
    )
    .partial()
    .optional()
    .describe('Who holds a role, the first to be escalated to first; a role that is not named stays as it is'),
});

const user = z.strictObject({
  user: userName,
  name: name.describe('Name that others see'),
  language: z.enum(deskLanguages).default('en'),
  active: z.boolean().default(true),
  administrator: z.boolean().default(false),
  line_manager: userName.nullable().default(null),
  out_of_office: z
    .strictObject({ from: instant, until: instant, cover: userName.nullable().default(null) })
    .nullable()
    .default(null),
});

/** The configuration as a file for people. Its JSON schema is docs/configuration.schema.json. */
export const fileForm = z
  .strictObject({
    $schema: z.string().optional(),
    watchkeeper: z.literal(1).describe('Form of this file'),
    organizations: z.array(organization).max(500).default([]),
    users: z.array(user).max(10_000).default([]).describe('Users that are not named stay as they are'),
  })
  .describe('Configuration of Watchkeeper: docs/configuration.md');

export type ConfigFile = z.output<typeof fileForm>;
/** As it is written: what has a default may be left out. */
export type ConfigFileInput = z.input<typeof fileForm>;
export type FileOrganization = ConfigFile['organizations'][number];
export type FilePolicy = NonNullable<FileOrganization['policies']>[number];
export type FileRule = NonNullable<FileOrganization['rules']>[number];
export type FileCalendar = NonNullable<FileOrganization['calendars']>[number];
export type FileUser = ConfigFile['users'][number];
