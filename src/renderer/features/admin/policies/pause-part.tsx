import { Checkbox } from '@fluentui/react-components';
import { useText } from '../../../client/use-text.ts';
import { OwnProblems } from '../frame/own-problems.tsx';
import { Part } from '../frame/part.tsx';
import { statusList, targetList } from '../frame/value-lists.ts';
import type { PolicyPartProps } from './part-props.ts';

/** Ends stop the clocks by themselves. One that is named all the same is shown, to be taken away. */
const ends: ReadonlySet<string> = new Set(['resolved', 'closed']);

/** @returns the list with or without the one, in the order of all */
function toggled<T>(all: readonly T[], chosen: readonly T[], one: T, isChosen: boolean): T[] {
  return all.filter((each) => (each === one ? isChosen : chosen.includes(each)));
}

/** In which statuses clocks stand still, and which clocks. */
export function PausePart({ policy, thing, onChange }: PolicyPartProps) {
  const t = useText();
  const { pauseStatuses, pausesAffect } = policy;
  const offered = statusList.filter((status) => !ends.has(status) || pauseStatuses.includes(status));
  return (
    <Part title={t('policies.pausing')}>
      <fieldset className="wk-admin-checks" data-field="pauseStatuses">
        <legend>{t('policies.pauseStatuses')}</legend>
        {offered.map((status) => (
          <Checkbox
            key={status}
            label={t(`status.${status}`)}
            checked={pauseStatuses.includes(status)}
            onChange={(_, data) =>
              onChange({ pauseStatuses: toggled(statusList, pauseStatuses, status, data.checked === true) })
            }
          />
        ))}
      </fieldset>
      <OwnProblems thing={thing} path="pauseStatuses" within />
      <fieldset className="wk-admin-checks" data-field="pausesAffect">
        <legend>{t('policies.pausesAffect')}</legend>
        {targetList.map((target) => (
          <Checkbox
            key={target}
            label={t(`sla.${target}`)}
            checked={pausesAffect.includes(target)}
            onChange={(_, data) =>
              onChange({ pausesAffect: toggled(targetList, pausesAffect, target, data.checked === true) })
            }
          />
        ))}
      </fieldset>
    </Part>
  );
}
