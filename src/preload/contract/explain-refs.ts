import { z } from 'zod';
import { id, instant } from './values.ts';

/* What the parts of an explanation name: see `explain.ts`. Spans are whole ms. */

export const ms = z.number().int();
export const count = z.number().int();

/** What a policy or rule may name, the strongest first. */
export const namedField = z.enum(['kind', 'category', 'severity', 'priority']);
/** A field that is named, and what it has to be. */
export const namedValue = z.strictObject({ field: namedField, value: z.string() });
/** A condition that does not hold. */
export const mismatch = z.strictObject({ field: namedField, wants: z.string(), has: z.string() });

export const policyRef = z.strictObject({
  versionId: id,
  name: z.string(),
  builtIn: z.boolean(),
  active: z.boolean(),
  /** Null for one that is built in. */
  publishedAt: instant.nullable(),
  names: z.array(namedValue),
});
/** Null in its place: open round the clock. */
export const calendarRef = z.strictObject({
  versionId: id,
  name: z.string(),
  timezone: z.string(),
  publishedAt: instant,
});
