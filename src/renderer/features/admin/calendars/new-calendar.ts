import type { ValueOf } from '../frame/things.ts';

const officeHours = [['08:00', '17:00']] as const;

/** A calendar as it begins: a working week in the organization's own zone. */
export function newCalendar(parts: { organizationId: string; name: string; timezone: string }): ValueOf<'calendar'> {
  const { organizationId, name, timezone } = parts;
  return {
    calendarId: crypto.randomUUID(),
    organizationId,
    name,
    active: true,
    hours: {
      timezone,
      hours: { mon: officeHours, tue: officeHours, wed: officeHours, thu: officeHours, fri: officeHours },
      holidays: [],
      breaks: [],
      dateOverrides: {},
    },
    holidayNames: {},
    country: null,
  };
}
