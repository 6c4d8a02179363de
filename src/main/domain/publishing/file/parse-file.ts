import type { z } from 'zod';
import type { ConfigProblem } from '../../../../preload/contract/configuration.ts';
import { problemOf, type Found } from '../check/problem.ts';
import { fileForm, type ConfigFile } from './file-form.ts';

export type Parsed = { ok: true; file: ConfigFile } | { ok: false; problems: ConfigProblem[] };

/** @returns undefined where there is nothing */
function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  let value = json;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

function isText(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

function foundIn(issue: z.core.$ZodIssue, json: unknown): Found[] {
  const path = issue.path.map(String).join('.');
  const value = valueAt(json, issue.path);
  const written = isText(value) ? { value } : {};
  const at = { thing: null, path };
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        code: 'UNKNOWN_KEY',
        thing: null,
        path: path === '' ? key : `${path}.${key}`,
        values: { key },
      }));
    case 'invalid_type':
      if (value === undefined) return [{ code: 'KEY_MISSING', ...at }];
      return [{ code: 'WRONG_TYPE', ...at, values: { expected: issue.expected } }];
    case 'invalid_value':
      if (value === undefined) return [{ code: 'KEY_MISSING', ...at }];
      return [{ code: 'WRONG_WORD', ...at, values: { ...written, words: issue.values.map(String).join(', ') } }];
    case 'too_big':
      return [{ code: 'TOO_MUCH', ...at, values: { most: Number(issue.maximum) } }];
    case 'too_small':
      if (issue.origin === 'string') return [{ code: 'NAME_MISSING', ...at }];
      return [{ code: 'TOO_LITTLE', ...at, values: { least: Number(issue.minimum) } }];
    case 'invalid_key':
      return [{ code: 'WRONG_FORM', ...at, values: { value: String(issue.path.at(-1)) } }];
    default:
      return [{ code: 'WRONG_FORM', ...at, values: written }];
  }
}

/** @returns the file in its form, or everything in which it has not that form, by path */
export function parseFile(text: string): Parsed {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return { ok: false, problems: [problemOf({ code: 'BAD_JSON', thing: null, path: '', values: { why } })] };
  }
  const parsed = fileForm.safeParse(json);
  if (parsed.success) return { ok: true, file: parsed.data };
  return { ok: false, problems: parsed.error.issues.flatMap((issue) => foundIn(issue, json)).map(problemOf) };
}
