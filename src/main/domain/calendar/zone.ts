import type { Instant } from '../../../preload/contract/values.ts';
import { civilAsUtc, DAY_MS, yearStartAt, type CivilTime } from './civil-time.ts';
import { offsetOf, offsetsByYear, type ZoneOffsets } from './zone-offsets.ts';

/** A time zone: what its wall clock shows when, and when it shows what. */
export type Zone = ZoneOffsets & {
  name: string;
  /**
   * @returns epoch ms; the earlier one for a reading that the clock shows twice; null for one that it skips
   */
  instantOf(time: CivilTime): Instant | null;
};

const utc: Zone = {
  name: 'UTC',
  inYear: (year) => [{ fromAt: yearStartAt(year), offsetMs: 0 }],
  instantOf: civilAsUtc,
};

/** Zones that were asked for last. Finding a zone's changes of the clock is what costs; the names are few. */
const known = new Map<string, Zone>([['UTC', utc]]);
const KNOWN_AT_MOST = 64;

/**
 * @param name  `UTC` or an IANA name such as `Africa/Johannesburg`; fixed offsets such as `+02:00` are refused, because
 *   they hide daylight saving
 * @returns null for a zone that this program does not know
 */
export function zoneNamed(name: string): Zone | null {
  const found = known.get(name) ?? makeZone(name);
  if (found === null) return null;
  known.delete(name);
  known.set(name, found);
  if (known.size > KNOWN_AT_MOST) {
    const [oldest] = known.keys();
    if (oldest !== undefined) known.delete(oldest);
  }
  return found;
}

/** @returns whether `zoneNamed` knows it */
export function isZone(name: string): boolean {
  return zoneNamed(name) !== null;
}

function makeZone(name: string): Zone | null {
  if (!/^[A-Za-z]/u.test(name)) return null;
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone: name,
      // Beside the offset something has to be shown, and nothing is written faster.
      weekday: 'narrow',
      timeZoneName: 'longOffset',
    });
  } catch {
    return null;
  }
  // A zone has few offsets, each with a weekday before it: a text is read once.
  const read = new Map<string, number>();
  const offsets = offsetsByYear((at) => {
    const text = format.format(at);
    const found = read.get(text) ?? readOffset(text);
    read.set(text, found);
    return found;
  });
  return { name, inYear: offsets.inYear, instantOf: (time) => earliestInstantOf(offsets, time) };
}

/** Reads what ends in `GMT`, `GMT+02:00` or, of the time before zones, `GMT-04:56:02`. */
function readOffset(text: string): number {
  const parts = /GMT(?:(?<sign>[+-])(?<hours>\d\d):(?<minutes>\d\d)(?::(?<seconds>\d\d))?)?$/u.exec(text)?.groups;
  if (parts === undefined) throw new Error(`no offset in “${text}”`);
  const { sign, hours = '0', minutes = '0', seconds = '0' } = parts;
  const size = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
  return sign === '-' ? -size : size;
}

/** Zones differ from UTC by less than a day: one day each way finds both sides of any change. */
function earliestInstantOf(zone: ZoneOffsets, time: CivilTime): Instant | null {
  const reading = civilAsUtc(time);
  const offsets = new Set([-DAY_MS, 0, DAY_MS].map((way) => offsetOf(zone, reading + way)));
  const candidates = [...offsets].map((ms) => reading - ms).filter((at) => at + offsetOf(zone, at) === reading);
  return candidates.length === 0 ? null : Math.min(...candidates);
}
