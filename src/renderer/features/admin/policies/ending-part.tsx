import { Radio, RadioGroup, Switch } from '@fluentui/react-components';
import { useText } from '../../../client/use-text.ts';
import { DraftField } from '../frame/draft-field.tsx';
import { NumberField } from '../frame/number-field.tsx';
import { Part } from '../frame/part.tsx';
import type { PolicyPartProps } from './part-props.ts';

/** How far it climbs, what counts as a response, what reopening does. */
export function EndingPart({ policy, thing, onChange }: PolicyPartProps) {
  const t = useText();
  return (
    <Part title={t('policies.ending')}>
      <div className="wk-admin-fields">
        <NumberField
          thing={thing}
          path="highestLevel"
          label={t('policies.highestLevel')}
          none={t('policies.noLimit')}
          value={policy.highestLevel}
          onChange={(highestLevel) => onChange({ highestLevel })}
        />
        <DraftField thing={thing} path="reopening" label={t('policies.reopening')}>
          <RadioGroup
            value={policy.reopening}
            onChange={(_, data) => onChange({ reopening: data.value === 'new_cycle' ? 'new_cycle' : 'resume' })}
          >
            <Radio value="resume" label={t('policies.reopeningKind.resume')} />
            <Radio value="new_cycle" label={t('policies.reopeningKind.new_cycle')} />
          </RadioGroup>
        </DraftField>
      </div>
      <Switch
        label={t('policies.firstMove')}
        checked={policy.firstMoveIsResponse}
        onChange={(_, data) => onChange({ firstMoveIsResponse: data.checked })}
      />
    </Part>
  );
}
