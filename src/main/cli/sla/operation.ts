import { failure, success, type Result } from '../../../preload/contract/result.ts';
import type { Instant } from '../../../preload/contract/values.ts';
import { readInstant } from './instant-text.ts';

/** One line of `wk sla`, read as JSON. */
export type Question = Record<string, unknown>;

/** What may be asked: the keys that a question may have, and how it is answered. */
export type Operation = {
  keys: readonly string[];
  answer: (question: Question) => Result<Record<string, unknown>>;
};

/** @returns the instant under that key; BAD_INSTANT with `key` and `why` */
export function instantAt(question: Question, key: string): Result<Instant> {
  const text = question[key];
  if (typeof text !== 'string')
    return failure('BAD_INSTANT', { key, why: 'write it as text, such as "2026-01-31T09:00:00Z"' });
  const reading = readInstant(text);
  return 'at' in reading ? success(reading.at) : failure('BAD_INSTANT', { key, why: reading.why });
}
