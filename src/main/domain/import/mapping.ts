import { z } from 'zod';
import { failure, success, type Failure, type Result } from '../../../preload/contract/result.ts';
import {
  dispositions,
  priorities,
  profiles,
  severities,
  statuses,
  ticketKinds,
} from '../../../preload/contract/values.ts';
import { compileDateForm, type DateForm } from './date-form.ts';
import { zoneNamed, type Zone } from '../calendar/zone.ts';

const column = z.string().min(1);

/** `escalated` is set by the engine alone. */
const importedStatuses = statuses.filter((status) => status !== 'escalated');

const statusMeaning = z.strictObject({
  status: z.enum(importedStatuses),
  disposition: z.enum(dispositions).optional(),
});

const hours = z.number().min(0).max(100_000);

const policyTable = z.strictObject({
  by: z.literal('category'),
  from: z.literal('table'),
  /** Hours to resolution by category. */
  hours: z.record(z.string(), hours.nullable()),
  /** For every category that the table does not name; null: no target. */
  otherwise_hours: hours.nullable().default(null),
});

const policyLearnt = z.strictObject({
  by: z.literal('category'),
  from: z.literal('learn'),
  on_disagreement: z.enum(['reject', 'majority']).default('reject'),
});

const mappingSchema = z.strictObject({
  organization: z.strictObject({
    name: z.string().trim().min(1).max(120),
    profile: z.enum(profiles),
    timezone: z.string(),
  }),
  ticket_kind: z.enum(ticketKinds).default('service_request'),
  severity: z.enum(severities).default('medium'),
  priority: z.enum(priorities).default('medium'),
  columns: z.strictObject({
    number: column,
    subject: column,
    description: z.array(column).default([]),
    category: column,
    created: column,
    status: column,
    status_changed: column.optional(),
    closed: column.optional(),
    due: column.optional(),
    contact_name: column.optional(),
    contact_phone: column.optional(),
    contact_email: column.optional(),
    address: column.optional(),
    latitude: column.optional(),
    longitude: column.optional(),
    team: column.optional(),
  }),
  delimiter: z.enum([',', ';', '\t', '|']).default(','),
  dates: z.strictObject({ form: z.string().min(1), zone: z.string().default('UTC') }),
  statuses: z
    .record(z.string(), statusMeaning)
    .refine((words) => Object.keys(words).length > 0, 'name at least one word'),
  closed_without_date: z.enum(['refuse', 'undated', 'status_date']).default('refuse'),
  policies: z.discriminatedUnion('from', [policyLearnt, policyTable]).optional(),
  overdue: z.enum(['history', 'live']),
});

export type StatusMeaning = z.output<typeof statusMeaning>;
export type MappingFile = z.output<typeof mappingSchema>;

/** A mapping that has been checked and made ready to read rows with. */
export type Mapping = MappingFile & { zone: Zone; readDate: DateForm };

/**
 * Reads the JSON of a mapping.
 * @param text  the file's content
 * @returns BAD_MAPPING with `path` (where in the file) and `why` (what to write there), or UNKNOWN_TIME_ZONE with `zone`
 *   and `path`. Form: docs/import.md.
 */
export function readMapping(text: string): Result<Mapping> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    return bad('', `the file is not JSON: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
  const parsed = mappingSchema.safeParse(json);
  if (!parsed.success) return firstIssue(parsed.error);
  const mapping = parsed.data;

  if (zoneNamed(mapping.organization.timezone) === null)
    return unknownZone('organization.timezone', mapping.organization.timezone);
  const zone = zoneNamed(mapping.dates.zone);
  if (zone === null) return unknownZone('dates.zone', mapping.dates.zone);
  const form = compileDateForm(mapping.dates.form, zone);
  if (!form.ok) return bad('dates.form', form.why);
  if (mapping.policies?.from === 'learn' && mapping.columns.due === undefined) {
    return bad('columns.due', 'policies are to be learnt from due dates: name the column that holds them');
  }
  if ((mapping.columns.latitude === undefined) !== (mapping.columns.longitude === undefined)) {
    return bad('columns', 'latitude and longitude belong together: name both or neither');
  }
  return success({ ...mapping, zone, readDate: form.dates });
}

/** @returns every column of the file that the mapping reads */
export function columnsRead(mapping: MappingFile): string[] {
  return [...new Set(Object.values(mapping.columns).flat())].filter((name) => name !== undefined);
}

function bad(path: string, why: string): Failure {
  return failure('BAD_MAPPING', { path: path === '' ? 'the whole file' : path, why });
}

function unknownZone(path: string, zone: string): Failure {
  return failure('UNKNOWN_TIME_ZONE', { path, zone });
}

function firstIssue(error: z.ZodError): Failure {
  const [issue] = error.issues;
  if (issue === undefined) return bad('', 'it has not the form of a mapping');
  const path = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map((key) => `“${key}”`).join(', ');
    return bad(path, `${keys} means nothing here: remove it, or correct its spelling`);
  }
  return bad(path, issue.message);
}
