/** Local date in the calendar's zone, `YYYY-MM-DD`. */
export type LocalDate = string;
/** Wall clock, `HH:mm`; as the end of an interval also `24:00`. */
export type WallTime = string;
/** End before start runs into the next day; equal ends mean 24 hours. */
export type Interval = readonly [from: WallTime, to: WallTime];

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/**
 * When an organization is open, as an administrator writes it. A day that is not named is closed.
 * `dateOverrides` replace what starts that date, holidays close it, breaks are taken out last.
 * Rule: product.md, SLA 3.
 */
export type BusinessHours = {
  /** IANA name. */
  timezone: string;
  hours: Readonly<Partial<Record<Weekday, readonly Interval[]>>>;
  holidays: readonly LocalDate[];
  breaks: readonly { date: LocalDate; from: WallTime; to: WallTime }[];
  dateOverrides: Readonly<Record<LocalDate, readonly Interval[]>>;
};
