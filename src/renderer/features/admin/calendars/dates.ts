import { weekdayList, type Weekday } from '../frame/value-lists.ts';

/** @returns whether it is written `YYYY-MM-DD` and exists */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/u.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** @returns null for what is no date */
export function weekdayOfDate(date: string): Weekday | null {
  if (!isDate(date)) return null;
  // 0 is Sunday there, and Monday here.
  return weekdayList[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] ?? null;
}
