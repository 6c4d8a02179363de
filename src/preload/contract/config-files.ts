import { z } from 'zod';
import { localDate } from './config-values.ts';
import { configProblem, publishing, thing } from './configuration.ts';
import { note, publishOutcome } from './publishing.ts';
import { deskLanguages, id } from './values.ts';

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
