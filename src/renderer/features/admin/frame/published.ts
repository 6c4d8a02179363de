import type { ConfigKind } from '../../../../preload/contract/config-values.ts';
import type { ConfigChange, ConfigThing, Configuration } from '../../../../preload/contract/configuration.ts';
import type { Instant } from '../../../../preload/contract/values.ts';
import { idOf } from '../../../../preload/contract/config-thing.ts';
import type { ValueOf } from './things.ts';

/** One version of a thing, newest first in its list; what is saved and not published has its last one alone. */
export type Version<K extends ConfigKind> = {
  value: ValueOf<K>;
  revision: string;
  savedAt: Instant;
  savedById: string | null;
};

type Told = { revision: string; savedAt: Instant; savedById: string | null };

function versionOf<K extends ConfigKind>({ revision, savedAt, savedById }: Told, value: ValueOf<K>): Version<K> {
  return { value, revision, savedAt, savedById };
}

type Readers = { [K in ConfigKind]: (config: Configuration) => Map<string, Version<K>[]> };

function byId<T extends Told, K extends ConfigKind>(
  things: readonly T[],
  nameOf: (thing: T) => string,
  valueOf: (thing: T) => ValueOf<K>,
): Map<string, Version<K>[]> {
  return new Map(things.map((thing) => [nameOf(thing), [versionOf<K>(thing, valueOf(thing))]]));
}

function versioned<T extends Told, K extends ConfigKind>(
  lists: readonly { id: string; versions: readonly T[] }[],
  valueOf: (version: T) => ValueOf<K>,
): Map<string, Version<K>[]> {
  return new Map(
    lists.map(({ id, versions }) => [id, versions.map((version) => versionOf<K>(version, valueOf(version)))]),
  );
}

/** What the configuration tells of each kind, without who set it: the form that a draft has. */
const readers: Readers = {
  organization: ({ organizations }) =>
    byId(
      organizations,
      ({ id }) => id,
      ({ revision: _revision, savedAt: _at, savedById: _by, publishing: _publishing, ...value }) => value,
    ),
  team: ({ teams }) =>
    byId(
      teams,
      ({ id }) => id,
      ({ revision: _revision, savedAt: _at, savedById: _by, ...value }) => value,
    ),
  user: ({ users }) =>
    byId(
      users,
      ({ id }) => id,
      ({ revision: _revision, savedAt: _at, savedById: _by, ...value }) => value,
    ),
  policy: ({ policies }) =>
    versioned(
      policies.map(({ policyId, versions }) => ({ id: policyId, versions })),
      ({ revision: _revision, savedAt: _at, savedById: _by, id: _id, publishedAt: _published, ...value }) => value,
    ),
  rule: ({ rules }) =>
    versioned(
      rules.map(({ ruleId, versions }) => ({ id: ruleId, versions })),
      ({ revision: _revision, savedAt: _at, savedById: _by, id: _id, publishedAt: _published, ...value }) => value,
    ),
  calendar: ({ calendars }) =>
    versioned(
      calendars.map(({ calendarId, versions }) => ({ id: calendarId, versions })),
      ({ revision: _revision, savedAt: _at, savedById: _by, id: _id, publishedAt: _published, ...value }) => value,
    ),
  template: ({ templates }) =>
    versioned(
      templates.map(({ templateId, versions }) => ({ id: templateId, versions })),
      ({ revision: _revision, savedAt: _at, savedById: _by, id: _id, publishedAt: _published, ...value }) => value,
    ),
};

/** Everything of a kind by its id, each with its versions, the newest first. */
export function publishedOf<K extends ConfigKind>(config: Configuration, kind: K): Map<string, Version<K>[]> {
  return readers[kind](config);
}

/** @returns what stands today; null for what is not there */
export function currentVersion(config: Configuration, { kind, id }: ConfigThing): Version<ConfigKind> | null {
  return publishedOf(config, kind).get(id)?.[0] ?? null;
}

/** The version that a change was begun on; what stands today where that is not among those told; null for what is new. */
export function versionBefore(config: Configuration, change: ConfigChange): ConfigChange['value'] | null {
  if (change.basedOn === null) return null;
  const versions: readonly Version<ConfigKind>[] = publishedOf(config, change.kind).get(idOf(change)) ?? [];
  return (versions.find(({ revision }) => revision === change.basedOn) ?? versions[0])?.value ?? null;
}
