import { weekdays, type BusinessHours, type Interval, type LocalDate } from './business-hours.ts';
import { DAY_MS } from './civil-time.ts';
import { compileCalendar } from './compile-calendar.ts';
import { overlapsOf, type Overlap } from './interval-overlaps.ts';
import { dayNumberOf, minutesOf } from './wall-text.ts';
import { isZone } from './zone.ts';

/**
 * What is wrong with a calendar: a stable code (an `ErrorCode`), and the values that its text names. `path` says where,
 * such as `hours.mon[0]`, `holidays[3]`, `breaks[0].from` or `dateOverrides.2026-12-24[1]`.
 */
export type CalendarProblem =
  | { code: 'UNKNOWN_TIME_ZONE'; params: { path: string; zone: string } }
  | { code: 'CALENDAR_BAD_TIME'; params: { path: string; time: string } }
  /** Not `YYYY-MM-DD`, or a date that does not exist, such as 2026-02-30. */
  | { code: 'CALENDAR_BAD_DATE'; params: { path: string; date: string } }
  | { code: 'CALENDAR_OVERLAP'; params: Overlap }
  /** `no_hours`: it has no interval at all; `all_taken_out`: breaks, or a change of the clock, leave nothing of them. */
  | { code: 'CALENDAR_NEVER_OPENS'; params: { why: 'no_hours' | 'all_taken_out' } };

/**
 * Everything that is wrong with a calendar that somebody enters.
 * @returns no problem for a calendar that can be published; that it never opens is said only when nothing else is wrong
 * Rule: product.md, SLA 3.
 */
export function checkBusinessHours(hours: BusinessHours): CalendarProblem[] {
  const malformed = malformedIn(hours);
  if (malformed.length > 0) return malformed;
  const overlaps = overlapsOf(hours);
  if (overlaps.length > 0) return overlaps.map((params) => ({ code: 'CALENDAR_OVERLAP', params }));
  return opens(hours) ? [] : [neverOpens(hours)];
}

/**
 * Whether a calendar can be counted in: all of `checkBusinessHours` but that it never opens, which has an answer.
 * @returns the first problem, null when there is none
 */
export function firstProblemIn(hours: BusinessHours): CalendarProblem | null {
  const [malformed] = malformedIn(hours);
  if (malformed !== undefined) return malformed;
  const [params] = overlapsOf(hours);
  return params === undefined ? null : { code: 'CALENDAR_OVERLAP', params };
}

function malformedIn(hours: BusinessHours): CalendarProblem[] {
  const { timezone, holidays, breaks, dateOverrides } = hours;
  const zone: CalendarProblem[] = isZone(timezone)
    ? []
    : [{ code: 'UNKNOWN_TIME_ZONE', params: { path: 'timezone', zone: timezone } }];
  return [
    ...zone,
    ...weekdays.flatMap((day) => badIntervals(hours.hours[day] ?? [], `hours.${day}`)),
    ...holidays.flatMap((date, n) => badDate(date, `holidays[${n}]`)),
    ...breaks.flatMap(({ date, from, to }, n) => [
      ...badDate(date, `breaks[${n}].date`),
      ...badTime(from, `breaks[${n}].from`, false),
      ...badTime(to, `breaks[${n}].to`, true),
    ]),
    ...Object.entries(dateOverrides).flatMap(([date, intervals]) => [
      ...badDate(date, `dateOverrides.${date}`),
      ...badIntervals(intervals, `dateOverrides.${date}`),
    ]),
  ];
}

function badIntervals(intervals: readonly Interval[], path: string): CalendarProblem[] {
  return intervals.flatMap(([from, to], n) => [
    ...badTime(from, `${path}[${n}][0]`, false),
    ...badTime(to, `${path}[${n}][1]`, true),
  ]);
}

function badTime(time: string, path: string, isEnd: boolean): CalendarProblem[] {
  return minutesOf(time, isEnd) === null ? [{ code: 'CALENDAR_BAD_TIME', params: { path, time } }] : [];
}

function badDate(date: LocalDate, path: string): CalendarProblem[] {
  return dayNumberOf(date) === null ? [{ code: 'CALENDAR_BAD_DATE', params: { path, date } }] : [];
}

/** A week repeats for ever and dates do not, so weekly hours open some time whatever is taken out. */
function opens(hours: BusinessHours): boolean {
  if (weekdays.some((day) => (hours.hours[day] ?? []).length > 0)) return true;
  const days = Object.keys(hours.dateOverrides).map((date) => dayNumberOf(date) ?? 0);
  if (days.length === 0) return false;
  const firstDay = days.reduce((a, b) => Math.min(a, b));
  return compileCalendar(hours).nextOpening((firstDay - 2) * DAY_MS) !== null;
}

function neverOpens(hours: BusinessHours): CalendarProblem {
  const hasHours = Object.values(hours.dateOverrides).some((intervals) => intervals.length > 0);
  return { code: 'CALENDAR_NEVER_OPENS', params: { why: hasHours ? 'all_taken_out' : 'no_hours' } };
}
