import { ProgressBar } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { EventPayload } from '../../../preload/contract/routes.ts';
import { useServices } from '../../client/services.tsx';
import { useText } from '../../client/use-text.ts';
import { formatCount } from '../../i18n/format.ts';
import { EntryCard } from '../../ui/entry-card.tsx';

/** The desk is being made: how far a large sample is, which takes minutes. */
export function WorkingStep() {
  const t = useText();
  const { client } = useServices();
  const [progress, setProgress] = useState<EventPayload<'setUp.progress'> | null>(null);
  useEffect(() => client.on('setUp.progress', setProgress), [client]);
  const said =
    progress === null
      ? null
      : t('firstRun.workingTickets', { done: formatCount(progress.done), of: formatCount(progress.of) });
  return (
    <EntryCard title={t('firstRun.working')}>
      <div className="wk-entry-form">
        <p className="wk-entry-hint" role="status">
          {t('firstRun.workingHint')}
        </p>
        <ProgressBar
          aria-label={t('firstRun.working')}
          {...(progress === null ? {} : { value: progress.done, max: progress.of, 'aria-valuetext': said ?? '' })}
        />
        {/* Not a live region: a reader would hear a thousand numbers. The bar itself can be asked. */}
        <p className="wk-entry-hint wk-working">{said}</p>
      </div>
    </EntryCard>
  );
}
