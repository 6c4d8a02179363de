/** A night on which the clocks of a zone are put forward or back. */
export type ClockChange = {
  /** Local date, and the time that the clock shows before and after. */
  on: string;
  before: string;
  after: string;
  /** > 0: put forward. */
  byMinutes: number;
};

const minuteMs = 60_000;
const dayMs = 86_400_000;

type Wall = { date: string; time: string; offsetMinutes: number };

/** @returns what the clock of a zone shows at an instant; throws RangeError for a zone that is not known */
function wallClock(timezone: string): (at: number) => Wall {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: timezone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  return (at) => {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
    const [year = '', month = '', day = ''] = [parts.get('year'), parts.get('month'), parts.get('day')];
    const [hour = '', minute = ''] = [parts.get('hour'), parts.get('minute')];
    const asUtc = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute));
    const whole = Math.floor(at / minuteMs) * minuteMs;
    return { date: `${year}-${month}-${day}`, time: `${hour}:${minute}`, offsetMinutes: (asUtc - whole) / minuteMs };
  };
}

/**
 * Every change of a zone's clocks in some years, the earliest first.
 * @returns null for a zone that this machine does not know
 */
export function clockChanges(timezone: string, fromYear: number, untilYear: number): ClockChange[] | null {
  let wall: (at: number) => Wall;
  try {
    wall = wallClock(timezone);
  } catch {
    return null;
  }
  const changes: ClockChange[] = [];
  const end = Date.UTC(untilYear + 1, 0, 1);
  for (let at = Date.UTC(fromYear, 0, 1); at < end; at += dayMs) {
    const offset = wall(at).offsetMinutes;
    if (offset === wall(at + dayMs).offsetMinutes) continue;
    let [low, high] = [at, at + dayMs];
    while (high - low > minuteMs) {
      const middle = Math.floor((low + high) / 2 / minuteMs) * minuteMs;
      if (wall(middle).offsetMinutes === offset) low = middle;
      else high = middle;
    }
    const [before, after] = [wall(high - minuteMs), wall(high)];
    const shown = wall(high).offsetMinutes - before.offsetMinutes;
    const minutes = Number(before.time.slice(0, 2)) * 60 + Number(before.time.slice(3)) + 1;
    const two = (value: number) => String(value).padStart(2, '0');
    const asIfUnchanged = `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
    changes.push({ on: after.date, before: asIfUnchanged, after: after.time, byMinutes: shown });
  }
  return changes;
}
