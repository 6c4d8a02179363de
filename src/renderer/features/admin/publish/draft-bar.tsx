import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useText } from '../../../client/use-text.ts';
import { useDraft } from '../frame/admin-context.tsx';
import { allProblems } from '../frame/field-problems.ts';
import { PublishDialog } from './publish-dialog.tsx';
import { DiscardDialog } from './discard-dialog.tsx';
import './draft-bar.css';

/** What is wrong with the draft, in a few words. */
function useStanding(): string {
  const t = useText();
  const draft = useDraft((state) => state);
  if (draft.isChecking) return t('admin.bar.checking');
  if (draft.failure !== null) return t(`errors.${draft.failure.code}`);
  const problems = allProblems(draft);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const words = [
    ...(errors > 0 ? [t('admin.bar.errors', { count: errors })] : []),
    ...(warnings > 0 ? [t('admin.bar.warnings', { count: warnings })] : []),
  ];
  return words.length === 0 ? t('admin.bar.fine') : words.join(t('admin.comma'));
}

/** Below every page: what is not published yet, and the way to publish it. */
export function DraftBar() {
  const t = useText();
  const changes = useDraft((draft) => draft.changes);
  const unread = useDraft((draft) => draft.unread);
  const publishing = useDraft((draft) => draft.checked?.publishing);
  const [open, setOpen] = useState<'publish' | 'discard' | null>(null);
  const standing = useStanding();
  const count = new Set([...changes.keys(), ...[...unread.values()].map(({ thing }) => `${thing.kind} ${thing.id}`)])
    .size;
  if (count === 0 && open === null) return null;
  return (
    <section className="wk-draft-bar" aria-label={t('admin.bar.label')}>
      <span role="status" className="wk-draft-words">
        <strong>{t('admin.bar.changes', { count })}</strong>
        <span>{standing}</span>
      </span>
      <Button size="small" appearance="subtle" onClick={() => setOpen('discard')}>
        {t('admin.bar.discard')}
      </Button>
      <Button size="small" appearance="primary" onClick={() => setOpen('publish')}>
        {t(publishing === 'approval' ? 'admin.bar.propose' : 'admin.bar.publish')}
      </Button>
      {open === 'publish' ? <PublishDialog onClose={() => setOpen(null)} /> : null}
      {open === 'discard' ? <DiscardDialog onClose={() => setOpen(null)} /> : null}
    </section>
  );
}
