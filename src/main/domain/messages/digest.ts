import type { Instant } from '../../../preload/contract/values.ts';
import { DAY_MS } from '../calendar/civil-time.ts';
import { DAY_MINUTES, minutesOf } from '../calendar/wall-text.ts';
import { zoneNamed, type Zone } from '../calendar/zone.ts';
import { offsetOf } from '../calendar/zone-offsets.ts';
import { localTime } from './local-time.ts';
import type { Facts } from './message.ts';

/** How an organization's tickets stand; sensitive ones are in none of it. */
export type Standing = {
  /** Neither resolved nor closed. */
  open: number;
  /** Of them, past a deadline. */
  breached: number;
  /** With a deadline in the next 24 hours. */
  dueSoon: number;
  /** That nobody holds. */
  unassigned: number;
  /** Escalated ones by level, from 1. */
  byLevel: ReadonlyMap<number, number>;
};

/** @returns what the digest's text names; figures as decimal digits, `byLevel` as `level:count` apart by spaces */
export function digestOf(standing: Standing, nowAt: Instant, timezone: string): Facts {
  const levels = [...standing.byLevel].filter(([, count]) => count > 0).sort(([a], [b]) => a - b);
  return {
    date: localTime(nowAt, timezone).slice(0, 10),
    open: `${standing.open}`,
    breached: `${standing.breached}`,
    dueSoon: `${standing.dueSoon}`,
    unassigned: `${standing.unassigned}`,
    byLevel: levels.map(([level, count]) => `${level}:${count}`).join(' '),
  };
}

/** The first instant of that local day at which the clock shows the time or has skipped it; null for a day that is not there. */
function clockComesTo(minutes: number, day: number, zone: Zone): Instant | null {
  const date = new Date(day * DAY_MS);
  const civil = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
  for (let later = minutes; later < DAY_MINUTES; later += 1) {
    const time = { hour: Math.floor(later / 60), minute: later % 60, second: 0, millisecond: 0 };
    const at = zone.instantOf({ ...civil, ...time });
    if (at !== null) return at;
  }
  return null;
}

/**
 * When the next digest is due: the next time that the wall clock comes to `digestAt`.
 * @param digestAt  local time `HH:MM`; null: never
 * @param timezone  IANA name; one that is not known counts as UTC
 * @param afterAt  epoch ms; a digest of that very instant is not next
 * @returns null where none is wanted; where the clock skips that time, the instant at which it does
 */
export function nextDigestAt(digestAt: string | null, timezone: string, afterAt: Instant): Instant | null {
  const minutes = digestAt === null ? null : minutesOf(digestAt, false);
  const zone = zoneNamed(timezone) ?? zoneNamed('UTC');
  if (minutes === null || zone === null) return null;
  const today = Math.floor((afterAt + offsetOf(zone, afterAt)) / DAY_MS);
  for (const day of [today, today + 1, today + 2]) {
    const at = clockComesTo(minutes, day, zone);
    if (at !== null && at > afterAt) return at;
  }
  return null;
}
