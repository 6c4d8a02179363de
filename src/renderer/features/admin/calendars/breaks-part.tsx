import { Button } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useId } from 'react';
import { useText } from '../../../client/use-text.ts';
import { OwnProblems } from '../frame/own-problems.tsx';
import { Part } from '../frame/part.tsx';
import { placed } from '../frame/placed.ts';
import { AddDate } from './add-date.tsx';
import type { CalendarPartProps } from './part-props.ts';
import { DateField } from './date-field.tsx';
import { weekdayOfDate } from './dates.ts';
import { TimeField } from './time-field.tsx';
import './dates.css';

/** Hours of one date that are taken out of whatever is open, last of all. */
export function BreaksPart({ calendar, thing, onHours }: CalendarPartProps) {
  const t = useText();
  const problemsId = useId();
  const { breaks } = calendar.hours;
  const replace = (index: number, part: Partial<(typeof breaks)[number]>) =>
    onHours({ breaks: breaks.map((one, n) => (n === index ? { ...one, ...part } : one)) });
  return (
    <Part title={t('calendars.breaks')} hint={t('calendars.breaksHint')}>
      <ul className="wk-override-rows" data-field="hours.breaks">
        {placed(breaks).map(({ part: { date, from, to }, place: index, key }) => {
          const day = weekdayOfDate(date);
          const path = `hours.breaks.${index}`;
          return (
            <li key={key} className="wk-interval" data-field={path}>
              <DateField
                thing={thing}
                path={`${path}.date`}
                label={t('calendars.date')}
                value={date}
                describedBy={problemsId}
                onChange={(next) => replace(index, { date: next })}
              />
              <span className="wk-faint">{day === null ? '' : t(`weekday.${day}`)}</span>
              <TimeField
                thing={thing}
                path={`${path}.from`}
                label={t('calendars.breakFrom', { date })}
                value={from}
                describedBy={problemsId}
                onChange={(time) => replace(index, { from: time })}
              />
              <span aria-hidden>–</span>
              <TimeField
                thing={thing}
                path={`${path}.to`}
                label={t('calendars.breakUntil', { date })}
                value={to}
                describedBy={problemsId}
                onChange={(time) => replace(index, { to: time })}
              />
              <Button
                size="small"
                appearance="subtle"
                icon={<DismissRegular />}
                aria-label={t('calendars.removeDate', { date })}
                onClick={() => onHours({ breaks: breaks.filter((_, n) => n !== index) })}
              />
            </li>
          );
        })}
      </ul>
      <OwnProblems thing={thing} path="hours.breaks" within id={problemsId} />
      <AddDate
        label={t('calendars.addBreak')}
        isTaken={() => false}
        onAdd={(date) => onHours({ breaks: [...breaks, { date, from: '12:00', to: '13:00' }] })}
      />
    </Part>
  );
}
