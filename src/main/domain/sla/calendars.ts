import { roundTheClock, type OpenTime } from '../calendar/open-time.ts';
import type { Config, PolicyVersion } from '../config/config.ts';

/**
 * Open time that a ticket's hours are counted in.
 * @param calendarVersionId  as pinned with its policy; null: 24×7
 * @returns null for a version that this desk has not received or cannot understand: no clock runs until it comes
 */
export function openTimeOf(calendarVersionId: string | null, config: Config): OpenTime | null {
  return calendarVersionId === null ? roundTheClock : (config.openTime(calendarVersionId) ?? null);
}

/**
 * The version of a calendar that a ticket gets when its policy is matched.
 * @returns null for 24×7: the policy names no calendar, or one that is not there. Too early is seen, never is not.
 */
export function currentCalendarVersion(
  { organizationId, calendarId }: Pick<PolicyVersion, 'organizationId' | 'calendarId'>,
  config: Config,
): string | null {
  if (calendarId === null) return null;
  return config.currentCalendars(organizationId).find((version) => version.calendarId === calendarId)?.id ?? null;
}
