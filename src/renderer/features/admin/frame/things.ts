import type { ConfigChange, ConfigKind, ConfigThing } from '../../../../preload/contract/configuration.ts';

/** What a draft says of one kind of thing. */
export type ValueOf<K extends ConfigKind> = Extract<ConfigChange, { kind: K }>['value'];

/** @returns the id that stays through all versions of what is changed */
export function idOf(change: ConfigChange): string {
  switch (change.kind) {
    case 'policy':
      return change.value.policyId;
    case 'rule':
      return change.value.ruleId;
    case 'calendar':
      return change.value.calendarId;
    case 'template':
      return change.value.templateId;
    default:
      return change.value.id;
  }
}

export function thingOf(change: ConfigChange): ConfigThing {
  return { kind: change.kind, id: idOf(change) };
}

export function keyOf({ kind, id }: ConfigThing): string {
  return `${kind} ${id}`;
}

export function isThing(thing: ConfigThing | null, other: ConfigThing): boolean {
  return thing !== null && thing.kind === other.kind && thing.id === other.id;
}

/** @returns null for a user, who belongs to no organization */
export function organizationIdOf(change: ConfigChange): string | null {
  if (change.kind === 'user') return null;
  return change.kind === 'organization' ? change.value.id : change.value.organizationId;
}

/** @returns text that is the same for values that are equal, whatever the order of their keys */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
