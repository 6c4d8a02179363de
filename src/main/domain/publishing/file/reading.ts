import type { ConfigThing } from '../../../../preload/contract/configuration.ts';
import type { ConfigSnapshot } from '../../config/config-snapshot.ts';
import { folded } from '../check/common.ts';
import type { Found } from '../check/problem.ts';

/** Where a thing of the draft stands in the file: `base`, and for its fields what they are called there. */
type Place = { base: string; fields: Readonly<Record<string, string>> };

/** What the parts of a file share while it is read: whom its names mean, what is wrong, and where things stand. */
export class Reading {
  readonly config: ConfigSnapshot;
  readonly newId: () => string;
  readonly found: Found[] = [];
  readonly #places = new Map<string, Place>();
  readonly #userIds = new Map<string, string>();

  constructor(config: ConfigSnapshot, newId: () => string) {
    this.config = config;
    this.newId = newId;
    for (const { id, userName } of config.users()) this.#userIds.set(folded(userName), id);
  }

  /** A user whom the file names: the one of that name, else a new one. */
  addUser(userName: string): string {
    const id = this.#userIds.get(folded(userName)) ?? this.newId();
    this.#userIds.set(folded(userName), id);
    return id;
  }

  /** @returns null for nobody, and for a name that nobody has, which is told */
  userId(userName: string | null, path: string): string | null {
    if (userName === null) return null;
    const id = this.#userIds.get(folded(userName));
    if (id === undefined) this.found.push({ code: 'UNKNOWN_USER', thing: null, path, values: { user: userName } });
    return id ?? null;
  }

  /** Tells names that stand twice in a list: which of the two is meant could not be known. */
  tellTwins(names: readonly string[], pathOf: (index: number) => string): void {
    const seen = new Set<string>();
    names.forEach((name, index) => {
      const key = folded(name);
      if (seen.has(key))
        this.found.push({ code: 'DUPLICATE_NAME', thing: null, path: pathOf(index), values: { name } });
      seen.add(key);
    });
  }

  /**
   * @param fields  field of the draft → what it is called in the file; one that begins with `/` stands elsewhere in the file
   */
  place(id: string, base: string, fields: Readonly<Record<string, string>> = {}): void {
    // Where it stands twice, it is checked as the first of them.
    if (!this.#places.has(id)) this.#places.set(id, { base, fields });
  }

  /** @returns path in the file of a path in a thing of the draft */
  pathOf(thing: ConfigThing | null, path: string): string {
    const place = thing === null ? undefined : this.#places.get(thing.id);
    if (place === undefined) return path;
    const parts = path === '' ? [] : path.split('.');
    for (let length = parts.length; length > 0; length -= 1) {
      const called = place.fields[parts.slice(0, length).join('.')];
      if (called === undefined) continue;
      const rest = [called, ...parts.slice(length)].filter((part) => part !== '').join('.');
      return rest.startsWith('/') ? rest.slice(1) : [place.base, rest].filter((part) => part !== '').join('.');
    }
    return [place.base, ...parts].join('.');
  }
}
