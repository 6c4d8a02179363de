import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { useText } from '../../../client/use-text.ts';
import { isolated, plainInput } from '../../../i18n/format.ts';
import { useAdmin } from '../frame/admin-context.tsx';
import { Part } from '../frame/part.tsx';
import { useTriedNumber } from './preview-store.ts';
import { RulesTimeline } from './rules-timeline.tsx';
import { useRulesPreview } from './use-escalation.ts';

/** What the rules of the draft would do to a real ticket, which is named by its number. */
export function RulesPreviewPart() {
  const t = useText();
  const { config, organizationId } = useAdmin();
  const [number, setNumber] = useTriedNumber(organizationId);
  const [typed, setTyped] = useState(number ?? '');
  const { value, failure } = useRulesPreview(number);
  const plain = plainInput(typed).trim();
  const organization = config.organizations.find(({ id }) => id === organizationId)?.name ?? '';

  return (
    <Part title={t('escalation.preview.title')} hint={t('escalation.preview.hint')}>
      <form
        className="wk-rules-ask"
        onSubmit={(event) => {
          event.preventDefault();
          setNumber(plain);
        }}
      >
        <Field label={t('escalation.preview.number')} size="small">
          <Input size="small" dir="ltr" value={typed} maxLength={40} onChange={(_, data) => setTyped(data.value)} />
        </Field>
        <Button type="submit" size="small">
          {t('escalation.preview.show')}
        </Button>
      </form>
      <div role="status">
        {failure === null ? null : (
          <p className="wk-field-error">
            {failure.code === 'NOT_FOUND'
              ? t('escalation.preview.notFound', { organization: isolated(organization) })
              : t(`errors.${failure.code}`)}
          </p>
        )}
        {failure === null && number !== null && value !== null ? <RulesTimeline preview={value} /> : null}
      </div>
    </Part>
  );
}
