import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { PublishOutcome } from '../../../../preload/contract/publishing.ts';
import { useText } from '../../../client/use-text.ts';
import { ProblemList } from './problem-list.tsx';
import { StaleList } from './stale-list.tsx';

const intents: Readonly<Record<PublishOutcome['outcome'], 'success' | 'info' | 'warning' | 'error'>> = {
  published: 'success',
  proposed: 'success',
  unchanged: 'info',
  rejected: 'info',
  withdrawn: 'info',
  refused: 'error',
  stale: 'warning',
};

/** What came of publishing, proposing or deciding, and what to do next. @param onLeave  before a problem's field is shown */
export function PublishOutcomeText({ outcome, onLeave }: { outcome: PublishOutcome; onLeave: () => void }) {
  const t = useText();
  const kind = outcome.outcome;
  return (
    <div role="status" className="wk-outcome">
      <MessageBar intent={intents[kind]} layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{t(`admin.outcome.${kind}.title`)}</MessageBarTitle>
          {t(`admin.outcome.${kind}.text`)}
          {outcome.outcome === 'published' && outcome.reapplying ? ` ${t('admin.outcome.reapplying')}` : ''}
        </MessageBarBody>
      </MessageBar>
      {outcome.outcome === 'refused' ? <ProblemList problems={outcome.problems} onLeave={onLeave} /> : null}
      {'warnings' in outcome ? <ProblemList problems={outcome.warnings} onLeave={onLeave} /> : null}
      {outcome.outcome === 'stale' ? <StaleList things={outcome.things} /> : null}
    </div>
  );
}
