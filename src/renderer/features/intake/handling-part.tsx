import { Field, Select, Switch } from '@fluentui/react-components';
import { assignable, teamsOf, type Organization } from '../../client/directory-store.ts';
import { useNames } from '../../client/services.tsx';
import { useText } from '../../client/use-text.ts';
import { WeightFields } from '../../ui/ticket-fields.tsx';
import type { Intake } from './intake-draft.ts';

type Props = { intake: Intake; organization: Organization | undefined; onChange: (part: Partial<Intake>) => void };

/** How it is dealt with: sensitive or not, how grave, and whose it is. */
export function HandlingPart({ intake, organization, onChange }: Props) {
  const t = useText();
  const names = useNames();
  const teams = organization === undefined ? [] : teamsOf(names, organization.id);
  const people = organization === undefined ? [] : assignable(names, organization.id, intake.sensitive);
  return (
    <section className="wk-intake-part wk-intake-handling" aria-labelledby="wk-intake-handling">
      <h2 id="wk-intake-handling">{t('intake.handling')}</h2>
      <Field hint={t('intake.sensitiveHint')}>
        <Switch
          label={t('intake.sensitive')}
          checked={intake.sensitive}
          onChange={(_, data) => onChange({ sensitive: data.checked, assigneeId: null })}
        />
      </Field>
      <WeightFields form={intake} onChange={onChange} />
      <div className="wk-fields">
        <Field label={t('field.team')} size="small">
          <Select
            size="small"
            value={intake.teamId ?? ''}
            onChange={(_, data) => onChange({ teamId: data.value === '' ? null : data.value })}
          >
            <option value="">{t('intake.noTeam')}</option>
            {teams.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('field.owner')} size="small">
          <Select
            size="small"
            value={intake.assigneeId ?? ''}
            onChange={(_, data) => onChange({ assigneeId: data.value === '' ? null : data.value })}
          >
            <option value="">{t('intake.assignNobody')}</option>
            {people.map(({ id, displayName }) => (
              <option key={id} value={id}>
                {displayName}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      {intake.sensitive ? null : <p className="wk-intake-sla">{t('intake.slaPreview')}</p>}
    </section>
  );
}
