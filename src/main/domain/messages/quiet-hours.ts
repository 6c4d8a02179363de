import type { Instant } from '../../../preload/contract/values.ts';
import { DAY_MS, yearOf, yearStartAt } from '../calendar/civil-time.ts';
import { minutesOf } from '../calendar/wall-text.ts';
import { zoneNamed } from '../calendar/zone.ts';
import type { ZoneOffsets } from '../calendar/zone-offsets.ts';
import type { QuietHours } from '../config/messaging.ts';

const MINUTE_MS = 60_000;

/** In ms since midnight; `untilMs` before `fromMs` runs over midnight. */
type Quiet = { fromMs: number; untilMs: number };

/** Null where it is never quiet; hours that no clock shows, from another release, silence nobody. */
function quietOf({ from, until }: QuietHours): Quiet | null {
  const fromMinutes = minutesOf(from, false);
  const untilMinutes = minutesOf(until, false);
  if (fromMinutes === null || untilMinutes === null || fromMinutes === untilMinutes) return null;
  return { fromMs: fromMinutes * MINUTE_MS, untilMs: untilMinutes * MINUTE_MS };
}

function isQuiet(clockMs: number, { fromMs, untilMs }: Quiet): boolean {
  return fromMs < untilMs ? clockMs >= fromMs && clockMs < untilMs : clockMs >= fromMs || clockMs < untilMs;
}

/** The stretch of one difference from UTC that an instant lies in; a year's end counts as one, which does no harm. */
function stretchAt(zone: ZoneOffsets, at: Instant): { offsetMs: number; untilAt: Instant } {
  const year = yearOf(at);
  let offsetMs = 0;
  for (const stretch of zone.inYear(year)) {
    if (stretch.fromAt > at) return { offsetMs, untilAt: stretch.fromAt };
    offsetMs = stretch.offsetMs;
  }
  return { offsetMs, untilAt: yearStartAt(year + 1) };
}

/**
 * Earliest instant from `at` on at which the wall clock does not stand in quiet hours.
 * @param at  epoch ms
 * @param timezone  IANA name of where the recipient lives; one that is not known counts as UTC
 * @returns epoch ms, `at` itself where it is not quiet
 * Rule: notifications.md, quiet hours. As open time: a quiet hour that the clock skips is not there, and one that it
 * repeats is quiet twice.
 */
export function audibleAt(at: Instant, hours: QuietHours, timezone: string): Instant {
  const quiet = quietOf(hours);
  const zone = zoneNamed(timezone) ?? zoneNamed('UTC');
  if (quiet === null || zone === null) return at;
  for (let nowAt = at; ;) {
    const { offsetMs, untilAt } = stretchAt(zone, nowAt);
    const clockMs = (((nowAt + offsetMs) % DAY_MS) + DAY_MS) % DAY_MS;
    if (!isQuiet(clockMs, quiet)) return nowAt;
    const endAt = nowAt + ((quiet.untilMs - clockMs + DAY_MS) % DAY_MS);
    if (endAt < untilAt) return endAt;
    // The clock changes before that: what it shows afterwards is looked at anew.
    nowAt = untilAt;
  }
}
