import type { Config, ExplanationTerms, Organization } from '../config/config.ts';
import { currentCalendarVersion } from '../sla/calendars.ts';
import { spanMs } from '../sla/running-time.ts';
import type { PinnedTerms } from '../ticket/events.ts';

const HOUR_MS = 3_600_000;

/** Seed B's explanation configuration. */
export const defaultExplanationTerms: ExplanationTerms = {
  responseHours: 48,
  reminderHoursBefore: 12,
  escalate: true,
  escalationHoursOverdue: 0,
  maxLevels: 3,
  calendarId: null,
};

/** The terms of an organization as a question of now is asked on them. */
export function termsOf(organization: Organization, config: Config): PinnedTerms {
  const terms = { ...defaultExplanationTerms, ...organization.explanation };
  const ms = (hours: number, otherwise: number): number => spanMs(hours, HOUR_MS) ?? otherwise * HOUR_MS;
  return {
    responseMs: ms(terms.responseHours, defaultExplanationTerms.responseHours),
    reminderMsBefore: terms.reminderHoursBefore === null ? null : spanMs(terms.reminderHoursBefore, HOUR_MS),
    escalate: terms.escalate,
    escalationMsOverdue: ms(terms.escalationHoursOverdue, defaultExplanationTerms.escalationHoursOverdue),
    maxLevels: terms.maxLevels,
    calendarVersionId: currentCalendarVersion(
      { organizationId: organization.id, calendarId: terms.calendarId },
      config,
    ),
  };
}
