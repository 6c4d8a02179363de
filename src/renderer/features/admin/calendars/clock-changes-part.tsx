import { useMemo } from 'react';
import { useServices } from '../../../client/services.tsx';
import { useText } from '../../../client/use-text.ts';
import { isolated } from '../../../i18n/format.ts';
import { durationText } from '../frame/duration-text.ts';
import { Part } from '../frame/part.tsx';
import { clockChanges } from './clock-changes.ts';
import { weekdayOfDate } from './dates.ts';

/** Nights on which the zone's clocks change, this year and the next. */
export function ClockChangesPart({ timezone }: { timezone: string }) {
  const t = useText();
  const { clock } = useServices();
  const year = new Date(clock.nowAt()).getFullYear();
  const changes = useMemo(() => clockChanges(timezone, year, year + 1), [timezone, year]);
  if (changes === null) return null;
  const years = { zone: isolated(timezone), from: year, until: year + 1 };
  return (
    <Part title={t('calendars.clocks')}>
      {changes.length === 0 ? (
        <p className="wk-plain">{t('calendars.clocksNever', years)}</p>
      ) : (
        <>
          <ul className="wk-admin-list">
            {changes.map(({ on, before, after, byMinutes }) => {
              const day = weekdayOfDate(on);
              const span = isolated(durationText(t, Math.abs(byMinutes) * 60));
              return (
                <li key={on}>
                  <bdi dir="ltr">{on}</bdi> {day === null ? null : t(`weekday.${day}`)}:{' '}
                  {t(byMinutes > 0 ? 'calendars.clockForward' : 'calendars.clockBack', {
                    before: isolated(before),
                    after: isolated(after),
                    span,
                  })}
                </li>
              );
            })}
          </ul>
          <p className="wk-plain wk-faint">{t('calendars.clocksHint')}</p>
        </>
      )}
    </Part>
  );
}
