import { useEffect, useState } from 'react';
import type { ReaderSettingsValue } from '../../../preload/contract/messages.ts';
import type { Failure } from '../../../preload/contract/result.ts';
import { useServices } from '../../client/services.tsx';
import { useText } from '../../client/use-text.ts';
import { useTextPart } from '../../client/use-text-part.ts';
import { FormDialog } from '../../ui/dialogs/form-dialog.tsx';
import { InfoDialog } from '../../ui/dialogs/info-dialog.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Problem } from '../../ui/states.tsx';
import { AddressFields, QuietFields } from './reader-fields.tsx';
import { readerForm, settingsOf, type ReaderField } from './reader-form.ts';
import './reader-settings.css';
import { WaysTable } from './ways-table.tsx';

type Wrong = { field: ReaderField; why: 'needed' | 'bad' };

/** Which field main found wrong: it alone knows what numbers there are. */
function wrongIn(failed: Failure): Wrong | null {
  const field = failed.params?.['field'];
  return field === 'email' || field === 'phone' ? { field, why: 'bad' } : null;
}

function useWrongText(): (wrong: Wrong | null) => Partial<Record<ReaderField, string>> {
  const t = useText();
  return (wrong) => {
    if (wrong === null) return {};
    const texts: Record<ReaderField, string> = {
      email: t('message.settings.badEmail'),
      phone: wrong.why === 'needed' ? t('message.settings.phoneNeeded') : t('message.settings.badPhone'),
      from: t('message.settings.badTime'),
      until: t('message.settings.badTime'),
    };
    return { [wrong.field]: texts[wrong.field] };
  };
}

function ReaderDialog({ settings, onClose }: { settings: ReaderSettingsValue; onClose: () => void }) {
  const t = useText();
  const { client, messages } = useServices();
  const [form, setForm] = useState(() => readerForm(settings));
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const wrongText = useWrongText();
  const change = (part: Partial<typeof form>) => setForm((now) => ({ ...now, ...part }));
  const parts = { form, onChange: change, wrong: wrongText(wrong) };

  async function submit(): Promise<Failure | null> {
    const read = settingsOf(form);
    setWrong(read.ok ? null : read);
    if (!read.ok) return { ok: false, code: 'BAD_INPUT' };
    const answer = await client.request('inbox.setSettings', read.settings);
    if (!answer.ok) {
      setWrong(wrongIn(answer));
      return answer;
    }
    messages.done({ key: 'message.settings.saved' });
    return null;
  }
  return (
    <FormDialog
      title={t('message.settings.title')}
      submitLabel={t('actions.save')}
      surface="wk-dialog-wide"
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="wk-dialog-hint">{t('message.settings.hint')}</p>
      <AddressFields {...parts} />
      <WaysTable ways={form.ways} onChange={(ways) => change({ ways })} />
      <QuietFields {...parts} />
    </FormDialog>
  );
}

/** How oneself is told outside the window. */
export function ReaderSettings({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { client } = useServices();
  const hasTexts = useTextPart('message');
  const [settings, setSettings] = useState<ReaderSettingsValue | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    void client.request('inbox.settings', {}).then((answer) => {
      if (answer.ok) setSettings(answer.value);
      else setFailure(answer);
    });
  }, [client]);

  if (!hasTexts) return null;
  if (settings !== null) return <ReaderDialog settings={settings} onClose={onClose} />;
  return (
    <InfoDialog title={t('message.settings.title')} onClose={onClose}>
      {failure === null ? <Skeleton /> : <Problem failure={failure} />}
    </InfoDialog>
  );
}
