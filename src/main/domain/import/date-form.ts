import type { Instant } from '../../../preload/contract/values.ts';
import { civilAsUtc, isCivilTime, type CivilTime } from '../calendar/civil-time.ts';
import type { Zone } from '../calendar/zone.ts';

type Field = keyof CivilTime | 'half' | 'offset';

/** What a date form may consist of, the longest first: `MM` must not be read as two `M`. */
const tokens: readonly { text: string; field: Field; pattern: string }[] = [
  { text: 'yyyy', field: 'year', pattern: '(\\d{4})' },
  { text: 'SSS', field: 'millisecond', pattern: '(\\d{3})' },
  { text: 'XXX', field: 'offset', pattern: '(Z|[+-]\\d{2}:\\d{2})' },
  { text: 'MM', field: 'month', pattern: '(\\d{2})' },
  { text: 'dd', field: 'day', pattern: '(\\d{2})' },
  { text: 'HH', field: 'hour', pattern: '(\\d{2})' },
  { text: 'hh', field: 'hour', pattern: '(\\d{2})' },
  { text: 'mm', field: 'minute', pattern: '(\\d{2})' },
  { text: 'ss', field: 'second', pattern: '(\\d{2})' },
  { text: 'M', field: 'month', pattern: '(\\d{1,2})' },
  { text: 'd', field: 'day', pattern: '(\\d{1,2})' },
  { text: 'H', field: 'hour', pattern: '(\\d{1,2})' },
  { text: 'h', field: 'hour', pattern: '(\\d{1,2})' },
  { text: 'a', field: 'half', pattern: '([AaPp][Mm])' },
];

export type DateProblem = 'BAD_DATE' | 'NO_SUCH_DATE' | 'NO_SUCH_LOCAL_TIME' | 'DATE_OUT_OF_RANGE';

/** Reads the dates of one file. */
export type DateForm = {
  /** @returns the instant, or why there is none: not of the form, a day that does not exist, an hour that the zone skips */
  read(text: string): { at: Instant } | { problem: DateProblem };
};

/** The contract's bounds of an instant: beyond them the log's clock is not exact, and no ticket was ever made. */
const EARLIEST_AT = -2_208_988_800_000;
const LATEST_AT = 7_258_118_400_000;

type Compiled = { pattern: RegExp; fields: readonly Field[]; twelveHours: boolean };

/**
 * @param form  tokens `yyyy MM M dd d HH H hh h mm ss SSS a XXX`; text in single quotes and every other sign stand for
 *   themselves
 * @param zone  whose wall clock the dates show; not asked where the form has an offset of its own (`XXX`)
 * @returns the reader, or a sentence that says what is wrong with the form
 */
export function compileDateForm(form: string, zone: Zone): { ok: true; dates: DateForm } | { ok: false; why: string } {
  const compiled = compile(form);
  if (typeof compiled === 'string') return { ok: false, why: compiled };
  return { ok: true, dates: { read: (text) => read(compiled, zone, text) } };
}

function compile(form: string): Compiled | string {
  const fields: Field[] = [];
  const used: string[] = [];
  let pattern = '';
  let rest = form;
  while (rest !== '') {
    const quoted = /^'([^']*)'/u.exec(rest);
    const token = tokens.find(({ text }) => rest.startsWith(text));
    if (quoted !== null) {
      pattern += escaped(quoted[1] ?? '');
      rest = rest.slice(quoted[0].length);
    } else if (token !== undefined) {
      if (fields.includes(token.field)) return `“${token.text}” repeats a part that the form has already`;
      fields.push(token.field);
      used.push(token.text);
      pattern += token.pattern;
      rest = rest.slice(token.text.length);
    } else {
      const sign = rest.charAt(0);
      if (/[A-Za-z']/u.test(sign)) return `“${sign}” is no token; put text that stands for itself in single quotes`;
      pattern += escaped(sign);
      rest = rest.slice(1);
    }
  }
  for (const field of ['year', 'month', 'day'] as const) if (!fields.includes(field)) return `the ${field} is missing`;
  const twelveHours = used.includes('hh') || used.includes('h');
  if (twelveHours !== fields.includes('half')) return '“hh” or “h” and “a” (AM or PM) belong together';
  if (fields.includes('second') && !fields.includes('minute')) return 'seconds (“ss”) need minutes (“mm”)';
  if (fields.includes('minute') && !fields.includes('hour')) return 'minutes (“mm”) need hours (“HH” or “hh”)';
  return { pattern: new RegExp(`^${pattern}$`, 'u'), fields, twelveHours };
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}

function read(form: Compiled, zone: Zone, text: string): { at: Instant } | { problem: DateProblem } {
  const match = form.pattern.exec(text);
  if (match === null) return { problem: 'BAD_DATE' };
  const part = new Map(form.fields.map((field, index) => [field, match[index + 1] ?? '']));
  const number = (field: Field, otherwise: number): number => {
    const digits = part.get(field);
    return digits === undefined ? otherwise : Number(digits);
  };
  const hour = number('hour', 0);
  if (form.twelveHours && (hour < 1 || hour > 12)) return { problem: 'NO_SUCH_DATE' };
  const time: CivilTime = {
    year: number('year', 0),
    month: number('month', 0),
    day: number('day', 0),
    hour: form.twelveHours ? (hour % 12) + (part.get('half')?.toLowerCase() === 'pm' ? 12 : 0) : hour,
    minute: number('minute', 0),
    second: number('second', 0),
    millisecond: number('millisecond', 0),
  };
  if (!isCivilTime(time)) return { problem: 'NO_SUCH_DATE' };
  const offset = part.get('offset');
  const at = offset === undefined ? zone.instantOf(time) : atOffset(time, offset);
  if (at === null) return { problem: offset === undefined ? 'NO_SUCH_LOCAL_TIME' : 'NO_SUCH_DATE' };
  return at < EARLIEST_AT || at > LATEST_AT ? { problem: 'DATE_OUT_OF_RANGE' } : { at };
}

function atOffset(time: CivilTime, offset: string): Instant | null {
  if (offset === 'Z') return civilAsUtc(time);
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(4, 6));
  if (hours > 23 || minutes > 59) return null;
  const ms = (hours * 60 + minutes) * 60_000;
  return civilAsUtc(time) - (offset.startsWith('-') ? -ms : ms);
}
