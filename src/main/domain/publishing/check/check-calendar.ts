import { checkBusinessHours } from '../../calendar/check-business-hours.ts';
import type { CalendarVersion } from '../../config/config.ts';
import { checkName, type Namesakes } from './common.ts';
import type { Found } from './problem.ts';

/** `hours.mon[0][1]` of the calendar's own check as a path of the draft: `hours.hours.mon.0.1`. */
function inDraft(path: string): string {
  return ['hours', ...path.split(/[[\].]+/u)].filter((part) => part !== '').join('.');
}

export function checkCalendar({ calendarId, name, hours, active }: CalendarVersion, namesakes: Namesakes): Found[] {
  const thing = { kind: 'calendar' as const, id: calendarId };
  const wrong = checkBusinessHours(hours).map(({ code, params }): Found => {
    const { path = '', ...values }: Record<string, string> = { ...params };
    return { code, thing, path: inDraft(path), values };
  });
  return [
    ...checkName({ id: calendarId, name }, namesakes, thing),
    // One that is out of use may be as it is.
    ...wrong.filter(({ code }) => active || code !== 'CALENDAR_NEVER_OPENS'),
  ];
}
