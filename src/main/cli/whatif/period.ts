import { failure, success, type Result } from '../../../preload/contract/result.ts';
import type { Instant } from '../../../preload/contract/values.ts';
import { DAY_MS } from '../../domain/calendar/civil-time.ts';
import { dayNumberOf } from '../../domain/calendar/wall-text.ts';
import { zoneNamed, type Zone } from '../../domain/calendar/zone.ts';

/** The first hours of a day, the latest of which some zone's clock has ever skipped to. */
const hours = [0, 1, 2, 3];

/** The first instant of a day: at midnight, or where the clock skips that, at the hour it shows next. */
function startOf(day: number, zone: Zone): Instant {
  const date = new Date(day * DAY_MS);
  const [year, month, dayOfMonth] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const rest = { minute: 0, second: 0, millisecond: 0 };
  for (const hour of hours) {
    const at = zone.instantOf({ year, month, day: dayOfMonth, hour, ...rest });
    if (at !== null) return at;
  }
  return day * DAY_MS;
}

/**
 * The period that two dates name, both days in it.
 * @param timezone  IANA name
 * @returns BAD_INPUT for what is no date, and for an end before the start
 */
export function periodOf(
  { from, until }: { from?: string; until?: string },
  timezone: string,
): Result<{ fromAt: Instant | null; untilAt: Instant | null }> {
  const zone = zoneNamed(timezone);
  if (zone === null) return failure('UNKNOWN_TIME_ZONE', { zone: timezone, path: 'organization.timezone' });
  const days = { '--from': from, '--until': until };
  for (const [key, text] of Object.entries(days)) {
    if (text !== undefined && dayNumberOf(text) === null)
      return failure('BAD_INPUT', { key, why: 'write a date such as 2026-01-31' });
  }
  const first = from === undefined ? null : dayNumberOf(from);
  const last = until === undefined ? null : dayNumberOf(until);
  if (first !== null && last !== null && last < first)
    return failure('BAD_INPUT', { key: '--until', why: 'it lies before --from' });
  return success({
    fromAt: first === null ? null : startOf(first, zone),
    untilAt: last === null ? null : startOf(last + 1, zone) - 1,
  });
}
