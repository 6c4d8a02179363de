import { z } from 'zod';
import { queueRow } from './tickets.ts';
import { channels, id, instant, languages } from './values.ts';

const line = z.string().trim().max(300);

/** A phone number or a name, whole or begun. */
export const findCallerInput = z.strictObject({ words: line, organizationId: id.optional() });

/** Somebody who called before, as their newest ticket has them. Sensitive tickets tell of nobody. */
export const knownCaller = z.strictObject({
  name: z.string(),
  phone: z.string(),
  email: z.string(),
  language: z.enum(languages),
  /** Ways that they agreed to, in their order; left out: those of the organization. */
  channels: z.array(z.enum(channels)).optional(),
  /** Their newest ticket. */
  last: z.strictObject({ number: z.string(), subject: z.string(), createdAt: instant }),
});
export type KnownCaller = z.output<typeof knownCaller>;

/** A ticket as far as it has been told on the phone. */
export const likelyDuplicatesInput = z.strictObject({
  organizationId: id,
  subject: line.default(''),
  category: line.default(''),
  phone: line.default(''),
  address: line.default(''),
  latitude: z.number().min(-90).max(90).nullable().default(null),
  longitude: z.number().min(-180).max(180).nullable().default(null),
});
export type LikelyDuplicatesInput = z.output<typeof likelyDuplicatesInput>;

/** At most three open tickets that are likely about the same; no sensitive one is among them for anybody. */
export const likelyDuplicate = z.strictObject({
  ticket: queueRow,
  because: z.array(z.enum(['place', 'caller', 'category', 'words'])),
});
export type LikelyDuplicate = z.output<typeof likelyDuplicate>;
