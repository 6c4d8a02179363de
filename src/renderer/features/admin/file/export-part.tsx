import { Button, Field, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { Failure } from '../../../../preload/contract/result.ts';
import { useServices } from '../../../client/services.tsx';
import { useText } from '../../../client/use-text.ts';
import { isolated } from '../../../i18n/format.ts';
import { useAdmin } from '../frame/admin-context.tsx';
import { Part } from '../frame/part.tsx';

/** What is published, as a file; drafts are not in it. */
export function ExportPart() {
  const t = useText();
  const { client } = useServices();
  const { config } = useAdmin();
  const [organizationId, setOrganizationId] = useState('');
  const [savedAs, setSavedAs] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function save(): Promise<void> {
    const answer = await client.request('config.saveExport', organizationId === '' ? {} : { organizationId });
    setFailure(answer.ok ? null : answer);
    setSavedAs(answer.ok ? answer.value.fileName : null);
  }
  return (
    <Part title={t('file.export')} hint={t('file.exportHint')}>
      <div className="wk-take-over">
        <Field label={t('file.what')} size="small">
          <Select size="small" value={organizationId} onChange={(_, data) => setOrganizationId(data.value)}>
            <option value="">{t('file.everything')}</option>
            {config.organizations.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Button size="small" onClick={() => void save()}>
          {t('file.save')}
        </Button>
        <span role="status">{savedAs === null ? '' : t('file.saved', { name: isolated(savedAs) })}</span>
      </div>
      <p role="alert" className="wk-field-error">
        {failure === null ? '' : t(`errors.${failure.code}`)}
      </p>
    </Part>
  );
}
