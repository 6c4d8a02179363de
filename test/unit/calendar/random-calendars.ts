import * as fc from 'fast-check';
import { weekdays, type BusinessHours, type Interval } from '../../../src/main/domain/calendar/business-hours.ts';
import { firstProblemIn } from '../../../src/main/domain/calendar/check-business-hours.ts';

const DAY = 1440;
const WEEK = 7 * DAY;
const DAY_MS = 86_400_000;

/** Zones whose clocks do something of their own, beside some that do not. */
export const oddZones = [
  'UTC',
  'Africa/Johannesburg',
  'Asia/Riyadh',
  'America/New_York',
  'Europe/Berlin',
  'Europe/London',
  'Europe/Dublin',
  'Australia/Lord_Howe',
  'Australia/Adelaide',
  'Asia/Kathmandu',
  'Asia/Tehran',
  'Asia/Beirut',
  'Africa/Cairo',
  'Africa/Casablanca',
  'America/Havana',
  'America/Sao_Paulo',
  'America/St_Johns',
  'America/Santiago',
  'Pacific/Apia',
  'Pacific/Chatham',
] as const;

const two = (value: number): string => String(value).padStart(2, '0');
const time = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

function interval(from: number, until: number, endsAt24: boolean): Interval {
  const end = until % DAY;
  return [time(from % DAY), end === 0 && endsAt24 ? '24:00' : time(end)];
}

const minuteOfWeek = fc.oneof(
  fc.integer({ min: 0, max: WEEK - 1 }),
  fc.integer({ min: 0, max: WEEK / 30 - 1 }).map((half) => half * 30),
);

/** Weekly hours of any shape: several a day, overnight, over the end of the week, touching, 24 hours. */
const weekly: fc.Arbitrary<BusinessHours['hours']> = fc
  .tuple(
    fc.uniqueArray(minuteOfWeek, { maxLength: 24 }),
    fc.integer({ min: 0, max: WEEK - 1 }),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([cuts, turn, touching, endsAt24]) => {
    const sorted = [...cuts].sort((a, b) => a - b);
    const hours: Record<string, Interval[]> = {};
    for (let n = 0; n + 1 < sorted.length; n += touching ? 1 : 2) {
      const length = Math.min(DAY, (sorted[n + 1] ?? 0) - (sorted[n] ?? 0));
      const from = ((sorted[n] ?? 0) + turn) % WEEK;
      const day = weekdays[Math.floor(from / DAY)] ?? 'mon';
      (hours[day] ??= []).push(interval(from, from + length, endsAt24));
    }
    return hours;
  });

const wholeWeek: fc.Arbitrary<BusinessHours['hours']> = fc
  .integer({ min: 0, max: DAY - 1 })
  .map((from) => Object.fromEntries(weekdays.map((day) => [day, [interval(from, from, false)]])));

const dayIntervals: fc.Arbitrary<readonly Interval[]> = fc
  .tuple(fc.uniqueArray(fc.integer({ min: 0, max: DAY - 1 }), { maxLength: 6 }), fc.boolean())
  .map(([cuts, overnight]) => {
    const sorted = [...cuts].sort((a, b) => a - b);
    const intervals: Interval[] = [];
    for (let n = 0; n + 1 < sorted.length; n += 2) intervals.push(interval(sorted[n] ?? 0, sorted[n + 1] ?? 0, false));
    const late = sorted.at(-1);
    if (overnight && late !== undefined && sorted.length % 2 === 1) intervals.push(interval(late, late % 300, true));
    return intervals;
  });

/**
 * Calendars that `checkBusinessHours` lets through (but for never opening), with what is special near one time.
 * @param aroundAt  epoch ms, about which holidays, breaks and dates with hours of their own lie
 * @param spreadDays  how far from it
 */
export function calendarAround(timezone: string, aroundAt: number, spreadDays: number): fc.Arbitrary<BusinessHours> {
  const date = fc
    .integer({ min: -spreadDays, max: spreadDays })
    .map((day) => new Date(Math.floor(aroundAt / DAY_MS + day) * DAY_MS).toISOString().slice(0, 10));
  const wall = fc.integer({ min: 0, max: DAY - 1 }).map(time);
  return fc
    .record({
      timezone: fc.constant(timezone),
      hours: fc.oneof({ weight: 8, arbitrary: weekly }, { weight: 1, arbitrary: wholeWeek }, fc.constant({})),
      holidays: fc.array(date, { maxLength: 4 }),
      breaks: fc.array(fc.record({ date, from: wall, to: fc.oneof(wall, fc.constant('24:00')) }), { maxLength: 4 }),
      dateOverrides: fc.dictionary(date, dayIntervals, { maxKeys: 4 }),
    })
    .map(withoutOverlaps);
}

/** What a date's hours overlap with is left out of them. */
function withoutOverlaps(hours: BusinessHours): BusinessHours {
  const fine = Object.entries(hours.dateOverrides).filter(
    ([date, intervals]) => firstProblemIn({ ...hours, dateOverrides: { [date]: intervals } }) === null,
  );
  return { ...hours, dateOverrides: Object.fromEntries(fine) };
}
