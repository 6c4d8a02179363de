import type { Instant } from '../../../preload/contract/values.ts';
import { civilAsUtc, isCivilTime } from '../../domain/calendar/civil-time.ts';

/**
 * RFC 3339 date-time; its `T` and `Z` may be lower case there, so they may here. Seconds may be left out, as ISO 8601
 * allows. An offset is required: without one the same words mean another instant on another machine.
 */
const form =
  /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)[Tt](?<hour>\d\d):(?<minute>\d\d)(?::(?<second>\d\d)(?:\.(?<fraction>\d{1,9}))?)?(?:[Zz]|(?<sign>[+-])(?<offsetHours>\d\d):(?<offsetMinutes>\d\d))$/u;

const EARLIEST_AT = Date.parse('0001-01-01T00:00:00Z');
const LATEST_AT = Date.parse('9999-12-31T23:59:59.999Z');

/** @returns whether it lies in the years 1 to 9999, which four digits can write */
export function isWritable(at: Instant): boolean {
  return at >= EARLIEST_AT && at <= LATEST_AT;
}

/**
 * @param text  RFC 3339 date-time with an offset or `Z`; digits beyond the millisecond are cut off
 * @returns epoch ms, or a sentence that says why there is none
 */
export function readInstant(text: string): { at: Instant } | { why: string } {
  const part = form.exec(text)?.groups;
  if (part === undefined) {
    return { why: 'write a date and time with its offset, such as 2026-01-31T09:00:00Z or 2026-01-31T11:00:00+02:00' };
  }
  const time = {
    year: Number(part['year']),
    month: Number(part['month']),
    day: Number(part['day']),
    hour: Number(part['hour']),
    minute: Number(part['minute']),
    second: Number(part['second'] ?? '0'),
    millisecond: Number((part['fraction'] ?? '').padEnd(3, '0').slice(0, 3)),
  };
  if (!isCivilTime(time)) return { why: 'no calendar and clock show this: check month, day, hour, minute and second' };
  const offsetHours = Number(part['offsetHours'] ?? '0');
  const offsetMinutes = Number(part['offsetMinutes'] ?? '0');
  if (offsetHours > 23 || offsetMinutes > 59) return { why: 'the offset must lie between -23:59 and +23:59' };
  const offsetMs = (offsetHours * 60 + offsetMinutes) * 60_000;
  const at = civilAsUtc(time) - (part['sign'] === '-' ? -offsetMs : offsetMs);
  return isWritable(at) ? { at } : { why: 'only the years 1 to 9999 (UTC) can be counted' };
}

/** @returns UTC with `Z`; the fraction only where there is one */
export function writeInstant(at: Instant): string {
  const text = new Date(at).toISOString();
  return text.endsWith('.000Z') ? `${text.slice(0, -5)}Z` : text;
}
