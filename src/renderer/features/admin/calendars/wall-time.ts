import { plainInput } from '../../../i18n/format.ts';

export const dayMinutes = 1440;
export type Interval = readonly [from: string, to: string];

/** Minutes since midnight; null for what no clock shows. `24:00` ends a day. */
export function minutesOf(time: string): number | null {
  if (time === '24:00') return dayMinutes;
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/u.test(time) ? Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) : null;
}

export function timeOf(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** `8`, `830`, `8.30` and `٨:٣٠` as a clock shows them; anything else stays as it was typed, for the check to tell. */
export function tidyTime(text: string): string {
  const plain = plainInput(text).trim();
  const found = /^(?<hour>\d{1,2})(?:[:.hH ]?(?<minute>\d{2}))?$/u.exec(plain)?.groups;
  if (found === undefined) return plain;
  const tidy = `${(found['hour'] ?? '').padStart(2, '0')}:${found['minute'] ?? '00'}`;
  return minutesOf(tidy) === null ? plain : tidy;
}

/** Minutes since the midnight before its start; an end at or before the start lies on the next day. Null: no times. */
export function spanOf([from, to]: Interval): { from: number; until: number } | null {
  const start = minutesOf(from);
  const end = minutesOf(to);
  if (start === null || end === null || start === dayMinutes) return null;
  return { from: start, until: end > start ? end : end + dayMinutes };
}

/** Whether it ends on the next day. `24:00` is the end of its own. */
export function isOvernight(interval: Interval): boolean {
  const span = spanOf(interval);
  return span !== null && span.until > dayMinutes;
}

/** The interval that somebody adds next: an hour after the last one. */
export function nextInterval(intervals: readonly Interval[]): Interval {
  const last = intervals.at(-1);
  const span = last === undefined ? null : spanOf(last);
  if (span === null) return ['08:00', '17:00'];
  const from = Math.min(span.until + 60, dayMinutes - 60);
  return [timeOf(from), timeOf(Math.min(from + 240, dayMinutes))];
}
