import type { Instant } from '../../../preload/contract/values.ts';
import { DAY_MS, isLeapYear, yearOf, yearStartAt } from './civil-time.ts';

/** A stretch of time in which the zone's clock differs from UTC by the same amount; it ends where the next begins. */
export type OffsetStretch = { fromAt: Instant; offsetMs: number };

export type ZoneOffsets = {
  /** @returns the stretches of that UTC year, in order; the first begins with the year */
  inYear(year: number): readonly OffsetStretch[];
};

/** No zone changed its clock before this year: they showed the sun's time at their own place. */
const FIRST_YEAR_WITH_CHANGES = 1800;
/**
 * From this year on every zone repeats one rule, such as “last Sunday of March”: the tables that name single dates
 * (Morocco, Gaza) end in 2087. What a rule comes to depends on the weekday of 1 January and on whether it is a leap year.
 */
const FIRST_YEAR_OF_RULES = 2200;
/** By kind of year, one of it. 28 years in which no century skips its leap day have all 14 kinds. */
const modelYears = new Map(Array.from({ length: 28 }, (_, n) => [kindOf(2204 + n), 2204 + n]));
/** Shorter than anything that a zone ever tried and gave up again: Freetown kept 40 minutes for four days in 1939. */
const STEP_MS = 3 * DAY_MS;

/**
 * @param offsetAt  the zone's difference from UTC in ms, for any instant
 * @returns offsets by year; a year is looked through once, when it is first asked for
 */
export function offsetsByYear(offsetAt: (at: Instant) => number): ZoneOffsets {
  const looked = new Map<number, readonly OffsetStretch[]>();

  const look = (year: number): readonly OffsetStretch[] => {
    const found = looked.get(year);
    if (found !== undefined) return found;
    const stretches = changesBetween(yearStartAt(year), yearStartAt(year + 1), offsetAt);
    looked.set(year, stretches);
    return stretches;
  };

  return {
    inYear(year) {
      if (year < FIRST_YEAR_WITH_CHANGES) {
        const [first] = look(FIRST_YEAR_WITH_CHANGES);
        return [{ fromAt: yearStartAt(year), offsetMs: first?.offsetMs ?? 0 }];
      }
      if (year < FIRST_YEAR_OF_RULES) return look(year);
      const model = modelYears.get(kindOf(year)) ?? year;
      const later = yearStartAt(year) - yearStartAt(model);
      return look(model).map(({ fromAt, offsetMs }) => ({ fromAt: fromAt + later, offsetMs }));
    },
  };
}

/** @returns the zone's difference from UTC at that instant, in ms */
export function offsetOf(zone: ZoneOffsets, at: Instant): number {
  let offsetMs = 0;
  for (const stretch of zone.inYear(yearOf(at))) {
    if (stretch.fromAt > at) break;
    offsetMs = stretch.offsetMs;
  }
  return offsetMs;
}

/** The weekday of 1 January, and whether it is a leap year. */
function kindOf(year: number): number {
  return ((yearStartAt(year) / DAY_MS) % 7) + (isLeapYear(year) ? 7 : 0);
}

function changesBetween(fromAt: Instant, untilAt: Instant, offsetAt: (at: Instant) => number): OffsetStretch[] {
  let before: OffsetStretch = { fromAt, offsetMs: offsetAt(fromAt) };
  const stretches = [before];
  for (let lowAt = fromAt; lowAt < untilAt; lowAt += STEP_MS) {
    const highAt = Math.min(lowAt + STEP_MS, untilAt - 1000);
    const offsetMs = offsetAt(highAt);
    if (offsetMs === before.offsetMs) continue;
    before = { fromAt: firstSecondOf(offsetMs, lowAt, highAt, offsetAt), offsetMs };
    stretches.push(before);
  }
  return stretches;
}

/** Clocks change on whole seconds, and at most once within a step. */
function firstSecondOf(offsetMs: number, lowAt: Instant, highAt: Instant, offsetAt: (at: Instant) => number): Instant {
  let without = lowAt / 1000;
  let having = highAt / 1000;
  while (having - without > 1) {
    const middle = Math.floor((without + having) / 2);
    if (offsetAt(middle * 1000) === offsetMs) having = middle;
    else without = middle;
  }
  return having * 1000;
}
