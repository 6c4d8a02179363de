import type { BusinessHours, Interval } from '../../../src/main/domain/calendar/business-hours.ts';

/**
 * The rule said once more, in the plainest way: whether each minute (or second) is open by what a clock in the zone shows
 * then. It shares nothing with what it checks: Intl reads the clock, and nothing is compiled.
 */
type Reading = { year: number; month: number; day: number; minute: number };
type LocalDay = { date: string; weekday: (typeof days)[number] };

const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const two = (value: number): string => String(value).padStart(2, '0');

export function wallClock(zone: string): (at: number) => Reading {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  return (at) => {
    const [day = 0, month = 0, year = 0, hours = 0, minutes = 0] = format.format(at).split(/\D+/u).map(Number);
    return { year, month, day, minute: hours * 60 + minutes };
  };
}

function minuteOf(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
}

/** By what starts on the day itself, and by what has run over from the day before. */
function holds([from, to]: Interval, minute: number): { today: boolean; afterMidnight: boolean } {
  const [start, end] = [minuteOf(from), minuteOf(to)];
  return end > start
    ? { today: minute >= start && minute < end, afterMidnight: false }
    : { today: minute >= start, afterMidnight: minute < end };
}

function dateOf({ year, month, day }: Reading, daysLater: number): LocalDay {
  const midnight = new Date(0);
  midnight.setUTCFullYear(year, month - 1, day + daysLater);
  const date = `${String(midnight.getUTCFullYear()).padStart(4, '0')}-${two(midnight.getUTCMonth() + 1)}-${two(midnight.getUTCDate())}`;
  return { date, weekday: days[midnight.getUTCDay()] ?? 'sun' };
}

function isOpenOn(hours: BusinessHours, today: LocalDay, yesterday: LocalDay, minute: number): boolean {
  const special = ({ date }: LocalDay): boolean => date in hours.dateOverrides || hours.holidays.includes(date);
  const starting = (day: LocalDay): readonly Interval[] =>
    hours.dateOverrides[day.date] ?? (hours.holidays.includes(day.date) ? [] : (hours.hours[day.weekday] ?? []));
  const isOpen =
    starting(today).some((interval) => holds(interval, minute).today) ||
    (!special(today) && starting(yesterday).some((interval) => holds(interval, minute).afterMidnight));
  const isBreak = hours.breaks.some(({ date, from, to }) => {
    const pause = holds([from, to], minute);
    return (date === today.date && pause.today) || (date === yesterday.date && pause.afterMidnight);
  });
  return isOpen && !isBreak;
}

/** A walk through every minute, or every `stepMs`, of a window, and the same two questions answered from it. */
export type Walk = { between(start: number, end: number): number; add(start: number, openMs: number): number | null };

export function walk(hours: BusinessHours, fromAt: number, untilAt: number, stepMs = 60_000): Walk {
  const read = wallClock(hours.timezone);
  const steps = Math.ceil((untilAt - fromAt) / stepMs);
  const before = new Float64Array(steps + 1);
  let day = 0;
  let [today, yesterday]: LocalDay[] = [];
  for (let n = 0; n < steps; n += 1) {
    const reading = read(fromAt + n * stepMs);
    if (today === undefined || yesterday === undefined || reading.day !== day) {
      [today, yesterday] = [dateOf(reading, 0), dateOf(reading, -1)];
      day = reading.day;
    }
    before[n + 1] = (before[n] ?? 0) + (isOpenOn(hours, today, yesterday, reading.minute) ? stepMs : 0);
  }
  const shown = (at: number): number => {
    const n = Math.floor((at - fromAt) / stepMs);
    const opens = before[n + 1] !== before[n];
    return (before[n] ?? Number.NaN) + (opens ? at - fromAt - n * stepMs : 0);
  };
  return {
    between: (start, end) => (end <= start ? 0 : shown(end) - shown(start)),
    add(start, openMs) {
      if (openMs === 0) return start;
      const wanted = shown(start) + openMs;
      let low = 0;
      let high = steps;
      if ((before[steps] ?? 0) < wanted) return null;
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if ((before[middle] ?? 0) < wanted) low = middle;
        else high = middle;
      }
      return fromAt + low * stepMs + wanted - (before[low] ?? 0);
    },
  };
}
