import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Textarea,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { PublishOutcome } from '../../../../preload/contract/configuration.ts';
import type { Failure } from '../../../../preload/contract/result.ts';
import type { RouteInput } from '../../../../preload/contract/routes.ts';
import { useServices } from '../../../client/services.tsx';
import { useCommand } from '../../../client/use-command.ts';
import { useText } from '../../../client/use-text.ts';
import { textDirection } from '../../../i18n/format.ts';
import { useFocusReturn } from '../../../ui/use-focus-return.ts';
import { PublishOutcomeText } from '../publish/publish-outcome.tsx';

export type Verdict = RouteInput<'config.decide'>['verdict'];
type Props = { verdict: Verdict; proposalId: string; onClose: () => void; onDecided: () => void };

/** Approve, reject or withdraw. To reject needs a reason, which its author reads. */
export function DecideDialog({ verdict, proposalId, onClose, onDecided }: Props) {
  useFocusReturn();
  const t = useText();
  const { client } = useServices();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [outcome, setOutcome] = useState<PublishOutcome | null>(null);
  const isBlocked = verdict === 'reject' && reason.trim() === '';

  async function submit(): Promise<void> {
    if (busy || isBlocked || outcome !== null) return;
    setBusy(true);
    const answer = await client.request('config.decide', { proposalId, verdict, reason });
    setBusy(false);
    setFailure(answer.ok ? null : answer);
    if (answer.ok) setOutcome(answer.value);
  }
  function close(): void {
    onClose();
    if (outcome !== null) onDecided();
  }
  useCommand('send', () => void submit());

  return (
    <Dialog open onOpenChange={(_, data) => (data.open ? undefined : close())}>
      <DialogSurface className="wk-dialog">
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <DialogBody>
            <DialogTitle>{t(`proposals.title.${verdict}`)}</DialogTitle>
            <DialogContent className="wk-dialog-content">
              {outcome === null ? (
                <>
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
                </>
              ) : (
                <PublishOutcomeText outcome={outcome} onLeave={close} />
              )}
              <p role="alert" className="wk-field-error">
                {failure === null ? '' : t(`errors.${failure.code}`)}
              </p>
            </DialogContent>
            <DialogActions>
              <Button onClick={close}>{t(outcome === null ? 'actions.cancel' : 'actions.close')}</Button>
              {outcome === null ? (
                <Button type="submit" appearance="primary" disabled={busy || isBlocked}>
                  {t(`proposals.${verdict}`)}
                </Button>
              ) : null}
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
