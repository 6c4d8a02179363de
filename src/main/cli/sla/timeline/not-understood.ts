import type { z } from 'zod';
import { failure, type Failure } from '../../../../preload/contract/result.ts';

type Issue = z.core.$ZodIssue;

/** What is to be written, by the schema's word for it. */
const forms: Readonly<Record<string, string>> = {
  string: 'write text',
  number: 'write a number',
  int: 'write a whole number',
  boolean: 'write true or false',
  array: 'write a list',
  tuple: 'write two times, such as ["09:00","17:00"]',
  object: 'write an object',
  record: 'write an object',
};

function outOfRange(origin: string, word: 'least' | 'most', limit: number | bigint): string {
  if (origin === 'number' || origin === 'int') return `${String(limit)} is the ${word}`;
  if (word === 'least') return 'it is empty';
  return `${String(limit)} ${origin === 'string' ? 'characters' : 'entries'} are the most`;
}

function valueAt(line: unknown, path: readonly PropertyKey[]): unknown {
  let value = line;
  for (const key of path) value = (value as Record<PropertyKey, unknown> | null | undefined)?.[key];
  return value;
}

function whyNot(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return 'it means nothing there: remove it, or correct its spelling';
    case 'invalid_type':
      return value === undefined ? 'it is missing' : (forms[issue.expected] ?? 'it has another form');
    case 'invalid_value': {
      const words = `write one of ${issue.values.map(String).join(', ')}`;
      // Rule: product.md, Escalation 4: it stands only as long as there is a level.
      if (value === 'escalated') return `only a rule brings a ticket there: ${words}, and name the rule under rules`;
      return value === undefined ? `it is missing: ${words}` : words;
    }
    case 'invalid_union': {
      const { options } = issue as { options?: readonly unknown[] };
      return options === undefined ? 'it has another form' : `write one of ${options.map(String).join(', ')}`;
    }
    case 'too_small':
      return outOfRange(issue.origin, 'least', issue.minimum);
    case 'too_big':
      return outOfRange(issue.origin, 'most', issue.maximum);
    case 'custom':
      return issue.message;
    default:
      return 'it has another form';
  }
}

/** The first thing in a line that could not be understood, by its place, and what to write there. */
export function notUnderstood({ issues }: z.ZodError, line: unknown): Failure {
  const [issue] = issues;
  if (issue === undefined) return failure('BAD_INPUT', { key: 'the line', why: 'it has another form' });
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
  const key = path.length === 0 ? 'the line' : path.map(String).join('.');
  return failure('BAD_INPUT', { key, why: whyNot(issue, valueAt(line, issue.path)) });
}
