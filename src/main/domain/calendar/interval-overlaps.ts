import { weekdays, type BusinessHours, type Interval } from './business-hours.ts';
import { spanOf } from './calendar-rules.ts';
import type { MinuteSpan } from './minute-spans.ts';
import { DAY_MINUTES, dayNumberOf, weekdayOf } from './wall-text.ts';

const WEEK_MINUTES = 7 * DAY_MINUTES;

/** Two intervals that hold the same minute, by where they are written; `path` starts later. */
export type Overlap = { path: string; interval: string; otherPath: string; otherInterval: string };

type Placed = MinuteSpan & { path: string; interval: Interval };

/**
 * @param hours  with times and dates that exist
 * @returns every interval that begins before an earlier one has ended, in the week and on dates with hours of their own
 * Rule: product.md, SLA 3. Intervals that only meet do not overlap; a tail that a special day cuts overlaps nothing.
 */
export function overlapsOf(hours: BusinessHours): Overlap[] {
  return [...overlapsInWeek(hours), ...overlapsOnDates(hours)];
}

function overlapsInWeek(hours: BusinessHours): Overlap[] {
  const placed = weekdays.flatMap((day, n) => place(hours.hours[day] ?? [], `hours.${day}`, n * DAY_MINUTES));
  const sundayNight = placed
    .filter(({ until }) => until > WEEK_MINUTES)
    .map((span) => ({ ...span, from: span.from - WEEK_MINUTES, until: span.until - WEEK_MINUTES }));
  return overlapsAmong([...sundayNight, ...placed]);
}

function overlapsOnDates(hours: BusinessHours): Overlap[] {
  const special = new Set([...hours.holidays, ...Object.keys(hours.dateOverrides)].map(dayNumberOf));
  return Object.entries(hours.dateOverrides).flatMap(([date, intervals]) => {
    const own = place(intervals, `dateOverrides.${date}`, 0);
    const nextDay = (dayNumberOf(date) ?? 0) + 1;
    const weekday = weekdays[weekdayOf(nextDay)];
    if (weekday === undefined || special.has(nextDay)) return overlapsAmong(own);
    const next = place(hours.hours[weekday] ?? [], `hours.${weekday}`, DAY_MINUTES);
    // What overlaps within the week is told of the week already.
    return overlapsAmong([...own, ...next]).filter((overlap) => overlap.otherPath.startsWith('dateOverrides'));
  });
}

function place(intervals: readonly Interval[], path: string, minutes: number): Placed[] {
  return intervals.map((interval, n) => {
    const { from, until } = spanOf(interval);
    return { from: from + minutes, until: until + minutes, path: `${path}[${n}]`, interval };
  });
}

function overlapsAmong(spans: readonly Placed[]): Overlap[] {
  let reaching: Placed | null = null;
  const overlaps: Overlap[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from || a.until - b.until)) {
    if (reaching !== null && span.from < reaching.until) {
      overlaps.push({
        path: span.path,
        interval: span.interval.join('–'),
        otherPath: reaching.path,
        otherInterval: reaching.interval.join('–'),
      });
    }
    if (reaching === null || span.until > reaching.until) reaching = span;
  }
  return overlaps;
}
