import { failure, success, type Failure, type Result } from '../../../preload/contract/result.ts';
import { weekdays, type BusinessHours, type Interval, type Weekday } from '../../domain/calendar/business-hours.ts';

type Fields = Record<string, unknown>;

const calendarKeys = ['timezone', 'hours', 'holidays', 'breaks', 'date_overrides'];
const breakKeys = ['date', 'from', 'to'];

/**
 * Reads the form of a calendar; whether its times, dates and zone exist is not looked at.
 * @param calendar  as JSON gave it
 * @returns BAD_INPUT with `key`, such as `calendar.hours.mon[0]`, and `why` for what has another form
 */
export function readCalendar(calendar: unknown): Result<BusinessHours> {
  if (!isObject(calendar)) return bad('calendar', 'write an object, or leave it out for 24×7');
  const strange = strangeKey(calendar, calendarKeys, 'calendar', 'known are');
  if (strange !== null) return strange;
  const { timezone } = calendar;
  if (typeof timezone !== 'string') return bad('calendar.timezone', 'write an IANA name such as Africa/Johannesburg');
  const hours = readHours(calendar['hours']);
  if (!hours.ok) return hours;
  const holidays = readHolidays(calendar['holidays'] ?? []);
  if (!holidays.ok) return holidays;
  const breaks = readBreaks(calendar['breaks'] ?? []);
  if (!breaks.ok) return breaks;
  const dateOverrides = readOverrides(calendar['date_overrides'] ?? {});
  if (!dateOverrides.ok) return dateOverrides;
  return success({
    timezone,
    hours: hours.value,
    holidays: holidays.value,
    breaks: breaks.value,
    dateOverrides: dateOverrides.value,
  });
}

function readHours(hours: unknown): Result<BusinessHours['hours']> {
  if (!isObject(hours)) return bad('calendar.hours', 'write intervals by day, such as {"mon":[["09:00","17:00"]]}');
  const strange = strangeKey(hours, weekdays, 'calendar.hours', 'days are');
  if (strange !== null) return strange;
  const read: Partial<Record<Weekday, readonly Interval[]>> = {};
  for (const day of weekdays) {
    const intervals = readIntervals(hours[day] ?? [], `calendar.hours.${day}`);
    if (!intervals.ok) return intervals;
    read[day] = intervals.value;
  }
  return success(read);
}

function readIntervals(intervals: unknown, key: string): Result<readonly Interval[]> {
  if (!Array.isArray(intervals)) return bad(key, 'write a list of intervals, such as [["09:00","17:00"]]');
  const wrong = intervals.findIndex((interval) => !isInterval(interval));
  if (wrong !== -1) return bad(`${key}[${wrong}]`, 'write two times, such as ["09:00","17:00"]');
  return success(intervals as readonly Interval[]);
}

function readHolidays(holidays: unknown): Result<readonly string[]> {
  if (!Array.isArray(holidays)) return bad('calendar.holidays', 'write a list of dates, such as ["2026-12-25"]');
  const wrong = holidays.findIndex((date) => typeof date !== 'string');
  if (wrong !== -1) return bad(`calendar.holidays[${wrong}]`, 'write a date, such as "2026-12-25"');
  return success(holidays as readonly string[]);
}

function readBreaks(breaks: unknown): Result<BusinessHours['breaks']> {
  const example = '{"date":"2026-12-24","from":"12:00","to":"13:00"}';
  if (!Array.isArray(breaks)) return bad('calendar.breaks', `write a list of breaks, such as [${example}]`);
  const read: { date: string; from: string; to: string }[] = [];
  for (const [n, pause] of (breaks as unknown[]).entries()) {
    const key = `calendar.breaks[${n}]`;
    if (!isObject(pause)) return bad(key, `write an object, such as ${example}`);
    const strange = strangeKey(pause, breakKeys, key, 'known are');
    if (strange !== null) return strange;
    const { date, from, to } = pause;
    if (typeof date !== 'string' || typeof from !== 'string' || typeof to !== 'string')
      return bad(key, `write date, from and to as text, such as ${example}`);
    read.push({ date, from, to });
  }
  return success(read);
}

function readOverrides(overrides: unknown): Result<BusinessHours['dateOverrides']> {
  if (!isObject(overrides))
    return bad('calendar.date_overrides', 'write intervals by date, such as {"2026-12-24":[["09:00","12:00"]]}');
  const read: [string, readonly Interval[]][] = [];
  for (const [date, written] of Object.entries(overrides)) {
    const intervals = readIntervals(written, `calendar.date_overrides.${date}`);
    if (!intervals.ok) return intervals;
    read.push([date, intervals.value]);
  }
  return success(Object.fromEntries(read));
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isInterval(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2 && value.every((time) => typeof time === 'string');
}

function strangeKey(fields: Fields, known: readonly string[], key: string, words: string): Failure | null {
  const strange = Object.keys(fields).find((name) => !known.includes(name));
  return strange === undefined ? null : bad(`${key}.${strange}`, `${words} ${known.join(', ')}`);
}

function bad(key: string, why: string): Failure {
  return failure('BAD_INPUT', { key, why });
}
