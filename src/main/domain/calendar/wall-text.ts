import type { LocalDate, WallTime } from './business-hours.ts';
import { civilAsUtc, daysInMonth, DAY_MS } from './civil-time.ts';

export const DAY_MINUTES = 1440;

/**
 * @param isEnd  whether it ends an interval, and may be `24:00`
 * @returns minutes since midnight; null for what no clock shows
 */
export function minutesOf(time: WallTime, isEnd: boolean): number | null {
  if (isEnd && time === '24:00') return DAY_MINUTES;
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/u.test(time) ? Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) : null;
}

/**
 * @returns days since 1970-01-01; null for a date that is not written `YYYY-MM-DD` or does not exist, such as 2026-02-30
 */
export function dayNumberOf(date: LocalDate): number | null {
  if (!/^\d{4}-\d\d-\d\d$/u.test(date)) return null;
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8))];
  if (year < 1 || day < 1 || day > daysInMonth(year, month)) return null;
  return civilAsUtc({ year, month, day, hour: 0, minute: 0, second: 0, millisecond: 0 }) / DAY_MS;
}

export function dateOfDayNumber(day: number): LocalDate {
  return new Date(day * DAY_MS).toISOString().slice(0, -14);
}

/** @returns 0 for Monday to 6 for Sunday */
export function weekdayOf(day: number): number {
  // 1970-01-01 was a Thursday.
  return (((day + 3) % 7) + 7) % 7;
}
