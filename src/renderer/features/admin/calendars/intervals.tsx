import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useId } from 'react';
import type { ConfigThing } from '../../../../preload/contract/configuration.ts';
import { useText } from '../../../client/use-text.ts';
import { OwnProblems } from '../frame/own-problems.tsx';
import { placed } from '../frame/placed.ts';
import { TimeField } from './time-field.tsx';
import { isOvernight, nextInterval, type Interval } from './wall-time.ts';

type Props = {
  thing: ConfigThing;
  path: string;
  /** Whose hours they are: a day of the week or a date. */
  label: string;
  intervals: readonly Interval[];
  onChange: (intervals: readonly Interval[]) => void;
};

/** The hours of a day, each with its end; one that ends the next day says so. */
export function Intervals({ thing, path, label, intervals, onChange }: Props) {
  const t = useText();
  const problemsId = useId();
  const replace = (index: number, next: Interval) => onChange(intervals.map((one, n) => (n === index ? next : one)));
  return (
    <div className="wk-intervals" data-field={path}>
      {intervals.length === 0 ? <span className="wk-faint wk-intervals-closed">{t('calendars.closed')}</span> : null}
      {placed(intervals).map(({ part: interval, place: index, key }) => {
        const [from, to] = interval;
        const place = { day: label, n: index + 1 };
        return (
          <span key={key} className="wk-interval" data-field={`${path}.${index}`}>
            <TimeField
              thing={thing}
              path={`${path}.${index}.0`}
              label={t('calendars.from', place)}
              value={from}
              describedBy={problemsId}
              onChange={(time) => replace(index, [time, to])}
            />
            <span aria-hidden>–</span>
            <TimeField
              thing={thing}
              path={`${path}.${index}.1`}
              label={t('calendars.until', place)}
              value={to}
              describedBy={problemsId}
              onChange={(time) => replace(index, [from, time])}
            />
            {isOvernight(interval) ? <span className="wk-interval-night">{t('calendars.nextDay')}</span> : null}
            <Button
              size="small"
              appearance="subtle"
              icon={<DismissRegular />}
              aria-label={t('calendars.removeInterval', place)}
              onClick={() => onChange(intervals.filter((_, n) => n !== index))}
            />
          </span>
        );
      })}
      <Button
        size="small"
        appearance="subtle"
        icon={<AddRegular />}
        aria-label={t('calendars.addInterval', { day: label })}
        title={t('calendars.addInterval', { day: label })}
        onClick={() => onChange([...intervals, nextInterval(intervals)])}
      />
      <OwnProblems thing={thing} path={path} within id={problemsId} />
    </div>
  );
}
