import type { ConfigKind } from '../../../../preload/contract/config-values.ts';
import type { ConfigChange, Configuration } from '../../../../preload/contract/configuration.ts';
import { publishedOf, type Version } from './published.ts';
import { idOf, organizationIdOf } from '../../../../preload/contract/config-thing.ts';
import type { ValueOf } from './things.ts';

/** A thing as the draft would have it. */
export type ThingView<K extends ConfigKind> = {
  id: string;
  value: ValueOf<K>;
  /** Goes into the next change of it. */
  basedOn: string | null;
  state: 'published' | 'changed' | 'new';
  /** What is published, the newest first; none of what is new. */
  versions: readonly Version<K>[];
};

function belongs<K extends ConfigKind>(kind: K, value: ValueOf<K>, organizationId: string): boolean {
  // `kind` and `value` come as a pair.
  const of = organizationIdOf({ kind, basedOn: null, value } as ConfigChange);
  return of === null || of === organizationId;
}

function isOfKind<K extends ConfigKind>(change: ConfigChange, kind: K): change is Extract<ConfigChange, { kind: K }> {
  return change.kind === kind;
}

/** Everything of a kind in an organization, users of all: what is published in its order, then what is new. */
export function viewsOf<K extends ConfigKind>(
  config: Configuration,
  changes: ReadonlyMap<string, ConfigChange>,
  kind: K,
  organizationId: string,
): ThingView<K>[] {
  const ofKind = [...changes.values()].filter((change) => isOfKind(change, kind));
  const changed = new Map(ofKind.map((change) => [idOf(change), change]));
  const views: ThingView<K>[] = [];
  for (const [id, versions] of publishedOf(config, kind)) {
    const [current] = versions;
    if (current === undefined) continue;
    const change = changed.get(id);
    changed.delete(id);
    views.push(
      change === undefined
        ? { id, value: current.value, basedOn: current.revision, state: 'published', versions }
        : { id, value: change.value as ValueOf<K>, basedOn: change.basedOn, state: 'changed', versions },
    );
  }
  for (const [id, change] of changed)
    views.push({ id, value: change.value as ValueOf<K>, basedOn: change.basedOn, state: 'new', versions: [] });
  return views.filter(({ value }) => belongs(kind, value, organizationId));
}
