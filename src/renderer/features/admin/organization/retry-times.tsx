import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import type { ConfigThing } from '../../../../preload/contract/configuration.ts';
import { useText } from '../../../client/use-text.ts';
import { useAdmin } from '../frame/admin-context.tsx';
import { DurationField } from '../frame/duration-field.tsx';
import { placed } from '../frame/placed.ts';

type Props = { thing: ConfigThing; times: readonly number[]; onChange: (times: readonly number[]) => void };

const path = 'messages.retrySeconds';
const firstS = 60;

/** How long after each failed try a message is tried again; as many retries as there are times. */
export function RetryTimes({ thing, times, onChange }: Props) {
  const t = useText();
  const { drafts } = useAdmin();
  function remove(index: number): void {
    // A text that could not be read belonged to a place in the list, and the places move.
    times.forEach((_, n) => drafts.type(thing, `${path}.${n}`, null));
    onChange(times.filter((_, n) => n !== index));
  }
  return (
    <>
      <h3 className="wk-admin-sub">{t('messageTerms.retrySeconds')}</h3>
      <div className="wk-admin-fields" data-field={path}>
        {placed(times).map(({ part: seconds, place: index, key }) => (
          <div key={key} className="wk-admin-removable">
            <DurationField
              thing={thing}
              path={`${path}.${index}`}
              label={t('organization.retry', { n: index + 1 })}
              value={seconds}
              none=""
              onChange={(next) => onChange(times.map((one, n) => (n === index ? (next ?? one) : one)))}
            />
            <Button
              size="small"
              appearance="subtle"
              icon={<DeleteRegular />}
              aria-label={t('organization.removeRetry', { n: index + 1 })}
              onClick={() => remove(index)}
            />
          </div>
        ))}
      </div>
      <div className="wk-admin-line">
        <Button
          size="small"
          icon={<AddRegular />}
          onClick={() => onChange([...times, (times.at(-1) ?? firstS / 2) * 2])}
        >
          {t('organization.addRetry')}
        </Button>
        {times.length === 0 ? <span className="wk-faint">{t('organization.noRetry')}</span> : null}
      </div>
    </>
  );
}
