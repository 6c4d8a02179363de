import { Button, Field, Switch, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { ConfigImported } from '../../../../preload/contract/config-files.ts';
import type { PublishOutcome } from '../../../../preload/contract/publishing.ts';
import type { Failure } from '../../../../preload/contract/result.ts';
import { useServices } from '../../../client/services.tsx';
import { useText } from '../../../client/use-text.ts';
import { textDirection } from '../../../i18n/format.ts';
import { useAdmin } from '../frame/admin-context.tsx';
import { ProblemList } from '../publish/problem-list.tsx';
import { PublishOutcomeText } from '../publish/publish-outcome.tsx';
import { ChangeTable } from './change-table.tsx';

type Props = { text: string; told: ConfigImported; onTold: (told: ConfigImported) => void };

/** What a file would change and what is wrong with it; then its publishing, of exactly what was shown. */
export function ImportResult({ text, told, onTold }: Props) {
  const t = useText();
  const { client } = useServices();
  const { configs, drafts } = useAdmin();
  const [reapply, setReapply] = useState(false);
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [outcome, setOutcome] = useState<PublishOutcome | null>(null);
  const { problems, changes, digest, publishing } = told;
  const isWrong = problems.some(({ severity }) => severity === 'error');
  const isBlocked = publishing === 'none' || isWrong;

  async function publish(): Promise<void> {
    setBusy(true);
    const answer = await client.request('config.import', { text, publish: true, seen: digest, reapply, note });
    await configs.read();
    void drafts.check();
    setBusy(false);
    setFailure(answer.ok ? null : answer);
    if (!answer.ok) return;
    // Somebody published in between: what is shown is looked at anew before anything happens.
    if (answer.value.outcome?.outcome === 'stale') onTold(answer.value);
    else setOutcome(answer.value.outcome);
  }

  if (outcome !== null) return <PublishOutcomeText outcome={outcome} onLeave={() => undefined} />;
  return (
    <>
      {told.outcome?.outcome === 'stale' ? (
        <p role="alert" className="wk-plain wk-proposal-stale">
          {t('file.stale')}
        </p>
      ) : null}
      <ProblemList problems={problems} showPath />
      <div role="status">
        {changes.length === 0 && !isWrong ? <p className="wk-plain">{t('file.nothing')}</p> : null}
      </div>
      {changes.length === 0 ? null : <ChangeTable changes={changes} />}
      {changes.length === 0 || isBlocked ? null : (
        <>
          <Switch
            label={t('admin.publish.reapply')}
            checked={reapply}
            onChange={(_, data) => setReapply(data.checked)}
          />
          <Field label={t('admin.publish.note')} hint={t('field.optional')} size="small">
            <Textarea
              size="small"
              value={note}
              maxLength={2000}
              textarea={{ dir: textDirection(note) }}
              onChange={(_, data) => setNote(data.value)}
            />
          </Field>
          <div>
            <Button size="small" appearance="primary" disabled={busy} onClick={() => void publish()}>
              {t(publishing === 'approval' ? 'admin.publish.submitPropose' : 'admin.publish.submit')}
            </Button>
          </div>
        </>
      )}
      <p role="alert" className="wk-field-error">
        {failure === null ? '' : t(`errors.${failure.code}`)}
      </p>
    </>
  );
}
