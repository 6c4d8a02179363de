import { Button, Link } from '@fluentui/react-components';
import { useState } from 'react';
import { useServices } from '../../../client/services.tsx';
import { useText } from '../../../client/use-text.ts';
import { tryDraft } from '../../../client/whatif-draft.ts';
import { useAdmin, useDraft } from '../frame/admin-context.tsx';
import { allProblems } from '../frame/field-problems.ts';
import { staleChanges } from '../frame/stale.ts';
import { keyOf } from '../frame/things.ts';
import { DiscardDialog } from './discard-dialog.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import './draft-bar.css';

type Standing = { text: string; isWrong: boolean };

/** What is wrong with the draft, in a few words. */
function useStanding(): Standing {
  const t = useText();
  const { config } = useAdmin();
  const draft = useDraft((state) => state);
  if (draft.isChecking) return { text: t('admin.bar.checking'), isWrong: false };
  if (draft.failure !== null) return { text: t(`errors.${draft.failure.code}`), isWrong: false };
  const problems = allProblems(draft);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const stale = staleChanges(config, draft.changes).length;
  const words = [
    ...(stale > 0 ? [t('admin.bar.stale', { count: stale })] : []),
    ...(errors > 0 ? [t('admin.bar.errors', { count: errors })] : []),
    ...(warnings > 0 ? [t('admin.bar.warnings', { count: warnings })] : []),
  ];
  const isWrong = words.length > 0;
  return { text: isWrong ? words.join(t('admin.comma')) : t('admin.bar.fine'), isWrong };
}

/** Below every page: what is not published yet, and the way to publish it. */
export function DraftBar() {
  const t = useText();
  const { kept, commands } = useServices();
  const changes = useDraft((draft) => draft.changes);
  const unread = useDraft((draft) => draft.unread);
  const publishing = useDraft((draft) => draft.checked?.publishing);
  const [open, setOpen] = useState<'publish' | 'discard' | null>(null);
  const { text, isWrong } = useStanding();
  const count = new Set([...changes.keys(), ...[...unread.values()].map(({ thing }) => keyOf(thing))]).size;
  return (
    <>
      {count === 0 ? null : (
        <section className="wk-draft-bar" aria-label={t('admin.bar.label')}>
          <span role="status" className="wk-draft-words">
            <strong>{t('admin.bar.changes', { count })}</strong>
            {isWrong ? (
              <Link as="button" onClick={() => setOpen('publish')}>
                {text}
              </Link>
            ) : (
              <span>{text}</span>
            )}
          </span>
          <Button size="small" appearance="subtle" onClick={() => setOpen('discard')}>
            {t('admin.bar.discard')}
          </Button>
          <Button
            size="small"
            disabled={changes.size === 0}
            onClick={() => tryDraft(kept, commands, [...changes.values()])}
          >
            {t('admin.bar.whatIf')}
          </Button>
          <Button size="small" appearance="primary" onClick={() => setOpen('publish')}>
            {t(publishing === 'approval' ? 'admin.bar.propose' : 'admin.bar.publish')}
          </Button>
        </section>
      )}
      {/* What came of publishing is told when the draft, and with it the bar, has gone. */}
      {open === 'publish' ? <PublishDialog onClose={() => setOpen(null)} /> : null}
      {open === 'discard' ? <DiscardDialog onClose={() => setOpen(null)} /> : null}
    </>
  );
}
