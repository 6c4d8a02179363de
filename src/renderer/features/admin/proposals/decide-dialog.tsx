import { Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { PublishOutcome } from '../../../../preload/contract/publishing.ts';
import type { Failure } from '../../../../preload/contract/result.ts';
import type { RouteInput } from '../../../../preload/contract/routes.ts';
import { useServices } from '../../../client/services.tsx';
import { useText } from '../../../client/use-text.ts';
import { textDirection } from '../../../i18n/format.ts';
import { FormDialog } from '../../../ui/dialogs/form-dialog.tsx';
import { PublishOutcomeText } from '../publish/publish-outcome.tsx';

export type Verdict = RouteInput<'config.decide'>['verdict'];
type Props = { verdict: Verdict; proposalId: string; onClose: () => void; onDecided: () => void };

/** Approve, reject or withdraw. To reject needs a reason, which its author reads. */
export function DecideDialog({ verdict, proposalId, onClose, onDecided }: Props) {
  const t = useText();
  const { client } = useServices();
  const [reason, setReason] = useState('');
  const [outcome, setOutcome] = useState<PublishOutcome | null>(null);

  async function decide(): Promise<Failure | null> {
    const answer = await client.request('config.decide', { proposalId, verdict, reason });
    if (!answer.ok) return answer;
    setOutcome(answer.value);
    return null;
  }
  function close(): void {
    onClose();
    if (outcome !== null) onDecided();
  }

  return (
    <FormDialog
      title={t(`proposals.title.${verdict}`)}
      submitLabel={t(`proposals.${verdict}`)}
      disabled={verdict === 'reject' && reason.trim() === ''}
      onSubmit={decide}
      onClose={close}
      outcome={outcome === null ? null : <PublishOutcomeText outcome={outcome} onLeave={close} />}
    >
      <p className="wk-plain">{t(`proposals.hint.${verdict}`)}</p>
      <Field label={t('field.reason')} required={verdict === 'reject'} size="small">
        <Textarea
          size="small"
          value={reason}
          maxLength={2000}
          autoFocus
          textarea={{ dir: textDirection(reason) }}
          onChange={(_, data) => setReason(data.value)}
        />
      </Field>
    </FormDialog>
  );
}
