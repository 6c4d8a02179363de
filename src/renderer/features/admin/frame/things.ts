import type { ConfigKind } from '../../../../preload/contract/config-values.ts';
import type { ConfigChange, ConfigThing } from '../../../../preload/contract/configuration.ts';

/** What a draft says of one kind of thing. */
export type ValueOf<K extends ConfigKind> = Extract<ConfigChange, { kind: K }>['value'];

export function keyOf({ kind, id }: ConfigThing): string {
  return `${kind} ${id}`;
}

export function isThing(thing: ConfigThing | null, other: ConfigThing): boolean {
  return thing !== null && thing.kind === other.kind && thing.id === other.id;
}

/** @returns text that is the same for values that are equal, whatever the order of their keys */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
