import type { ConfigChange, ConfigThing } from './configuration.ts';

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

/** @returns null for a user, who belongs to no organization */
export function organizationIdOf(change: ConfigChange): string | null {
  if (change.kind === 'user') return null;
  return change.kind === 'organization' ? change.value.id : change.value.organizationId;
}
