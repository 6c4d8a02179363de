import { Radio, RadioGroup, Select } from '@fluentui/react-components';
import { useText } from '../../../client/use-text.ts';
import { DraftField } from '../frame/draft-field.tsx';
import { DurationField } from '../frame/duration-field.tsx';
import { OwnProblems } from '../frame/own-problems.tsx';
import { Part } from '../frame/part.tsx';
import { triggerList } from '../frame/value-lists.ts';
import type { Rule } from './levels.ts';
import type { RulePartProps } from './part-props.ts';

const hourS = 3600;

type Trigger = Rule['trigger'];

/** Another kind keeps the hours, where both have some. */
function triggerOf(kind: Trigger['kind'], before: Trigger): Trigger {
  if (kind === 'creation') return { kind };
  const { hours, elapsed } = before.kind === 'creation' ? { hours: 0, elapsed: false } : before;
  return { kind, hours, elapsed };
}

/** When the rule acts. */
export function TriggerPart({ rule, thing, onChange }: RulePartProps) {
  const t = useText();
  const { trigger } = rule;
  return (
    <Part title={t('describe.when')}>
      <div className="wk-admin-fields">
        <DraftField thing={thing} path="trigger.kind" label={t('escalation.trigger')}>
          <Select
            size="small"
            value={trigger.kind}
            onChange={(_, data) => {
              const kind = triggerList.find((one) => one === data.value) ?? 'creation';
              onChange({ trigger: triggerOf(kind, trigger) });
            }}
          >
            {triggerList.map((kind) => (
              <option key={kind} value={kind}>
                {t(`escalation.triggerKind.${kind}`)}
              </option>
            ))}
          </Select>
        </DraftField>
        {trigger.kind === 'creation' ? null : (
          <>
            <DurationField
              thing={thing}
              path="trigger.hours"
              label={t('escalation.hours')}
              value={trigger.hours * hourS}
              none={t('escalation.atOnce')}
              onChange={(seconds) => onChange({ trigger: { ...trigger, hours: (seconds ?? 0) / hourS } })}
            />
            <DraftField thing={thing} path="trigger.elapsed" label={t('escalation.counted')}>
              <RadioGroup
                value={trigger.elapsed ? 'elapsed' : 'open'}
                onChange={(_, data) => onChange({ trigger: { ...trigger, elapsed: data.value === 'elapsed' } })}
              >
                <Radio value="open" label={t('escalation.open')} />
                <Radio value="elapsed" label={t('escalation.elapsed')} />
              </RadioGroup>
            </DraftField>
          </>
        )}
      </div>
      {trigger.kind === 'reminder' ? <p className="wk-plain wk-faint">{t('escalation.reminderHint')}</p> : null}
      <OwnProblems thing={thing} path="trigger" />
    </Part>
  );
}
