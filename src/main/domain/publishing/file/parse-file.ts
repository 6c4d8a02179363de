import type { z } from 'zod';
import type { Found } from '../check/problem.ts';
import { duplicateKeys } from './duplicate-keys.ts';
import { fileForm, type ConfigFile } from './file-form.ts';
import { LeftOut, readablePart, type FilePath } from './readable-part.ts';

/** `pathOf`: a path of `file` as a path of what was written. */
export type Parsed = {
  file: ConfigFile | null;
  found: readonly Found[];
  leftOut: LeftOut;
  pathOf: (path: string) => string;
};

const whole = { leftOut: new LeftOut(), pathOf: (path: string): string => path };

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

/**
 * @returns the file in its form, with everything in which it has not that form, by path. What has another form is left out of
 *   it, so that the rest can be checked in the same go; null where nothing can be read.
 */
export function parseFile(text: string): Parsed {
  const bare = text.replace(/^\uFEFF/u, '');
  let json: unknown;
  try {
    json = JSON.parse(bare);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return { ...whole, file: null, found: [{ code: 'BAD_JSON', thing: null, path: '', values: { why } }] };
  }
  const twice = duplicateKeys(bare);
  const parsed = fileForm.safeParse(json);
  if (parsed.success) return { ...whole, file: parsed.data, found: twice };
  const { issues } = parsed.error;
  const found = [...twice, ...issues.flatMap((issue) => foundIn(issue, json))];
  const isUnknown = ({ code }: z.core.$ZodIssue): boolean => code === 'unrecognized_keys';
  const unknown = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key] as FilePath) : [],
  );
  const wrong = issues.filter((issue) => !isUnknown(issue)).map(({ path }) => path as FilePath);
  const part = readablePart(json, wrong, unknown);
  const again = part === null ? null : fileForm.safeParse(part.json);
  if (part === null || again?.success !== true) return { ...whole, file: null, found };
  return { file: again.data, found, leftOut: part.leftOut, pathOf: part.pathOf };
}
