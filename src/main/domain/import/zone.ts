import type { Instant } from '../../../preload/contract/values.ts';
import { civilAsUtc, type CivilTime } from './civil-time.ts';

const HOUR_MS = 3_600_000;
/** Zones differ from UTC by 14 h 56 min at most; a day each way finds both sides of any change. */
const SEARCH_MS = 24 * HOUR_MS;

/** Turns wall-clock readings of one zone into instants. */
export type Zone = {
  name: string;
  /**
   * @returns epoch ms; the earlier one for a reading that the clock shows twice; null for one that it skips
   */
  instantOf(time: CivilTime): Instant | null;
};

const utc: Zone = { name: 'UTC', instantOf: civilAsUtc };

/**
 * @param name  `UTC` or an IANA name such as `Africa/Johannesburg`; fixed offsets such as `+02:00` are refused, because
 *   they hide daylight saving
 * @returns null for a zone that this program does not know
 */
export function zoneNamed(name: string): Zone | null {
  if (name === 'UTC') return utc;
  if (!/^[A-Za-z]/u.test(name)) return null;
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone: name,
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      hourCycle: 'h23',
    });
  } catch {
    return null;
  }
  return zoneFrom(name, (at) => offsetAt(format, at));
}

/** @returns whether `zoneNamed` knows it */
export function isZone(name: string): boolean {
  return zoneNamed(name) !== null;
}

function offsetAt(format: Intl.DateTimeFormat, at: Instant): number {
  const wholeSecond = Math.floor(at / 1000) * 1000;
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(wholeSecond)) part[type] = Number(value);
  const reading = {
    year: part['year'] ?? 0,
    month: part['month'] ?? 0,
    day: part['day'] ?? 0,
    hour: part['hour'] ?? 0,
    minute: part['minute'] ?? 0,
    second: part['second'] ?? 0,
    millisecond: 0,
  };
  return civilAsUtc(reading) - wholeSecond;
}

function zoneFrom(name: string, readOffset: (at: Instant) => number): Zone {
  // Offsets change on whole quarters of an hour; a file's dates fall into few of them, and asking Intl is what costs.
  const known = new Map<number, number>();
  const offset = (at: Instant): number => {
    const key = Math.floor(at / (HOUR_MS / 4));
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = readOffset(at);
    if (known.size > 100_000) known.clear();
    known.set(key, value);
    return value;
  };
  return {
    name,
    instantOf(time) {
      const reading = civilAsUtc(time);
      const offsets = new Set([offset(reading - SEARCH_MS), offset(reading), offset(reading + SEARCH_MS)]);
      const candidates = [...offsets].map((ms) => reading - ms).filter((at) => at + offset(at) === reading);
      return candidates.length === 0 ? null : Math.min(...candidates);
    },
  };
}
