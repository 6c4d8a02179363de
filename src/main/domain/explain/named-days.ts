import type { Stretch } from '../../../preload/contract/explain-clocks.ts';
import type { Instant } from '../../../preload/contract/values.ts';
import { DAY_MS } from '../calendar/civil-time.ts';
import { dateOfDayNumber } from '../calendar/wall-text.ts';
import { offsetOf } from '../calendar/zone-offsets.ts';
import { zoneNamed } from '../calendar/zone.ts';
import type { CalendarVersion } from '../config/config.ts';

type CalendarStretch = Extract<Stretch, { kind: 'open' | 'closed' }>;
export type NamedDays = (span: Pick<CalendarStretch, 'fromAt' | 'untilAt' | 'because'>) => CalendarStretch['days'];

const nameless: NamedDays = () => [];

/**
 * Which dates of a calendar make a stretch open or closed: holidays by their names, dates with hours of their own, breaks.
 * @param version  undefined for 24×7
 */
export function namedDaysIn(version: CalendarVersion | undefined): NamedDays {
  const zone = version === undefined ? null : zoneNamed(version.hours.timezone);
  if (version === undefined || zone === null) return nameless;
  const { holidays, dateOverrides, breaks } = version.hours;
  const named: Readonly<Record<CalendarStretch['because'], ReadonlySet<string>>> = {
    holiday: new Set(holidays),
    date_override: new Set(Object.keys(dateOverrides)),
    break: new Set(breaks.map(({ date }) => date)),
    weekly_hours: new Set(),
    round_the_clock: new Set(),
  };
  const dayOf = (at: Instant): number => Math.floor((at + offsetOf(zone, at)) / DAY_MS);
  return ({ fromAt, untilAt, because }) => {
    const dates = named[because];
    if (dates.size === 0) return [];
    const firstDay = dayOf(fromAt);
    const days = Array.from({ length: dayOf(untilAt - 1) - firstDay + 1 }, (_, n) => dateOfDayNumber(firstDay + n));
    const found = days.filter((date) => dates.has(date));
    // What an evening loses or gains may lie after midnight: it is the doing of the date before.
    const meant = found.length === 0 ? [dateOfDayNumber(firstDay - 1)].filter((date) => dates.has(date)) : found;
    return meant.map((date) => ({ date, name: because === 'holiday' ? (version.holidayNames[date] ?? null) : null }));
  };
}
