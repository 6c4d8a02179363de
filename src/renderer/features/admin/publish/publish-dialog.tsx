import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Switch,
  Textarea,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { PublishOutcome } from '../../../../preload/contract/configuration.ts';
import type { Failure } from '../../../../preload/contract/result.ts';
import { useServices } from '../../../client/services.tsx';
import { useCommand } from '../../../client/use-command.ts';
import { useText } from '../../../client/use-text.ts';
import { textDirection } from '../../../i18n/format.ts';
import { useFocusReturn } from '../../../ui/use-focus-return.ts';
import { useAdmin, useDraft } from '../frame/admin-context.tsx';
import { allProblems } from '../frame/field-problems.ts';
import { ProblemList } from './problem-list.tsx';
import { publishDraft } from './publish-draft.ts';
import { PublishOutcomeText } from './publish-outcome.tsx';

/** What is wrong, what it touches, and what came of it. Nothing that was typed is lost by any outcome. */
export function PublishDialog({ onClose }: { onClose: () => void }) {
  useFocusReturn();
  const t = useText();
  const { client } = useServices();
  const admin = useAdmin();
  const draft = useDraft((state) => state);
  const [reapply, setReapply] = useState(false);
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [outcome, setOutcome] = useState<PublishOutcome | null>(null);
  const problems = allProblems(draft);
  const publishing = draft.checked?.publishing ?? 'none';
  const isBlocked = draft.isChecking || publishing === 'none' || problems.some(({ severity }) => severity === 'error');
  const needsApproval = publishing === 'approval';

  async function submit(): Promise<void> {
    if (busy || isBlocked || outcome !== null) return;
    setBusy(true);
    const answer = await publishDraft(client, admin, { reapply, note });
    setBusy(false);
    setFailure(answer.ok ? null : answer);
    if (answer.ok) setOutcome(answer.value);
  }
  useCommand('send', () => void submit());

  return (
    <Dialog open onOpenChange={(_, data) => (data.open ? undefined : onClose())}>
      <DialogSurface className="wk-dialog-wide">
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <DialogBody>
            <DialogTitle>{t(needsApproval ? 'admin.publish.titlePropose' : 'admin.publish.title')}</DialogTitle>
            <DialogContent className="wk-dialog-content">
              {outcome === null ? (
                <>
                  <ProblemList problems={problems} onLeave={onClose} />
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
                </>
              ) : (
                <PublishOutcomeText outcome={outcome} onClose={onClose} />
              )}
              <p role="alert" className="wk-field-error">
                {failure === null ? '' : t(`errors.${failure.code}`)}
              </p>
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{t(outcome === null ? 'actions.cancel' : 'actions.close')}</Button>
              {outcome === null ? (
                <Button type="submit" appearance="primary" disabled={busy || isBlocked}>
                  {t(needsApproval ? 'admin.publish.submitPropose' : 'admin.publish.submit')}
                </Button>
              ) : null}
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
