import { Input, Switch } from '@fluentui/react-components';
import { useText } from '../../../client/use-text.ts';
import { textDirection } from '../../../i18n/format.ts';
import { useAdmin, useThing } from '../frame/admin-context.tsx';
import { DraftField } from '../frame/draft-field.tsx';
import { PageHead } from '../frame/page-head.tsx';
import { Part } from '../frame/part.tsx';
import { StateMark } from '../frame/state-mark.tsx';
import type { ValueOf } from '../frame/things.ts';
import { ZonePicker } from '../frame/zone-picker.tsx';
import { CategoriesPart } from './categories-part.tsx';
import { ExplanationPart } from './explanation-part.tsx';
import { MessagesPart } from './messages-part.tsx';
import type { OrganizationPartProps } from './part-props.ts';

type Organization = ValueOf<'organization'>;

/** Without a term of its own an organization has no word of them, and follows the product. */
function withTerms(organization: Organization, terms: NonNullable<Organization['explanation']>): Organization {
  const { explanation: _before, ...rest } = organization;
  return Object.keys(terms).length === 0 ? rest : { ...rest, explanation: terms };
}

/** As `withTerms`, of how its messages go. */
function withMessages(organization: Organization, terms: NonNullable<Organization['messages']>): Organization {
  const { messages: _before, ...rest } = organization;
  return Object.keys(terms).length === 0 ? rest : { ...rest, messages: terms };
}

/** An organization that never asked for a second approver has no word of it: off says none either. */
function withSecondApprover(organization: Organization, isWanted: boolean): Organization {
  const { secondApprover: _before, ...rest } = organization;
  return isWanted ? { ...rest, secondApprover: true } : rest;
}

/** What is set once for an organization. */
export function OrganizationPage() {
  const t = useText();
  const { drafts, organizationId } = useAdmin();
  const view = useThing('organization', organizationId);
  if (view === null) return null;
  const { value, basedOn } = view;
  const thing = { kind: 'organization' as const, id: organizationId };
  const set = (next: Organization) => drafts.change({ kind: 'organization', basedOn, value: next });
  const onChange = (part: Partial<Organization>) => set({ ...value, ...part });
  const props: OrganizationPartProps = {
    organization: value,
    thing,
    onChange,
    onTerms: (terms) => set(withTerms(value, terms)),
    onMessages: (terms) => set(withMessages(value, terms)),
  };

  return (
    <>
      <PageHead title={t('admin.page.organization')}>
        {view.state === 'published' ? null : <StateMark active state={view.state} />}
      </PageHead>
      <div className="wk-admin-body">
        <Part title={t('organization.basics')}>
          <div className="wk-admin-fields">
            <DraftField thing={thing} path="name" label={t('describe.name')} required>
              <Input
                size="small"
                value={value.name}
                dir={textDirection(value.name)}
                maxLength={120}
                onChange={(_, data) => onChange({ name: data.value })}
              />
            </DraftField>
            <DraftField
              thing={thing}
              path="timezone"
              label={t('organization.timezone')}
              hint={t('organization.timezoneHint')}
            >
              <ZonePicker value={value.timezone} onChange={(timezone) => onChange({ timezone })} />
            </DraftField>
          </div>
        </Part>
        <Part title={t('organization.approval')} hint={t('organization.secondApproverHint')}>
          <div data-field="secondApprover">
            <Switch
              label={t('organization.secondApprover')}
              checked={value.secondApprover === true}
              onChange={(_, data) => set(withSecondApprover(value, data.checked))}
            />
          </div>
        </Part>
        <CategoriesPart {...props} />
        <MessagesPart {...props} />
        <ExplanationPart {...props} />
      </div>
    </>
  );
}
