import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { PublishOutcome } from '../../../../preload/contract/configuration.ts';
import type { Failure } from '../../../../preload/contract/result.ts';
import { useServices } from '../../../client/services.tsx';
import { useCommand } from '../../../client/use-command.ts';
import { useText } from '../../../client/use-text.ts';
import { useFocusReturn } from '../../../ui/use-focus-return.ts';
import { useAdmin, useDraft } from '../frame/admin-context.tsx';
import { allProblems } from '../frame/field-problems.ts';
import { staleChanges } from '../frame/stale.ts';
import { publishDraft } from './publish-draft.ts';
import { PublishOutcomeText } from './publish-outcome.tsx';
import { PublishWish, type Wish } from './publish-wish.tsx';
import './publish-dialog.css';

/** What would be published, what is wrong, what it touches, and what came of it. No outcome loses what was typed. */
export function PublishDialog({ onClose }: { onClose: () => void }) {
  useFocusReturn();
  const t = useText();
  const { client } = useServices();
  const admin = useAdmin();
  const draft = useDraft((state) => state);
  const [wish, setWish] = useState<Wish>({ reapply: false, note: '' });
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [outcome, setOutcome] = useState<PublishOutcome | null>(null);
  const publishing = draft.checked?.publishing ?? 'none';
  const stale = staleChanges(admin.config, draft.changes);
  const problems = allProblems(draft);
  const isBlocked =
    draft.isChecking ||
    publishing === 'none' ||
    stale.length > 0 ||
    problems.some(({ severity }) => severity === 'error');
  const needsApproval = publishing === 'approval';

  async function submit(): Promise<void> {
    if (busy || isBlocked || outcome !== null) return;
    setBusy(true);
    const answer = await publishDraft(client, admin, wish);
    setBusy(false);
    setFailure(answer.ok ? null : answer);
    // What became stale meanwhile is shown above, to be decided thing by thing.
    if (answer.ok && answer.value.outcome !== 'stale') setOutcome(answer.value);
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
                <PublishWish problems={problems} stale={stale} wish={wish} onWish={setWish} onLeave={onClose} />
              ) : (
                <PublishOutcomeText outcome={outcome} onLeave={onClose} />
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
