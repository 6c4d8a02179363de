import { Button } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
import { useEffect, useRef } from 'react';
import type { ChannelView } from '../../../../preload/contract/messages.ts';
import { useText } from '../../../client/use-text.ts';
import { useAdmin } from '../frame/admin-context.tsx';
import { Part } from '../frame/part.tsx';
import { openThing } from '../frame/place-store.ts';
import { ChannelFacts } from './channel-facts.tsx';
import { secretsFor } from './channel-form.ts';
import type { ChannelStore } from './channel-store.ts';
import { ContentTable } from './content-table.tsx';
import { EmailFields } from './email-fields.tsx';
import { FormProblems } from './form-field.tsx';
import { ProbeButton } from './probe-button.tsx';
import { SecretFields } from './secret-fields.tsx';
import { TestPart } from './test-part.tsx';
import { TwilioFields } from './twilio-fields.tsx';
import { useChannelForm } from './use-channel-form.ts';

/** One channel: how it stands, its settings and secrets, a test. Saved at once, by administrators alone. */
export function ChannelEditor({ view, store }: { view: ChannelView; store: ChannelStore }) {
  const t = useText();
  const { places } = useAdmin();
  const { form, secrets, wrong, busy, isDirty, change, type, changeSecrets, discard, save } = useChannelForm(
    view,
    store,
  );
  const page = useRef<HTMLDivElement>(null);
  const { settings, typed } = form;
  const { problems, failure } = wrong;
  const { asked } = wrong;
  useEffect(() => {
    // The first as the page has them, once main has answered; what is typed afterwards moves nobody.
    page.current?.querySelector<HTMLElement>('[data-field] [aria-invalid="true"]')?.focus();
  }, [asked]);

  return (
    <FormProblems value={problems}>
      <div className="wk-admin-head">
        <Button
          size="small"
          appearance="subtle"
          icon={<ArrowLeftRegular className="wk-admin-back" />}
          aria-label={t('actions.back')}
          onClick={() => openThing(places, null)}
        />
        <h1>{t(`channel.${view.channel}`)}</h1>
      </div>
      <div className="wk-admin-body" ref={page}>
        <Part title={t('channels.standing')}>
          <ChannelFacts view={view} />
          <div className="wk-channel-acts">
            <ProbeButton view={view} store={store} />
          </div>
        </Part>
        <form
          noValidate
          className="wk-channel-form"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <Part title={t('channels.settings')}>
            {settings.channel === 'email' ? (
              <EmailFields settings={settings} typed={typed} onChange={change} onType={type} />
            ) : (
              <TwilioFields settings={settings} typed={typed} onChange={change} onType={type} />
            )}
          </Part>
          <SecretFields fields={secretsFor(settings)} kept={view.secrets} secrets={secrets} onChange={changeSecrets} />
          {settings.channel === 'whatsapp' ? <ContentTable settings={settings} onChange={change} /> : null}
          <div className="wk-channel-save">
            <Button type="submit" size="small" appearance="primary" disabled={busy}>
              {t('channels.save')}
            </Button>
            {isDirty ? (
              <Button size="small" onClick={discard}>
                {t('channels.discard')}
              </Button>
            ) : null}
            <span role="alert" className="wk-field-error">
              {problems.length > 0 ? t('channels.wrong') : failure === null ? '' : t(`errors.${failure.code}`)}
            </span>
            {isDirty && problems.length === 0 && failure === null ? (
              <span className="wk-faint">{t('channels.unsaved')}</span>
            ) : null}
          </div>
        </form>
        <TestPart view={view} isDirty={isDirty} store={store} />
      </div>
    </FormProblems>
  );
}
