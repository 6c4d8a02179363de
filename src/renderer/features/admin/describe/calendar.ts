import { isolated, leftToRight } from '../../../i18n/format.ts';
import type { ValueOf } from '../frame/things.ts';
import { weekdayList } from '../frame/value-lists.ts';
import { listDifference, type Part } from './line.ts';
import type { Words } from './words.ts';

type Calendar = ValueOf<'calendar'>;
type Intervals = readonly (readonly [string, string])[];

/** `08:00–12:00, 13:00–17:00`, or that it is closed. */
export function intervalsText(intervals: Intervals, { t, list }: Words): string {
  if (intervals.length === 0) return t('calendars.closed');
  return list(intervals.map(([from, to]) => leftToRight(`${from}–${to}`)));
}

function holidayTexts({ hours, holidayNames }: Calendar): string[] {
  return hours.holidays.toSorted().map((date) => {
    const name = holidayNames[date];
    return name === undefined ? isolated(date) : `${leftToRight(date)} ${isolated(name)}`;
  });
}

function breakTexts({ hours }: Calendar): string[] {
  return hours.breaks.map(({ date, from, to }) => leftToRight(`${date} ${from}–${to}`));
}

function overrideTexts({ hours }: Calendar, words: Words): string[] {
  return Object.entries(hours.dateOverrides)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, intervals]) => `${leftToRight(date)} ${intervalsText(intervals, words)}`);
}

export const calendarParts: readonly Part<Calendar>[] = [
  { label: 'describe.name', of: ({ name }) => name, say: ({ name }) => isolated(name) },
  {
    label: 'describe.use',
    of: ({ active }) => active,
    say: ({ active }, { t }) => t(active ? 'describe.inUse' : 'describe.outOfUse'),
  },
  { label: 'calendars.timezone', of: ({ hours }) => hours.timezone, say: ({ hours }) => isolated(hours.timezone) },
  ...weekdayList.map((day): Part<Calendar> => ({
    label: `weekday.${day}`,
    of: ({ hours }) => hours.hours[day] ?? [],
    say: ({ hours }, words) => intervalsText(hours.hours[day] ?? [], words),
  })),
  {
    label: 'calendars.holidays',
    of: (calendar) => holidayTexts(calendar),
    say: (calendar, { list }) => list(holidayTexts(calendar)),
    differ: (before, after, words) => listDifference(holidayTexts(before), holidayTexts(after), words),
  },
  {
    label: 'calendars.breaks',
    of: (calendar) => breakTexts(calendar),
    say: (calendar, { list }) => list(breakTexts(calendar)),
    differ: (before, after, words) => listDifference(breakTexts(before), breakTexts(after), words),
  },
  {
    label: 'calendars.dates',
    of: ({ hours }) => hours.dateOverrides,
    say: (calendar, words) => words.list(overrideTexts(calendar, words)),
    differ: (before, after, words) => listDifference(overrideTexts(before, words), overrideTexts(after, words), words),
  },
];
