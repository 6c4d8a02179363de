import { Select, Switch } from '@fluentui/react-components';
import { useText } from '../../../client/use-text.ts';
import { useAdmin, useThings } from '../frame/admin-context.tsx';
import { DraftField } from '../frame/draft-field.tsx';
import { DurationField } from '../frame/duration-field.tsx';
import { NumberField } from '../frame/number-field.tsx';
import { Part } from '../frame/part.tsx';
import type { ValueOf } from '../frame/things.ts';
import { ownTerms } from './own-terms.ts';
import type { OrganizationPartProps } from './part-props.ts';

type Terms = NonNullable<ValueOf<'organization'>['explanation']>;
const hourS = 3600;
const seconds = (hours: number | null) => (hours === null ? null : hours * hourS);

/** How explanations are asked for. What equals the product's own is not written, so that it follows the product. */
export function ExplanationPart({ organization, thing, onTerms }: OrganizationPartProps) {
  const t = useText();
  const { config } = useAdmin();
  const calendars = useThings('calendar').filter(({ value }) => value.active);
  const defaults: Required<Terms> = config.explanationDefaults;
  const terms: Required<Terms> = { ...defaults, ...organization.explanation };

  function set(part: Partial<Required<Terms>>): void {
    onTerms(ownTerms<Required<Terms>>(organization.explanation ?? {}, part, defaults));
  }
  return (
    <Part title={t('organization.explanation')} hint={t('organization.explanationHint')}>
      <div className="wk-admin-fields">
        <DurationField
          thing={thing}
          path="explanation.responseHours"
          label={t('organization.responseHours')}
          value={seconds(terms.responseHours)}
          none=""
          onChange={(value) => value !== null && set({ responseHours: value / hourS })}
        />
        <DurationField
          thing={thing}
          path="explanation.reminderHoursBefore"
          label={t('organization.reminderHoursBefore')}
          value={seconds(terms.reminderHoursBefore)}
          none={t('organization.noReminder')}
          onChange={(value) => set({ reminderHoursBefore: value === null ? null : value / hourS })}
        />
        <DraftField thing={thing} path="explanation.calendarId" label={t('organization.explanationCalendar')}>
          <Select
            size="small"
            value={terms.calendarId ?? ''}
            onChange={(_, data) => set({ calendarId: data.value === '' ? null : data.value })}
          >
            <option value="">{t('organization.elapsedHours')}</option>
            {calendars.map(({ id, value }) => (
              <option key={id} value={id}>
                {value.name}
              </option>
            ))}
          </Select>
        </DraftField>
      </div>
      <Switch
        label={t('organization.escalate')}
        checked={terms.escalate}
        onChange={(_, data) => set({ escalate: data.checked })}
      />
      {terms.escalate ? (
        <div className="wk-admin-fields">
          <DurationField
            thing={thing}
            path="explanation.escalationHoursOverdue"
            label={t('organization.escalationHoursOverdue')}
            value={seconds(terms.escalationHoursOverdue)}
            none=""
            onChange={(value) => value !== null && set({ escalationHoursOverdue: value / hourS })}
          />
          <NumberField
            thing={thing}
            path="explanation.maxLevels"
            label={t('organization.maxLevels')}
            value={terms.maxLevels}
            onChange={(value) => value !== null && set({ maxLevels: value })}
          />
        </div>
      ) : null}
    </Part>
  );
}
