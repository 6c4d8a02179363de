import { checkBusinessHours } from '../../calendar/check-business-hours.ts';
import { isCountryCode } from '../../calendar/country-code.ts';
import type { CalendarVersion } from '../../config/config.ts';
import { checkName, type Namesakes } from './common.ts';
import type { Found } from './problem.ts';

/** `hours.mon[0][1]` of the calendar's own check as a path of the draft: `hours.hours.mon.0.1`. */
function inDraft(path: string): string {
  return ['hours', ...path.split(/[[\].]+/u)].filter((part) => part !== '').join('.');
}

/** The country alone closes no day: whoever writes it in place of the dates would be open on every holiday. */
function checkCountry({ calendarId, country, hours }: CalendarVersion): Found[] {
  if (country === null) return [];
  const at = { thing: { kind: 'calendar' as const, id: calendarId }, path: 'country', values: { country } };
  if (!isCountryCode(country)) return [{ code: 'UNKNOWN_COUNTRY', ...at }];
  return hours.holidays.length === 0 ? [{ code: 'COUNTRY_WITHOUT_HOLIDAYS', ...at }] : [];
}

export function checkCalendar(calendar: CalendarVersion, namesakes: Namesakes): Found[] {
  const { calendarId, name, hours, active } = calendar;
  const thing = { kind: 'calendar' as const, id: calendarId };
  const wrong = checkBusinessHours(hours).map(({ code, params }): Found => {
    const { path = '', ...values }: Record<string, string> = { ...params };
    return { code, thing, path: inDraft(path), values };
  });
  return [
    ...checkName({ id: calendarId, name }, namesakes, thing),
    // One that is out of use may be as it is.
    ...wrong.filter(({ code }) => active || code !== 'CALENDAR_NEVER_OPENS'),
    ...(active ? checkCountry(calendar) : []),
  ];
}
