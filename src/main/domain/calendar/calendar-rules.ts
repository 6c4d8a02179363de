import { weekdays, type BusinessHours, type Interval, type LocalDate } from './business-hours.ts';
import { merged, type MinuteSpan } from './minute-spans.ts';
import { DAY_MINUTES, dayNumberOf, minutesOf } from './wall-text.ts';

/** A date whose own hours replace what would start on it; a holiday has none. Minutes since its midnight. */
export type SpecialDay = { day: number; because: 'date_override' | 'holiday'; starting: readonly MinuteSpan[] };

/**
 * A calendar's rules in numbers: minutes by the wall clock, and days since 1970-01-01 (`dayNumberOf`).
 * A span that runs past 1440 runs into the next day.
 */
export type CalendarRules = {
  /** What starts on each day of the week, Monday first. */
  weekly: readonly (readonly MinuteSpan[])[];
  special: ReadonlyMap<number, SpecialDay>;
  /** Minutes since 1970-01-01 00:00 by the wall clock, in order and apart. */
  breaks: readonly MinuteSpan[];
};

/** @throws RangeError for a time or date that `checkBusinessHours` refuses */
export function readRules(hours: BusinessHours): CalendarRules {
  const special = new Map<number, SpecialDay>();
  for (const date of hours.holidays) {
    const day = dayOf(date);
    special.set(day, { day, because: 'holiday', starting: [] });
  }
  // Hours for a date beat holidays, so they come second.
  for (const [date, intervals] of Object.entries(hours.dateOverrides)) {
    const day = dayOf(date);
    special.set(day, { day, because: 'date_override', starting: merged(intervals.map(spanOf)) });
  }
  const breaks = hours.breaks.map(({ date, from, to }) => {
    const midnight = dayOf(date) * DAY_MINUTES;
    const span = spanOf([from, to]);
    return { from: midnight + span.from, until: midnight + span.until };
  });
  return {
    weekly: weekdays.map((day) => merged((hours.hours[day] ?? []).map(spanOf))),
    special,
    breaks: merged(breaks),
  };
}

/**
 * @returns minutes since the midnight before its start; an end at or before the start lies on the next day
 * @throws RangeError for a time that no clock shows
 */
export function spanOf([from, to]: Interval): MinuteSpan {
  const start = minutesOf(from, false);
  const end = minutesOf(to, true);
  if (start === null || end === null) throw new RangeError(`no interval: ${from} to ${to}`);
  return { from: start, until: end > start ? end : end + DAY_MINUTES };
}

function dayOf(date: LocalDate): number {
  const day = dayNumberOf(date);
  if (day === null) throw new RangeError(`no date: ${date}`);
  return day;
}
