import type { BusinessHours, Interval } from '../../../src/main/domain/calendar/business-hours.ts';

/** Questions with one length: starts, and the ends that `between` is asked for. Epoch ms. */
export type Asked = { name: string; openMs: number; starts: number[]; ends: number[] };
/** What a peer said to them, and how many of each it answers in a CPU-second. */
export type Answers = { added: (number | null)[]; measured: number[]; addRate: number; betweenRate: number };

export const YEAR = 2026;
const HOUR = 3_600_000;
export const lengths = [
  { name: '4 h', openMs: 4 * HOUR },
  { name: '48 h', openMs: 48 * HOUR },
  { name: '30 open days', openMs: 30 * 8 * HOUR },
] as const;

/** Fifteen working days of each year. */
const holidays = ['01-01', '02-16', '03-20', '04-03', '04-06', '04-27', '05-01', '06-16', '07-03', '08-10', '09-24'];
const lateHolidays = ['10-12', '11-11', '12-16', '12-25'];

/** A calendar with a lunch break and 15 holidays a year, from `YEAR` on; peers have those of that year alone. */
export function calendarOf(timezone: string, years: number): BusinessHours {
  const day: readonly Interval[] = [
    ['08:00', '12:00'],
    ['13:00', '17:00'],
  ];
  return {
    timezone,
    hours: { mon: day, tue: day, wed: day, thu: day, fri: day },
    holidays: Array.from({ length: years }, (_, n) =>
      [...holidays, ...lateHolidays].map((date) => `${YEAR + n}-${date}`),
    ).flat(),
    breaks: [],
    dateOverrides: {},
  };
}

/** @returns as many whole minutes, the same in every run, of which the last leaves room for 30 open days in the year */
export function startsOf(count: number): number[] {
  const from = Date.UTC(YEAR, 0, 5);
  const minutes = (Date.UTC(YEAR, 9, 20) - from) / 60_000;
  let state = 1;
  return Array.from({ length: count }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return from + Math.floor((state / 2_147_483_647) * minutes) * 60_000;
  });
}
