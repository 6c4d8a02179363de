import type { Instant } from '../../../preload/contract/values.ts';

export const DAY_MS = 86_400_000;

/** A wall clock's reading without a zone. `month` and `day` count from 1. */
export type CivilTime = {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
};

/** @returns days of that month, 0 for a month that does not exist */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  if (month < 1 || month > 12) return 0;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** @returns whether a calendar and a clock can show it: no 30 February, no hour 24, no leap second */
export function isCivilTime(time: CivilTime): boolean {
  return (
    time.day >= 1 &&
    time.day <= daysInMonth(time.year, time.month) &&
    time.hour >= 0 &&
    time.hour <= 23 &&
    time.minute >= 0 &&
    time.minute <= 59 &&
    time.second >= 0 &&
    time.second <= 59 &&
    time.millisecond >= 0 &&
    time.millisecond <= 999
  );
}

/** @returns epoch ms of the reading, taken as UTC; the reading must be a real one (`isCivilTime`) */
export function civilAsUtc(time: CivilTime): Instant {
  const date = new Date(0);
  // Date.UTC would read the years 0 to 99 as 1900 to 1999.
  date.setUTCFullYear(time.year, time.month - 1, time.day);
  date.setUTCHours(time.hour, time.minute, time.second, time.millisecond);
  return date.getTime();
}

/** @returns epoch ms at which that year begins in UTC */
export function yearStartAt(year: number): Instant {
  const before = year - 1;
  const days = before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  return (days - 719_162) * DAY_MS;
}

/** @returns the year in UTC */
export function yearOf(at: Instant): number {
  // A year's length differs from the mean by less than a day, so the guess is wrong by one at most.
  const guess = Math.floor(at / (365.2425 * DAY_MS)) + 1970;
  if (at < yearStartAt(guess)) return guess - 1;
  return at < yearStartAt(guess + 1) ? guess : guess + 1;
}
