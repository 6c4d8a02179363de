import { Select } from '@fluentui/react-components';
import { useText } from '../../../client/use-text.ts';
import { useThings } from '../frame/admin-context.tsx';
import { DraftField } from '../frame/draft-field.tsx';
import { DurationField } from '../frame/duration-field.tsx';
import { Part } from '../frame/part.tsx';
import { targetList } from '../frame/value-lists.ts';
import type { PolicyPartProps } from './part-props.ts';

/** How long each target has, and by which calendar it is counted. */
export function TargetsPart({ policy, thing, onChange }: PolicyPartProps) {
  const t = useText();
  const calendars = useThings('calendar').filter(({ id, value }) => value.active || id === policy.calendarId);
  const { targetSeconds, calendarId } = policy;
  return (
    <Part title={t('policies.targets')} hint={t('policies.targetsHint')}>
      <div className="wk-admin-fields">
        {targetList.map((target) => (
          <DurationField
            key={target}
            thing={thing}
            path={`targetSeconds.${target}`}
            label={t(`sla.${target}`)}
            value={targetSeconds[target]}
            none={t('policies.noTarget')}
            onChange={(seconds) => onChange({ targetSeconds: { ...targetSeconds, [target]: seconds } })}
          />
        ))}
        <DraftField thing={thing} path="calendarId" label={t('policies.calendar')}>
          <Select
            size="small"
            value={calendarId ?? ''}
            onChange={(_, data) => onChange({ calendarId: data.value === '' ? null : data.value })}
          >
            <option value="">{t('policies.roundTheClock')}</option>
            {calendars.map(({ id, value }) => (
              <option key={id} value={id}>
                {value.name}
              </option>
            ))}
          </Select>
        </DraftField>
      </div>
    </Part>
  );
}
