import type { Instant } from '../../../preload/contract/values.ts';
import { DAY_MS } from '../calendar/civil-time.ts';
import { DAY_MINUTES, minutesOf } from '../calendar/wall-text.ts';
import { zoneNamed, type Zone } from '../calendar/zone.ts';
import { offsetOf } from '../calendar/zone-offsets.ts';
import type { Config } from '../config/config.ts';
import type { AddressMarks } from '../config/messaging.ts';
import { engineEventId } from '../ticket/engine-ids.ts';
import { localTime } from './local-time.ts';
import type { Facts, Wanted } from './message.ts';
import { audibleAt } from './quiet-hours.ts';
import { placeOf, readerWays } from './ways.ts';

const MINUTE_MS = 60_000;

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

/** One that fell due while no desk was awake is still worth something for so long. */
const LATE_MS = 2 * 3_600_000;

/** @returns the instant of the digest that is due; null where none is */
export function digestDueAt(digestAt: string | null, timezone: string, nowAt: Instant): Instant | null {
  const dueAt = nextDigestAt(digestAt, timezone, nowAt - LATE_MS);
  return dueAt !== null && dueAt <= nowAt ? dueAt : null;
}

/**
 * The supervisors' digest of an organization, to each on each way that they chose; it replaces nothing and waits for nobody's
 * quiet hours but theirs.
 * @param dueAt  when it was due: every desk that makes it makes the same one
 */
export function digestsOf(
  organizationId: string,
  standing: Standing,
  { config, marks, dueAt, nowAt }: { config: Config; marks: AddressMarks; dueAt: Instant; nowAt: Instant },
): readonly Wanted[] {
  const place = placeOf(organizationId, config);
  const { terms, timezone } = place;
  const facts = digestOf(standing, dueAt, timezone);
  const causeId = engineEventId(organizationId, facts['date'] ?? '', 'digest', '');
  return config.holders(organizationId, 'supervisor').flatMap((user): Wanted[] => {
    const reader = user.active ? readerWays(user, 'digest', place, config, marks) : null;
    if (reader === null) return [];
    const leavesAt = audibleAt(nowAt, reader.settings.quietHours ?? terms.quietHours, timezone);
    return reader.ways.map((way) => ({
      causeId,
      organizationId,
      ticketId: null,
      number: '',
      kind: 'digest',
      recipient: { kind: 'user', userId: user.id, name: user.displayName, language: user.language, timezone },
      ways: [way],
      critical: false,
      facts,
      dueAt: leavesAt,
      expiresAt: leavesAt + terms.normalExpiryMinutes * MINUTE_MS,
      replaces: false,
    }));
  });
}
