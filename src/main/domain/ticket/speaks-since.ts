import type { Instant } from '../../../preload/contract/values.ts';
import { conditionFields, type Matched } from '../sla/conditions.ts';

/** What decides which rules speak of a ticket. */
const fields = [...conditionFields, 'organizationId'] as const;
type Facts = Matched & { organizationId: string };

/** When each was last changed, epoch ms; one that is not named stands as the ticket was created. */
export type ChangedAt = Readonly<Partial<Record<keyof Facts, Instant>>>;

/** Desks' clocks differ, so a later event may have happened earlier: the latest instant counts. */
export function withChanges(changedAt: ChangedAt, before: Facts, after: Facts, at: Instant): ChangedAt {
  const isChanged = (field: keyof Facts): boolean => before[field] !== after[field];
  if (!fields.some(isChanged)) return changedAt;
  const changes: Partial<Record<keyof Facts, Instant>> = { ...changedAt };
  for (const field of fields) if (isChanged(field)) changes[field] = Math.max(at, changes[field] ?? at);
  return changes;
}

/**
 * Since when a rule speaks of a ticket: the last change of what it names, or of whose ticket it is.
 * @returns epoch ms; -Infinity when it has since the creation
 * Rule: product.md, SLA 6: what a change puts into the past happens at the change.
 */
export function speaksSince(
  conditions: Readonly<Record<keyof Matched, string | null>>,
  { changedAt }: { changedAt: ChangedAt },
): Instant {
  let since = changedAt.organizationId ?? -Infinity;
  for (const field of conditionFields) {
    if (conditions[field] !== null) since = Math.max(since, changedAt[field] ?? -Infinity);
  }
  return since;
}
