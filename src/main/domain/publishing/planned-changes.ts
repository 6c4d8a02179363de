import { v5 } from 'uuid';
import type { PlannedChange } from '../../../preload/contract/config-files.ts';
import type { ConfigChange } from '../../../preload/contract/configuration.ts';
import type { ConfigSnapshot } from '../config/config-snapshot.ts';
import { organizationIdOf, thingOf } from '../../../preload/contract/config-thing.ts';
import { changedFields, currentValue } from './draft.ts';

const NAMESPACE = '0b0c4c1e-5a83-4c3b-8a0f-6a1c0b3f9f5d';

/** What people call it. A rule has no name: its level is told; a text is known by what it is for. */
function nameOf({ kind, value }: ConfigChange): string {
  if (kind === 'user') return value.userName;
  if (kind === 'template') return `${value.key} ${value.language} ${value.channel}`;
  return kind === 'rule' ? String(value.level) : value.name;
}

function wasActive(value: object | null): boolean {
  return value !== null && 'active' in value && value.active === true;
}

/** A draft told thing by thing, in the order in which it would be saved. */
export function plannedChanges(changes: readonly ConfigChange[], config: ConfigSnapshot): PlannedChange[] {
  const made = new Map(changes.flatMap(({ kind, value }) => (kind === 'organization' ? [[value.id, value.name]] : [])));
  return changes.map((change): PlannedChange => {
    const before = currentValue(change, config);
    const isSetAside = wasActive(before) && 'active' in change.value && !change.value.active;
    const id = organizationIdOf(change);
    const organization = id === null ? '' : (config.organization(id)?.name ?? made.get(id) ?? '');
    return {
      action: before === null ? 'add' : isSetAside ? 'set_aside' : 'change',
      ...thingOf(change),
      name: nameOf(change),
      organization,
      fields: before === null ? [] : changedFields(before, change.value),
    };
  });
}

/**
 * What a dry run of a file was about.
 * @returns the same for the same file on things that nobody has changed since, whatever ids new things would get
 */
export function digestOf(text: string, changes: readonly ConfigChange[]): string {
  return v5(JSON.stringify([text, changes.map(({ basedOn }) => basedOn ?? '').sort()]), NAMESPACE);
}
