import { failure, success, type Failure, type Result } from '../../../preload/contract/result.ts';
import { firstProblemIn, type CalendarProblem } from '../../domain/calendar/check-business-hours.ts';
import { compileCalendar } from '../../domain/calendar/compile-calendar.ts';
import { roundTheClock, type OpenTime } from '../../domain/calendar/open-time.ts';
import { readCalendar } from './read-calendar.ts';

/** Calendars of the last lines, as JSON: most inputs ask many questions of one calendar. */
const recent = new Map<string, OpenTime>();
const RECENT_AT_MOST = 16;
const LONGEST_RECENT = 64 * 1024;

/**
 * The calendar of one line.
 * @returns open time, 24×7 where there is no calendar. A calendar that never opens is answered like any other.
 *   BAD_INPUT with `key` and `why` for another form; UNKNOWN_TIME_ZONE, CALENDAR_BAD_TIME, CALENDAR_BAD_DATE or
 *   CALENDAR_OVERLAP with `path` for what cannot be counted in.
 */
export function openTimeOfCalendar(calendar: unknown): Result<OpenTime> {
  if (calendar === undefined || calendar === null) return success(roundTheClock);
  const hours = readCalendar(calendar);
  if (!hours.ok) return hours;
  const text = JSON.stringify(hours.value);
  const found = recent.get(text);
  if (found !== undefined) return success(found);
  const problem = firstProblemIn(hours.value);
  if (problem !== null) return refusal(problem);
  const open = compileCalendar(hours.value);
  if (text.length <= LONGEST_RECENT) keep(text, open);
  return success(open);
}

function keep(text: string, open: OpenTime): void {
  recent.set(text, open);
  const [oldest] = recent.keys();
  if (recent.size > RECENT_AT_MOST && oldest !== undefined) recent.delete(oldest);
}

/** The line's own names for where it is. */
function refusal({ code, params }: CalendarProblem): Failure {
  const named = Object.entries(params).map(([name, value]) => [name, /path$/iu.test(name) ? inTheLine(value) : value]);
  return failure(code, Object.fromEntries(named) as Record<string, string>);
}

function inTheLine(path: string): string {
  return `calendar.${path.replace(/^dateOverrides/u, 'date_overrides')}`;
}
