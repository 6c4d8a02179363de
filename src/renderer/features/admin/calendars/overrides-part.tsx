import { Button } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useText } from '../../../client/use-text.ts';
import { Part } from '../frame/part.tsx';
import { AddDate } from './add-date.tsx';
import type { CalendarPartProps } from './part-props.ts';
import { weekdayOfDate } from './dates.ts';
import { Intervals } from './intervals.tsx';
import './dates.css';

/** Dates with hours of their own: they replace what starts on them, a holiday too. */
export function OverridesPart({ calendar, thing, onHours }: CalendarPartProps) {
  const t = useText();
  const { dateOverrides } = calendar.hours;
  const dates = Object.keys(dateOverrides).toSorted();
  return (
    <Part title={t('calendars.dates')} hint={t('calendars.datesHint')}>
      <ul className="wk-override-rows" data-field="hours.dateOverrides">
        {dates.map((date) => {
          const day = weekdayOfDate(date);
          return (
            <li key={date} className="wk-override-row">
              <span>
                <bdi dir="ltr">{date}</bdi> <span className="wk-faint">{day === null ? '' : t(`weekday.${day}`)}</span>
              </span>
              <Intervals
                thing={thing}
                path={`hours.dateOverrides.${date}`}
                label={date}
                intervals={dateOverrides[date] ?? []}
                onChange={(intervals) => onHours({ dateOverrides: { ...dateOverrides, [date]: intervals } })}
              />
              <Button
                size="small"
                appearance="subtle"
                icon={<DismissRegular />}
                aria-label={t('calendars.removeDate', { date })}
                onClick={() =>
                  onHours({
                    dateOverrides: Object.fromEntries(Object.entries(dateOverrides).filter(([on]) => on !== date)),
                  })
                }
              />
            </li>
          );
        })}
      </ul>
      <AddDate
        label={t('calendars.addOverride')}
        isTaken={(date) => date in dateOverrides}
        onAdd={(date) => onHours({ dateOverrides: { ...dateOverrides, [date]: [] } })}
      />
    </Part>
  );
}
