import { Button, Input } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useId } from 'react';
import { useText } from '../../../client/use-text.ts';
import { textDirection } from '../../../i18n/format.ts';
import { OwnProblems } from '../frame/own-problems.tsx';
import { Part } from '../frame/part.tsx';
import type { CalendarPartProps } from './part-props.ts';
import { DateField } from './date-field.tsx';
import { weekdayOfDate } from './dates.ts';
import { moveHoliday, nameHoliday, removeHoliday, takeOver, type Holidays } from './holidays.ts';
import { TakeOver } from './take-over.tsx';
import './dates.css';

type Row = { date: string; index: number };

/** Holidays by their year; what is no date yet stands first. */
function byYear(holidays: readonly string[]): [year: string, rows: Row[]][] {
  const rows = holidays.map((date, index): Row => ({ date, index }));
  const years = Map.groupBy(rows, ({ date }) => (weekdayOfDate(date) === null ? '' : date.slice(0, 4)));
  return [...years].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** Days on which nothing starts: taken over from a country's list, then plain dates like any other. */
export function HolidaysPart({ calendar, thing, onChange }: CalendarPartProps) {
  const t = useText();
  const problemsId = useId();
  const { hours, holidayNames } = calendar;
  const { holidays } = hours;
  const now: Holidays = { holidays, holidayNames };
  const set = (next: Holidays, country = calendar.country) =>
    onChange({ hours: { ...hours, holidays: next.holidays }, holidayNames: next.holidayNames, country });

  return (
    <Part title={t('calendars.holidays')} hint={t('calendars.holidaysHint')}>
      <TakeOver
        country={calendar.country}
        onTake={(list, country) => {
          const next = takeOver(now, list);
          set(next, country);
          return next.holidays.length - holidays.length;
        }}
      />
      <div data-field="hours.holidays" className="wk-dates">
        {byYear(holidays).map(([year, rows]) => (
          <div key={year} role="group" aria-label={year === '' ? t('calendars.noDateYet') : year}>
            <h3 className="wk-admin-sub">{year === '' ? t('calendars.noDateYet') : year}</h3>
            <ul className="wk-date-rows">
              {rows.map(({ date, index }) => {
                const day = weekdayOfDate(date);
                const name = holidayNames[date] ?? '';
                return (
                  <li key={index} className="wk-date-row">
                    <DateField
                      thing={thing}
                      path={`hours.holidays.${index}`}
                      label={t('calendars.holidayDate')}
                      value={date}
                      describedBy={problemsId}
                      onChange={(next) => set(moveHoliday(now, index, next))}
                    />
                    <span className="wk-faint">{day === null ? '' : t(`weekday.${day}`)}</span>
                    <Input
                      size="small"
                      value={name}
                      dir={textDirection(name)}
                      maxLength={120}
                      aria-label={t('calendars.holidayName', { date })}
                      onChange={(_, data) => set(nameHoliday(now, date, data.value))}
                    />
                    <Button
                      size="small"
                      appearance="subtle"
                      icon={<DismissRegular />}
                      aria-label={t('calendars.removeDate', { date })}
                      onClick={() => set(removeHoliday(now, index))}
                    />
                  </li>
                );
              })}
            </ul>
          </div>
        ))}
      </div>
      <OwnProblems thing={thing} path="hours.holidays" within id={problemsId} />
      <div>
        <Button size="small" icon={<AddRegular />} onClick={() => set({ ...now, holidays: [...holidays, ''] })}>
          {t('calendars.addHoliday')}
        </Button>
      </div>
    </Part>
  );
}
