import { weekdays, type Interval } from '../../calendar/business-hours.ts';
import type { CalendarVersion } from '../../config/config.ts';
import { folded } from '../check/common.ts';
import type { FileCalendar } from './file-form.ts';
import type { Reading } from './reading.ts';

export type CalendarDraft = Omit<CalendarVersion, 'id' | 'publishedAt'>;

const fields = {
  'hours.timezone': 'timezone',
  'hours.hours': 'hours',
  'hours.dateOverrides': 'dates',
  'hours.breaks': 'breaks',
  'hours.holidays': 'holidays',
  hours: 'hours',
};

function spanOf(text: string): Interval {
  const [from = '', to = ''] = text.split('-');
  return [from, to];
}

/** `version` without what publishing gives it. */
export function draftOf({ id: _id, publishedAt: _publishedAt, ...draft }: CalendarVersion): CalendarDraft {
  return draft;
}

function readCalendar(calendar: FileCalendar, calendarId: string, organizationId: string, zone: string): CalendarDraft {
  const { name, active, timezone = zone, hours, country, holidays, dates, breaks } = calendar;
  const names = Object.entries(holidays).filter(([, called]) => called !== '');
  const week = weekdays.flatMap((day) => {
    const spans = hours[day];
    return spans === undefined ? [] : [[day, spans.map(spanOf)] as const];
  });
  return {
    calendarId,
    organizationId,
    name,
    active,
    hours: {
      timezone,
      hours: Object.fromEntries(week),
      holidays: Object.keys(holidays).sort(),
      breaks: Object.entries(breaks)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([date, spans]) => spans.map((text) => ({ date, from: spanOf(text)[0], to: spanOf(text)[1] }))),
      dateOverrides: Object.fromEntries(Object.entries(dates).map(([date, spans]) => [date, spans.map(spanOf)])),
    },
    holidayNames: Object.fromEntries(names),
    country,
  };
}

/** Calendars of an organization as the file has them, and those that it has no more, set aside. */
export function readCalendars(
  calendars: readonly FileCalendar[],
  organizationId: string,
  zone: string,
  base: string,
  reading: Reading,
): CalendarDraft[] {
  const current = reading.config.currentCalendars(organizationId);
  reading.tellTwins(
    calendars.map(({ name }) => name),
    (n) => `${base}.${n}.name`,
  );
  const drafts = calendars.map((calendar, n) => {
    const there = current.find(({ name }) => folded(name) === folded(calendar.name));
    const id = there?.calendarId ?? reading.newId();
    reading.place(id, `${base}.${n}`, fields);
    return readCalendar(calendar, id, organizationId, zone);
  });
  const named = new Set(drafts.map(({ calendarId }) => calendarId));
  const gone = current.filter(({ calendarId, active }) => active && !named.has(calendarId));
  for (const { calendarId } of gone) reading.place(calendarId, base);
  return [...drafts, ...gone.map((version) => ({ ...draftOf(version), active: false }))];
}
