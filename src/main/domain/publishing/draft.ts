import type { ConfigKind } from '../../../preload/contract/config-values.ts';
import type { ConfigChange, ConfigThing } from '../../../preload/contract/configuration.ts';
import { thingOf } from '../../../preload/contract/config-thing.ts';
import type { Instant } from '../../../preload/contract/values.ts';
import type { CalendarVersion, Config, ConfigEntity, PolicyVersion, RuleVersion } from '../config/config.ts';
import type { TemplateVersion } from '../config/messaging.ts';

/** Things as they are to be, and whether that is to count for open tickets too. */
export type Draft = { changes: readonly ConfigChange[]; reapply: boolean; note: string };

type Published = { publishedAt: Instant; newId: (thing: ConfigThing) => string };

/** What saves or publishes a change. @param newId  id of a version, asked for once per change */
export function entityOf(change: ConfigChange, { publishedAt, newId }: Published): ConfigEntity {
  switch (change.kind) {
    case 'organization':
      return { kind: 'organization_saved', value: change.value };
    case 'team':
      return { kind: 'team_saved', value: change.value };
    case 'user':
      return { kind: 'user_saved', value: change.value };
    case 'policy':
      return { kind: 'policy_published', value: { ...change.value, id: newId(thingOf(change)), publishedAt } };
    case 'rule':
      return { kind: 'rule_published', value: { ...change.value, id: newId(thingOf(change)), publishedAt } };
    case 'calendar':
      return { kind: 'calendar_published', value: { ...change.value, id: newId(thingOf(change)), publishedAt } };
    case 'template':
      return { kind: 'template_published', value: { ...change.value, id: newId(thingOf(change)), publishedAt } };
  }
}

/** Order in which things are saved and told: what is named before what names it. */
const order: Readonly<Record<ConfigKind, number>> = {
  organization: 0,
  calendar: 1,
  user: 2,
  team: 3,
  policy: 4,
  rule: 5,
  template: 6,
};

export function inOrder(changes: readonly ConfigChange[]): ConfigChange[] {
  return [...changes].sort((a, b) => order[a.kind] - order[b.kind]);
}

function withoutVersion<T extends PolicyVersion | RuleVersion | CalendarVersion | TemplateVersion>(
  version: T | undefined,
): Omit<T, 'id' | 'publishedAt'> | null {
  if (version === undefined) return null;
  const { id: _id, publishedAt: _publishedAt, ...value } = version;
  return value;
}

/** What a draft of the thing would say today; null for what is not there. */
export function currentValue(change: ConfigChange, config: Config): ConfigChange['value'] | null {
  switch (change.kind) {
    case 'organization':
      return config.organization(change.value.id) ?? null;
    case 'team':
      return config.team(change.value.id) ?? null;
    case 'user':
      return config.user(change.value.id) ?? null;
    case 'policy': {
      const { organizationId, policyId } = change.value;
      return withoutVersion(config.currentPolicies(organizationId).find((one) => one.policyId === policyId));
    }
    case 'rule': {
      const { organizationId, ruleId } = change.value;
      return withoutVersion(config.currentRules(organizationId).find((one) => one.ruleId === ruleId));
    }
    case 'calendar': {
      const { organizationId, calendarId } = change.value;
      return withoutVersion(config.currentCalendars(organizationId).find((one) => one.calendarId === calendarId));
    }
    case 'template': {
      const { organizationId, templateId } = change.value;
      return withoutVersion(config.currentTemplates(organizationId).find((one) => one.templateId === templateId));
    }
  }
}

/** @returns text that is the same for values that are equal, whatever the order of their keys */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** @returns names of the top-level fields in which two values differ; all of `after` where there is no `before` */
export function changedFields(before: object | null, after: object): string[] {
  const had = new Map<string, unknown>(Object.entries(before ?? {}));
  const has = new Map<string, unknown>(Object.entries(after));
  const names = new Set([...had.keys(), ...has.keys()]);
  return [...names].filter((key) => canonical(had.get(key)) !== canonical(has.get(key)));
}

/** A draft without what is so already: what was unchanged is not published again. */
export function onlyChanged(changes: readonly ConfigChange[], config: Config): ConfigChange[] {
  return changes.filter((change) => changedFields(currentValue(change, config), change.value).length > 0);
}
