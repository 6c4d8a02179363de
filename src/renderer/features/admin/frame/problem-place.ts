import type { ConfigKind } from '../../../../preload/contract/config-values.ts';
import type { ConfigChange, ConfigProblem, Configuration } from '../../../../preload/contract/configuration.ts';
import type { PageName } from './page-names.ts';
import type { Place } from './place-store.ts';
import { currentVersion } from './published.ts';
import { organizationIdOf } from '../../../../preload/contract/config-thing.ts';
import { keyOf } from './things.ts';

/** The page on which a thing is edited. Null: on none yet. */
const pageOf: Readonly<Record<ConfigKind, PageName | null>> = {
  organization: 'organization',
  team: null,
  user: null,
  policy: 'policies',
  rule: 'escalation',
  calendar: 'calendars',
  template: 'templates',
};

/** What is told of an organization and is no field of its own: all its policies, all its rules. */
const lists: Readonly<Record<string, PageName>> = { policies: 'policies', rules: 'escalation' };

/** Where a problem leads: its page, thing and field, in whatever organization it lies. Null: nowhere yet. */
export function placeOfProblem(
  { thing, path }: ConfigProblem,
  config: Configuration,
  changes: ReadonlyMap<string, ConfigChange>,
): Place | null {
  if (thing === null) return null;
  const list = thing.kind === 'organization' ? lists[path] : undefined;
  if (list !== undefined) return { page: list, organizationId: thing.id, thingId: null, path: null };
  const page = pageOf[thing.kind];
  const value = changes.get(keyOf(thing))?.value ?? currentVersion(config, thing)?.value;
  if (page === null || value === undefined) return null;
  // Kind and value are of the same thing.
  const organizationId = organizationIdOf({ kind: thing.kind, basedOn: null, value } as ConfigChange);
  // Four languages stand beside each other there, each with fields of its own.
  const field = 'language' in value && 'body' in value ? `${value.language}.${path}` : path;
  return { page, organizationId, thingId: thing.id, path: field };
}
