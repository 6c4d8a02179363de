import { folded } from '../check/common.ts';

/** Keys and places from the whole down to a value. */
export type FilePath = readonly (string | number)[];
type Fields = Record<string, unknown>;

/** Lists of an organization that hold things of their own: one that has another form is left out alone. */
const lists = new Set(['calendars', 'policies', 'rules', 'teams', 'texts']);

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * What has to be left out so that the rest can be read: the whole thing in which something has another form, since half a
 * policy would be checked as one that nobody wrote.
 * @returns null where nothing would be left
 */
function thingAround(path: FilePath): FilePath | null {
  const [first, , part] = path;
  if (first === undefined) return null;
  if (first !== 'organizations') return path.slice(0, first === 'users' ? 2 : 1);
  if (part === undefined || part === 'name') return path.slice(0, 2);
  return path.slice(0, typeof part === 'string' && lists.has(part) ? 4 : 3);
}

/** What was left out: what is said of the rest may be wrong for that alone. */
export class LeftOut {
  /** By sort, which is the key in the file, such as `policies`; null for one whose name cannot be read. */
  readonly #names = new Map<string, Set<string | null>>();

  add(path: FilePath, value: unknown): void {
    const [first = '', , part = first] = path;
    const name = isFields(value) ? (value['user'] ?? value['name']) : undefined;
    const names = this.#names.get(String(part)) ?? new Set();
    this.#names.set(String(part), names.add(typeof name === 'string' ? folded(name) : null));
  }

  has(sort: string): boolean {
    return this.#names.has(sort);
  }

  /** Whether a thing of that name may be among them. */
  mayName(sort: string, name: string): boolean {
    const names = this.#names.get(sort);
    return names !== undefined && (names.has(null) || names.has(folded(name)));
  }
}

/** `pathOf`: a path of what is left as a path of the file. */
export type ReadablePart = { json: unknown; leftOut: LeftOut; pathOf: (path: string) => string };

/**
 * A file without the things that have another form, so that all others can be checked in the same go.
 * @param wrong  paths of what has another form
 * @param unknown  paths of keys that mean nothing: they alone go
 * @returns null where nothing can be read
 */
export function readablePart(
  json: unknown,
  wrong: readonly FilePath[],
  unknown: readonly FilePath[],
): ReadablePart | null {
  if (!isFields(json)) return null;
  const around = wrong.filter(([first]) => first !== 'watchkeeper').map(thingAround);
  if (around.includes(null)) return null;
  const keyOf = (path: FilePath): string => JSON.stringify(path);
  const left = new Set([...around.filter((path) => path !== null), ...unknown].map(keyOf));
  const things = new Set(around.filter((path) => path !== null).map(keyOf));
  const leftOut = new LeftOut();
  /** By the path of a list as it is now: the places that its items had. */
  const places = new Map<string, number[]>();

  const kept = (value: unknown, path: FilePath, now: string): unknown => {
    const isKept = (key: string | number, part: unknown): boolean => {
      const own = keyOf([...path, key]);
      if (things.has(own)) leftOut.add([...path, key], part);
      return !left.has(own);
    };
    const below = (key: string | number): string => (now === '' ? String(key) : `${now}.${key}`);
    if (Array.isArray(value)) {
      const items = (value as unknown[]).map((item, place) => ({ item, place }));
      const there = items.filter(({ item, place }) => isKept(place, item));
      if (there.length < items.length) {
        const from = there.map(({ place }) => place);
        places.set(now, from);
      }
      return there.map(({ item, place }, n) => kept(item, [...path, place], below(n)));
    }
    if (!isFields(value)) return value;
    const there = Object.entries(value).filter(([key, part]) => isKept(key, part));
    return Object.fromEntries(there.map(([key, part]) => [key, kept(part, [...path, key], below(key))]));
  };
  const read = kept({ ...json, watchkeeper: 1 }, [], '');

  const pathOf = (path: string): string => {
    let now = '';
    const parts = path.split('.').map((part) => {
      const was = places.get(now)?.[Number(part)];
      now = now === '' ? part : `${now}.${part}`;
      return was === undefined ? part : String(was);
    });
    return parts.join('.');
  };
  return { json: read, leftOut, pathOf };
}
