import type { ConfigChange } from '../../../preload/contract/configuration.ts';
import type { Config } from '../config/config.ts';
import { currentCalendarVersion } from '../sla/calendars.ts';
import type { Matched } from '../sla/conditions.ts';
import { matchPolicy } from '../sla/policy-match.ts';
import { idOf, organizationIdOf } from '../../../preload/contract/config-thing.ts';

/** Organizations in which a draft can change what decides a ticket's deadlines. */
export function organizationsOfDeadlines(changes: readonly ConfigChange[]): string[] {
  const deciding = changes.filter(({ kind }) => kind === 'policy' || kind === 'calendar' || kind === 'organization');
  return [...new Set(deciding.map(organizationIdOf))].filter((id) => id !== null);
}

function matchOf(sort: Matched, organizationId: string, config: Config) {
  const organization = config.organization(organizationId);
  if (organization === undefined) return null;
  const version = matchPolicy(sort, organization, config);
  return { version, calendarVersionId: currentCalendarVersion(version, config) };
}

/**
 * Whether tickets of a sort are decided by what a draft names, or would be, or were.
 * @param before  without the draft
 * @param after  with it
 */
export function isTouched(
  sort: Matched,
  organizationId: string,
  { changes, before, after }: { changes: readonly ConfigChange[]; before: Config; after: Config },
): boolean {
  const now = matchOf(sort, organizationId, after);
  if (now === null) return false;
  const was = matchOf(sort, organizationId, before);
  if (was?.version.id !== now.version.id || was.calendarVersionId !== now.calendarVersionId) return true;
  const { policyId, calendarId } = now.version;
  return changes.some((change) => idOf(change) === policyId || idOf(change) === calendarId);
}
