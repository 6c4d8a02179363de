import type { TFunction } from 'i18next';
import type { Instant } from '../../../preload/contract/values.ts';
import { leftToRight } from '../../i18n/format.ts';

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
const formats = new Map<string, Intl.DateTimeFormat>();

/** Digits alone are asked of it: they are the same in every language that the window speaks. */
function formatOf(timezone: string): Intl.DateTimeFormat {
  const known = formats.get(timezone);
  if (known !== undefined) return known;
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
  const options = { ...parts, second: '2-digit', hourCycle: 'h23', timeZone: timezone } as const;
  const made = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', options);
  formats.set(timezone, made);
  return made;
}

type Reading = { date: string; time: string };

function readingOf(at: Instant, timezone: string): Reading {
  const part = new Map(
    formatOf(timezone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const second = part.get('second') ?? '00';
  return {
    date: `${part.get('year') ?? ''}-${part.get('month') ?? ''}-${part.get('day') ?? ''}`,
    time: `${part.get('hour') ?? ''}:${part.get('minute') ?? ''}${second === '00' ? '' : `:${second}`}`,
  };
}

/**
 * `Wed 2026-03-04 14:00` by the clock of a zone, with seconds where there are any: sums over them are to be checked.
 * The date is isolated left to right, or it would follow the time in an Arabic sentence.
 */
export function zonedInstant(t: TFunction, at: Instant, timezone: string): string {
  const { date, time } = readingOf(at, timezone);
  const weekday = weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? 'sunday';
  return `${t(`weekday.${weekday}`)} ${leftToRight(`${date} ${time}`)}`;
}

/** The same after an earlier instant that stands beside it: on the same day the time says all. */
export function zonedAfter(t: TFunction, at: Instant, earlierAt: Instant, timezone: string): string {
  const { date, time } = readingOf(at, timezone);
  return date === readingOf(earlierAt, timezone).date ? leftToRight(time) : zonedInstant(t, at, timezone);
}
