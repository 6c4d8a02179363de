import { Input, Switch } from '@fluentui/react-components';
import { useText } from '../../../client/use-text.ts';
import { textDirection } from '../../../i18n/format.ts';
import { useAdmin, useThing } from '../frame/admin-context.tsx';
import { DraftField } from '../frame/draft-field.tsx';
import { PageHead } from '../frame/page-head.tsx';
import { Part } from '../frame/part.tsx';
import type { ValueOf } from '../frame/things.ts';
import { ZonePicker } from '../frame/zone-picker.tsx';

/** What is set once for an organization. */
export function OrganizationPage() {
  const t = useText();
  const { drafts, organizationId } = useAdmin();
  const view = useThing('organization', organizationId);
  if (view === null) return null;
  const { value, basedOn } = view;
  const thing = { kind: 'organization' as const, id: organizationId };
  const change = (part: Partial<ValueOf<'organization'>>) =>
    drafts.change({ kind: 'organization', basedOn, value: { ...value, ...part } });

  return (
    <>
      <PageHead title={t('admin.page.organization')} />
      <div className="wk-admin-body">
        <Part title={t('organization.basics')}>
          <DraftField thing={thing} path="name" label={t('organization.name')} required>
            <Input
              size="small"
              value={value.name}
              dir={textDirection(value.name)}
              maxLength={120}
              onChange={(_, data) => change({ name: data.value })}
            />
          </DraftField>
          <DraftField thing={thing} path="timezone" label={t('organization.timezone')}>
            <ZonePicker value={value.timezone} onChange={(timezone) => change({ timezone })} />
          </DraftField>
          <DraftField thing={thing} path="secondApprover" label="" hint={t('organization.secondApproverHint')}>
            <Switch
              label={t('organization.secondApprover')}
              checked={value.secondApprover === true}
              onChange={(_, data) => change({ secondApprover: data.checked })}
            />
          </DraftField>
        </Part>
      </div>
    </>
  );
}
