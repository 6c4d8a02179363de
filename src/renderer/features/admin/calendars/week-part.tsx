import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { useText } from '../../../client/use-text.ts';
import { OwnProblems } from '../frame/own-problems.tsx';
import { Part } from '../frame/part.tsx';
import { weekdayList, type Weekday } from '../frame/value-lists.ts';
import type { CalendarPartProps } from './part-props.ts';
import { DayBar } from './day-bar.tsx';
import { Intervals } from './intervals.tsx';
import type { Interval } from './wall-time.ts';
import './week-part.css';

const workingDays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri'];
const marks = ['00', '06', '12', '18', '24'];

/** The week, a row a day: a strip for the eye and fields for the hours. */
export function WeekPart({ calendar, thing, onHours }: CalendarPartProps) {
  const t = useText();
  const { hours } = calendar.hours;
  const of = (day: Weekday): readonly Interval[] => hours[day] ?? [];
  const dayBefore = (day: Weekday) => weekdayList.at(weekdayList.indexOf(day) - 1) ?? 'sun';

  function open(days: readonly Weekday[], intervals: readonly Interval[]): void {
    const chosen = new Set(days);
    // A closed day is not named: that is how a calendar without it is written.
    const next = weekdayList
      .map((day) => [day, chosen.has(day) ? intervals : of(day)] as const)
      .filter(([, list]) => list.length > 0);
    onHours({ hours: Object.fromEntries(next) });
  }

  return (
    <Part title={t('calendars.week')} hint={t('calendars.weekHint')}>
      <div className="wk-week" data-field="hours.hours">
        <div className="wk-week-row wk-week-marks" aria-hidden>
          <span />
          <bdi dir="ltr" className="wk-week-scale">
            {marks.map((mark) => (
              <span key={mark}>{mark}</span>
            ))}
          </bdi>
        </div>
        {weekdayList.map((day) => (
          <div key={day} className="wk-week-row" role="group" aria-label={t(`weekday.${day}`)}>
            <span className="wk-week-day">{t(`weekday.${day}`)}</span>
            <DayBar intervals={of(day)} before={of(dayBefore(day))} />
            <Intervals
              thing={thing}
              path={`hours.hours.${day}`}
              label={t(`weekday.${day}`)}
              intervals={of(day)}
              onChange={(intervals) => open([day], intervals)}
            />
            <Menu inline>
              <MenuTrigger disableButtonEnhancement>
                <Button
                  size="small"
                  appearance="subtle"
                  icon={<CopyRegular />}
                  aria-label={t('calendars.copyDay', { day: t(`weekday.${day}`) })}
                  title={t('calendars.copyDay', { day: t(`weekday.${day}`) })}
                />
              </MenuTrigger>
              <MenuPopover>
                <MenuList>
                  <MenuItem onClick={() => open(workingDays, of(day))}>{t('calendars.copyToWorkingDays')}</MenuItem>
                  <MenuItem onClick={() => open(weekdayList, of(day))}>{t('calendars.copyToAll')}</MenuItem>
                </MenuList>
              </MenuPopover>
            </Menu>
          </div>
        ))}
      </div>
      <OwnProblems thing={thing} path="hours" />
    </Part>
  );
}
