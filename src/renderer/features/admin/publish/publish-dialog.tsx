import { useState } from 'react';
import type { PublishOutcome } from '../../../../preload/contract/publishing.ts';
import type { Failure } from '../../../../preload/contract/result.ts';
import { useServices } from '../../../client/services.tsx';
import { useText } from '../../../client/use-text.ts';
import { FormDialog } from '../../../ui/dialogs/form-dialog.tsx';
import { useAdmin, useDraft } from '../frame/admin-context.tsx';
import { allProblems } from '../frame/field-problems.ts';
import { staleChanges } from '../frame/stale.ts';
import { publishDraft } from './publish-draft.ts';
import { PublishOutcomeText } from './publish-outcome.tsx';
import { PublishWish, type Wish } from './publish-wish.tsx';
import './publish-dialog.css';

/** What would be published, what is wrong, what it touches, and what came of it. No outcome loses what was typed. */
export function PublishDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { client } = useServices();
  const admin = useAdmin();
  const draft = useDraft((state) => state);
  const [wish, setWish] = useState<Wish>({ reapply: false, note: '' });
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

  async function publish(): Promise<Failure | null> {
    const answer = await publishDraft(client, admin, wish);
    if (!answer.ok) return answer;
    // What became stale meanwhile is shown above, to be decided thing by thing.
    if (answer.value.outcome !== 'stale') setOutcome(answer.value);
    return null;
  }

  return (
    <FormDialog
      title={t(needsApproval ? 'admin.publish.titlePropose' : 'admin.publish.title')}
      submitLabel={t(needsApproval ? 'admin.publish.submitPropose' : 'admin.publish.submit')}
      surface="wk-dialog-wide"
      disabled={isBlocked}
      onSubmit={publish}
      onClose={onClose}
      outcome={outcome === null ? null : <PublishOutcomeText outcome={outcome} onLeave={onClose} />}
    >
      <PublishWish problems={problems} stale={stale} wish={wish} onWish={setWish} onLeave={onClose} />
    </FormDialog>
  );
}
