import type { Instant } from '../../../preload/contract/values.ts';
import { yearStartAt } from './civil-time.ts';
import type { WallHours } from './wall-hours.ts';
import type { ZoneOffsets } from './zone-offsets.ts';

/** A stretch with one offset from UTC, in which an open clock goes as the wall clock's open time does. */
type Part = {
  fromAt: Instant;
  offsetMs: number;
  /** What the open clock shows above the wall clock's open time. */
  surplusMs: number;
  /** What the open clock shows at the end. */
  untilOpenMs: number;
};

/** One UTC year of an open clock. */
export type ClockYear = {
  year: number;
  fromAt: Instant;
  untilAt: Instant;
  untilOpenMs: number;
  parts: readonly Part[];
};

/** @param openMs  what the open clock shows at the beginning of the year */
export function clockYear(hours: WallHours, zone: ZoneOffsets, year: number, openMs: number): ClockYear {
  const untilAt = yearStartAt(year + 1);
  const stretches = zone.inYear(year);
  let untilOpenMs = openMs;
  const parts = stretches.map(({ fromAt, offsetMs }, at) => {
    const endAt = stretches[at + 1]?.fromAt ?? untilAt;
    const surplusMs = untilOpenMs - hours.openBefore(fromAt + offsetMs);
    untilOpenMs = surplusMs + hours.openBefore(endAt + offsetMs);
    return { fromAt, offsetMs, surplusMs, untilOpenMs };
  });
  return { year, fromAt: yearStartAt(year), untilAt, untilOpenMs, parts };
}

/** @returns what the open clock shows at an instant of the year */
export function openAt(year: ClockYear, hours: WallHours, at: Instant): number {
  const { parts } = year;
  let n = parts.length - 1;
  let part = parts[n];
  while (part !== undefined && part.fromAt > at) part = parts[(n -= 1)];
  return part === undefined ? 0 : hours.openBefore(at + part.offsetMs) + part.surplusMs;
}

/** @returns the earliest instant of the year at which the open clock shows `openMs`, which it does in that year */
export function earliestIn(year: ClockYear, hours: WallHours, openMs: number): Instant {
  for (const { offsetMs, surplusMs, untilOpenMs } of year.parts) {
    if (untilOpenMs >= openMs) return hours.earliestWith(openMs - surplusMs) - offsetMs;
  }
  return year.untilAt;
}
