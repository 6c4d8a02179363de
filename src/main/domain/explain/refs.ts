import type { Reckoning } from '../../../preload/contract/explain-clocks.ts';
import type { Derived } from '../../../preload/contract/explain.ts';
import type { CalendarVersion, Conditions, Config, PolicyVersion, RuleVersion } from '../config/config.ts';
import { conditionFields, type Matched } from '../sla/conditions.ts';

export type PolicyRef = Derived['policy']['others'][number]['policy'];
export type CalendarRef = NonNullable<Reckoning['calendar']>;
type Named = PolicyRef['names'][number];
type Mismatch = { field: Named['field']; wants: string; has: string };

/** @returns the fields that are named, the strongest first, each with what it wants */
export function namedIn(conditions: Conditions): Named[] {
  return conditionFields.flatMap((field) => {
    const value = conditions[field];
    return value === null ? [] : [{ field, value }];
  });
}

/** @returns the named fields that the ticket does not have as they are wanted */
export function mismatches(conditions: Conditions, ticket: Matched): Mismatch[] {
  return namedIn(conditions).flatMap(({ field, value }) =>
    value === ticket[field] ? [] : [{ field, wants: value, has: ticket[field] }],
  );
}

/** Whether a version, null for none, is one of the rule's: publishing a new one does not make it another rule. */
export function isOfRule({ ruleId }: RuleVersion, versionId: string | null, config: Config): boolean {
  return versionId !== null && (config.ruleVersion(versionId)?.ruleId ?? versionId) === ruleId;
}

/** Built-in policies belong to no organization. */
export function isBuiltIn({ organizationId }: PolicyVersion): boolean {
  return organizationId === '';
}

export function policyRef(version: PolicyVersion): PolicyRef {
  const { id: versionId, name, active, publishedAt, match } = version;
  const builtIn = isBuiltIn(version);
  return { versionId, name, builtIn, active, publishedAt: builtIn ? null : publishedAt, names: namedIn(match) };
}

/** @returns null for 24×7, and for a version that this desk has not received: then no clock runs by it */
export function calendarRef(versionId: string | null, config: Config): CalendarRef | null {
  const version = calendarOf(versionId, config);
  if (version === undefined) return null;
  return {
    versionId: version.id,
    name: version.name,
    timezone: version.hours.timezone,
    publishedAt: version.publishedAt,
  };
}

export function calendarOf(versionId: string | null, config: Config): CalendarVersion | undefined {
  return versionId === null ? undefined : config.calendarVersion(versionId);
}
