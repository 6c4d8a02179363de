import { failure, success, type Result } from '../../../preload/contract/result.ts';
import { roundTheClock, type OpenTime } from '../../domain/calendar/open-time.ts';
import { isZone } from '../../domain/import/zone.ts';

const keys: readonly string[] = ['timezone', 'hours', 'holidays', 'breaks', 'date_overrides'];
const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Equal ends mean 24 hours (product.md, SLA 3). */
function isWholeDay(intervals: unknown): boolean {
  if (!Array.isArray(intervals) || intervals.length !== 1) return false;
  const [interval] = intervals as unknown[];
  if (!Array.isArray(interval) || interval.length !== 2) return false;
  const [from, to] = interval as unknown[];
  return from === '00:00' && (to === '24:00' || to === '00:00');
}

function isEmpty(value: unknown): boolean {
  if (value === undefined) return true;
  return Array.isArray(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0;
}

/**
 * The calendar of one line.
 * @returns open time; BAD_INPUT with `key`, UNKNOWN_TIME_ZONE with `zone`, or CALENDAR_UNSUPPORTED with `part` for what
 *   this version cannot count in. A week of whole days and nothing else is 24×7 in any zone.
 */
export function openTimeOfCalendar(calendar: unknown): Result<OpenTime> {
  if (calendar === undefined || calendar === null) return success(roundTheClock);
  if (!isObject(calendar))
    return failure('BAD_INPUT', { key: 'calendar', why: 'write an object, or leave it out for 24×7' });
  const strange = Object.keys(calendar).find((key) => !keys.includes(key));
  if (strange !== undefined)
    return failure('BAD_INPUT', { key: `calendar.${strange}`, why: `known are ${keys.join(', ')}` });

  const { timezone, hours } = calendar;
  if (typeof timezone !== 'string')
    return failure('BAD_INPUT', { key: 'calendar.timezone', why: 'write an IANA name such as Africa/Johannesburg' });
  if (!isZone(timezone)) return failure('UNKNOWN_TIME_ZONE', { zone: timezone, path: 'calendar.timezone' });
  if (!isObject(hours))
    return failure('BAD_INPUT', {
      key: 'calendar.hours',
      why: 'write intervals by day, such as {"mon":[["09:00","17:00"]]}',
    });
  const strangeDay = Object.keys(hours).find((day) => !(days as readonly string[]).includes(day));
  if (strangeDay !== undefined) {
    return failure('BAD_INPUT', { key: `calendar.hours.${strangeDay}`, why: `days are ${days.join(', ')}` });
  }

  for (const part of ['holidays', 'breaks', 'date_overrides'] as const) {
    if (!isEmpty(calendar[part])) return failure('CALENDAR_UNSUPPORTED', { part });
  }
  return days.every((day) => isWholeDay(hours[day]))
    ? success(roundTheClock)
    : failure('CALENDAR_UNSUPPORTED', { part: 'hours' });
}
