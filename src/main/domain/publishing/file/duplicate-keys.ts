import type { Found } from '../check/problem.ts';

/** Texts, and the signs between which values stand. Numbers and words need no look. */
const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]/gu;

/** An object with the keys that it has had so far, or a list with the place that it has come to. */
type Level = { path: string; keys: Set<string> | null; at: string; place: number };

function inside(level: Level | undefined): string {
  if (level === undefined) return '';
  const own = level.keys === null ? String(level.place) : level.at;
  return level.path === '' ? own : `${level.path}.${own}`;
}

/**
 * Keys that an object of the file has twice: JSON.parse keeps the last and says nothing of the others.
 * @param text  JSON that JSON.parse has understood
 * @returns one for each further time that a key stands there
 */
export function duplicateKeys(text: string): Found[] {
  const found: Found[] = [];
  const levels: Level[] = [];
  let written = '';
  for (const [sign] of text.matchAll(token)) {
    const level = levels.at(-1);
    if (sign === '{' || sign === '[')
      levels.push({ path: inside(level), keys: sign === '{' ? new Set() : null, at: '', place: 0 });
    else if (sign === '}' || sign === ']') levels.pop();
    else if (sign === ',' && level !== undefined) level.place += 1;
    else if (sign === ':' && level?.keys) {
      const key = JSON.parse(written) as string;
      level.at = key;
      if (level.keys.has(key)) found.push({ code: 'DUPLICATE_KEY', thing: null, path: inside(level), values: { key } });
      level.keys.add(key);
    } else written = sign;
  }
  return found;
}
