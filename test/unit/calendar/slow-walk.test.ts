import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BusinessHours } from '../../../src/main/domain/calendar/business-hours.ts';
import { compileCalendar } from '../../../src/main/domain/calendar/compile-calendar.ts';
import { calendarAround, oddZones } from './random-calendars.ts';
import { wallClock, walk } from './slow-walk.ts';

const isFull = process.env['WATCHKEEPER_FULL'] === '1';
const DAY = 86_400_000;
const HOUR = 3_600_000;
const SECOND = 1000;

type Questions = readonly (readonly [startMs: number, lengthMs: number, openMs: number])[];

/** What the walk over the window says otherwise than the compiled calendar does; nothing when they agree. */
function disagreements(hours: BusinessHours, fromAt: number, untilAt: number, asked: Questions, stepMs: number) {
  const open = compileCalendar(hours);
  const slow = walk(hours, fromAt, untilAt, stepMs);
  return asked.flatMap(([startMs, lengthMs, openMs]) => {
    const start = fromAt + startMs;
    const end = start + lengthMs;
    const between = { start, end, found: open.between(start, end), expected: slow.between(start, end) };
    const deadline = slow.add(start, openMs);
    // Where the walk ends before the deadline comes, it has nothing to say.
    const add = { start, openMs, found: open.add(start, openMs), expected: deadline ?? open.add(start, openMs) };
    return [between, add].filter(({ found, expected }) => found !== expected);
  });
}

/** Instants and lengths to the ms in the first `lengthMs` of a window, which reaches further by as much. */
function questions(lengthMs: number, count: number): fc.Arbitrary<Questions> {
  const within = fc.integer({ min: 0, max: lengthMs });
  const length = fc.oneof(within, fc.integer({ min: -HOUR, max: 2 * HOUR }));
  const openMs = fc.oneof(within, fc.integer({ min: 0, max: 2 * HOUR }));
  return fc.array(fc.tuple(fc.integer({ min: HOUR, max: lengthMs }), length, openMs), {
    minLength: count,
    maxLength: count,
  });
}

describe('a compiled calendar agrees with a walk through every minute', () => {
  const PER_CALENDAR = isFull ? 500 : 200;
  const CALENDARS = isFull ? 2000 : 25;

  it(`on ${CALENDARS * PER_CALENDAR} random questions`, { timeout: 3_600_000 }, () => {
    const anytime = fc.integer({ min: Date.UTC(1973, 0) / DAY, max: Date.UTC(2095, 0) / DAY }).map((day) => day * DAY);
    const asked = fc.tuple(fc.constantFrom(...oddZones), anytime).chain(([zone, at]) =>
      fc.record({
        hours: calendarAround(zone, at, 7),
        at: fc.constant(at),
        questions: questions(8 * DAY, PER_CALENDAR),
      }),
    );
    fc.assert(
      fc.property(asked, ({ hours, at, questions: list }) => {
        expect(disagreements(hours, at - 7 * DAY, at + 9 * DAY, list, 60 * SECOND)).toEqual([]);
      }),
      { numRuns: CALENDARS },
    );
  });

  it('to the second, where zones were off by seconds', { timeout: 600_000 }, () => {
    const odd = fc.constantFrom(
      ['Africa/Monrovia', Date.UTC(1972, 0, 7)] as const,
      ['Africa/Johannesburg', Date.UTC(1892, 1, 8)] as const,
      ['America/New_York', Date.UTC(1883, 10, 18)] as const,
      ['Europe/Dublin', Date.UTC(1916, 4, 21)] as const,
      ['Asia/Kolkata', Date.UTC(1870, 0, 1)] as const,
    );
    const asked = odd.chain(([zone, at]) =>
      fc.record({ hours: calendarAround(zone, at, 1), at: fc.constant(at), questions: questions(DAY / 2, 50) }),
    );
    fc.assert(
      fc.property(asked, ({ hours, at, questions: list }) => {
        expect(disagreements(hours, at - DAY / 2, at + DAY / 2, list, SECOND)).toEqual([]);
      }),
      { numRuns: isFull ? 100 : 4 },
    );
  });
});

describe('every change of the clock from 2015 to 2035', () => {
  /** Instants within half an hour before each change, as Intl shows it: so they owe nothing to what is checked. */
  function changesOf(zone: string): number[] {
    const read = wallClock(zone);
    const offsetAt = (at: number): number => {
      const { year, month, day, minute } = read(at);
      return Date.UTC(year, month - 1, day, 0, minute) - at;
    };
    const changesWithin = (fromAt: number, untilAt: number, stepMs: number): number[] => {
      const found: number[] = [];
      for (let at = fromAt; at < untilAt; at += stepMs) if (offsetAt(at) !== offsetAt(at + stepMs)) found.push(at);
      return found;
    };
    return changesWithin(Date.UTC(2015, 0), Date.UTC(2036, 0), DAY).flatMap((day) =>
      changesWithin(day, day + DAY, HOUR / 2),
    );
  }
  const reach = isFull ? DAY : 4 * HOUR;
  let seen = 0;

  it.each(oddZones)('is counted right in %s', { timeout: 600_000 }, (zone) => {
    for (const at of changesOf(zone)) {
      seen += 1;
      const asked = fc.record({ hours: calendarAround(zone, at, 1), list: questions(reach, 30) });
      const [{ hours, list } = { hours: smallHours(zone), list: [] }] = fc.sample(asked, { numRuns: 1, seed: seen });
      for (const calendar of [hours, smallHours(zone)]) {
        expect(disagreements(calendar, at - reach, at + reach, list, 60 * SECOND)).toEqual([]);
      }
    }
  });

  it('came up', () => {
    expect(seen).toBeGreaterThan(500);
  });
});

/** Open around midnight and in the small hours, where clocks are changed. */
function smallHours(timezone: string): BusinessHours {
  const night = [
    ['22:30', '00:20'],
    ['01:15', '02:30'],
    ['02:45', '03:10'],
  ] as const;
  const hours = { mon: night, tue: night, wed: night, thu: night, fri: night, sat: night, sun: night };
  return { timezone, hours, holidays: [], breaks: [], dateOverrides: {} };
}
