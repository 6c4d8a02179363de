import type { BusinessHours } from './business-hours.ts';
import { readRules } from './calendar-rules.ts';
import { OpenClock } from './open-clock.ts';
import { openSpans } from './open-spans.ts';
import { requireOpenMs, roundTheClock, type OpenTime } from './open-time.ts';
import { TableClock } from './table-clock.ts';
import { WallHours } from './wall-hours.ts';
import { zoneNamed } from './zone.ts';

const compiled = new WeakMap<BusinessHours, OpenTime>();

/**
 * Open time of a calendar. Compiled once for each object that is handed in and kept as long as that object, so callers
 * need no cache of their own; the object must not be changed afterwards.
 * @returns open time; 24×7 for a week of whole days with nothing taken out, in any zone. A calendar that never opens is
 *   none the worse for it: `add` gives null and `between` 0.
 * @throws RangeError for what `checkBusinessHours` finds malformed or unknown; overlapping intervals count once
 */
export function compileCalendar(hours: BusinessHours): OpenTime {
  const found = compiled.get(hours);
  if (found !== undefined) return found;
  const made = compile(hours);
  compiled.set(hours, made);
  return made;
}

function compile(hours: BusinessHours): OpenTime {
  const zone = zoneNamed(hours.timezone);
  if (zone === null) throw new RangeError(`no time zone: ${hours.timezone}`);
  const wall = new WallHours(readRules(hours));
  if (wall.isAlwaysOpen) return roundTheClock;
  const clock = new TableClock(new OpenClock(wall, zone), wall, zone);

  const openTime: OpenTime = {
    add(start, openMs) {
      requireOpenMs(openMs);
      return openMs === 0 ? start : clock.add(start, openMs);
    },
    between(start, end) {
      return end <= start ? 0 : clock.at(end) - clock.at(start);
    },
    isOpenAt(at) {
      return openTime.between(at, at + 1) === 1;
    },
    nextOpening(at) {
      const after = openTime.add(at, 1);
      return after === null ? null : after - 1;
    },
    spans: (fromAt, untilAt) => openSpans(wall, zone, fromAt, untilAt),
  };
  return openTime;
}
