import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { useText } from '../../../client/use-text.ts';
import { useAdmin } from '../frame/admin-context.tsx';
import { DurationField } from '../frame/duration-field.tsx';
import { NumberField } from '../frame/number-field.tsx';
import { Part } from '../frame/part.tsx';
import { placed } from '../frame/placed.ts';
import type { PolicyPartProps } from './part-props.ts';

const hourS = 3600;

/** The next reminder that somebody might want: half as long before the deadline as the last. */
function nextReminder(reminders: readonly number[], resolution: number | null): number {
  const last = reminders.at(-1) ?? resolution ?? 48 * hourS;
  return Math.max(hourS, Math.round(last / 2 / hourS) * hourS);
}

/** Warning of both targets, and any number of reminders before the resolution deadline. */
export function RemindersPart({ policy, thing, onChange }: PolicyPartProps) {
  const t = useText();
  const { drafts } = useAdmin();
  const { remindersBeforeSeconds: reminders, targetSeconds, warnPercent } = policy;
  const nameOf = (n: number) =>
    n < 2
      ? t(n === 0 ? 'policies.reminder.first' : 'policies.reminder.second')
      : t('policies.reminder.other', { n: n + 1 });
  const set = (list: readonly number[]) => onChange({ remindersBeforeSeconds: list });
  function remove(index: number): void {
    // A text that could not be read belonged to a place in the list, and the places move.
    reminders.forEach((_, n) => drafts.type(thing, `remindersBeforeSeconds.${n}`, null));
    set(reminders.filter((_, n) => n !== index));
  }
  return (
    <Part title={t('policies.telling')}>
      <div className="wk-admin-fields">
        <NumberField
          thing={thing}
          path="warnPercent"
          label={t('policies.warnPercent')}
          value={warnPercent}
          onChange={(percent) => percent !== null && onChange({ warnPercent: percent })}
        />
      </div>
      <h3 className="wk-admin-sub">{t('policies.reminders')}</h3>
      <div className="wk-admin-fields" data-field="remindersBeforeSeconds">
        {placed(reminders).map(({ part: seconds, place: index, key }) => (
          <div key={key} className="wk-admin-removable">
            <DurationField
              thing={thing}
              path={`remindersBeforeSeconds.${index}`}
              label={nameOf(index)}
              value={seconds}
              none=""
              onChange={(next) =>
                set(reminders.flatMap((one, n) => (n === index ? (next === null ? [one] : [next]) : [one])))
              }
            />
            <Button
              size="small"
              appearance="subtle"
              icon={<DeleteRegular />}
              aria-label={t('policies.removeReminder', { name: nameOf(index) })}
              onClick={() => remove(index)}
            />
          </div>
        ))}
      </div>
      <div>
        <Button
          size="small"
          icon={<AddRegular />}
          onClick={() => set([...reminders, nextReminder(reminders, targetSeconds.resolution)])}
        >
          {t('policies.addReminder')}
        </Button>
      </div>
    </Part>
  );
}
