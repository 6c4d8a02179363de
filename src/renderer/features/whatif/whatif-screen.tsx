import { Button } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { ConfigChange } from '../../../preload/contract/configuration.ts';
import { useServices } from '../../client/services.tsx';
import { useText } from '../../client/use-text.ts';
import { whatIfDraftOf } from '../../client/whatif-draft.ts';
import { formatInstant, isolated } from '../../i18n/format.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Empty, Problem } from '../../ui/states.tsx';
import { WhatIfProgress } from './whatif-progress.tsx';
import { WhatIfResult } from './whatif-result.tsx';
import { createWhatIfStore, whatIfKey, type WhatIfDone } from './whatif-store.ts';
import { WhatIfWish } from './whatif-wish.tsx';
import './whatif.css';

/** One thing of a draft by its kind and name; a rule has none but its level. */
function useThingText(): (change: ConfigChange) => string {
  const t = useText();
  return (change) => {
    switch (change.kind) {
      case 'rule':
        return t('whatif.thing.rule', { level: change.value.level });
      case 'user':
        return t('whatif.thing.user', { name: isolated(change.value.displayName) });
      case 'template':
        return t('whatif.thing.template', { channel: t(`channel.${change.value.channel}`) });
      default:
        return t(`whatif.thing.${change.kind}`, { name: isolated(change.value.name) });
    }
  };
}

function Tried({ changes }: { changes: readonly ConfigChange[] }) {
  const t = useText();
  const textOf = useThingText();
  return (
    <ul className="wk-whatif-tried" aria-label={t('whatif.tried')}>
      {changes.map((change) => (
        <li key={JSON.stringify(change)}>{textOf(change)}</li>
      ))}
    </ul>
  );
}

function Replayed({ report }: WhatIfDone) {
  const t = useText();
  const { fromAt, untilAt, tickets } = report;
  const from = fromAt === null ? t('whatif.theFirst') : formatInstant(fromAt);
  return t('whatif.replayed', { count: tickets, from, until: formatInstant(untilAt) });
}

type Props = { onOpen: (ticketId: string) => void; onAdmin: (() => void) | null };

/** Past tickets under the draft that the administration hands over, before it is published. */
export function WhatIfScreen({ onOpen, onAdmin }: Props) {
  const t = useText();
  const { client, clock, kept, loadTexts } = useServices();
  const [store] = useState(() => kept.of(whatIfKey, () => createWhatIfStore(client, clock, () => crypto.randomUUID())));
  const [hasTexts, setHasTexts] = useState(false);
  const changes = useStore(whatIfDraftOf(kept), (draft) => draft.changes);
  const { run, tried } = useStore(store);

  useEffect(() => {
    let current = true;
    void loadTexts('whatif').then(() => current && setHasTexts(true));
    return () => {
      current = false;
    };
  }, [loadTexts]);

  if (!hasTexts) return <Skeleton />;
  const start = () => void store.start(changes);
  // What was found of another draft would be taken for this one's.
  const isOfThis = JSON.stringify(tried) === JSON.stringify(changes);
  return (
    <section className="wk-whatif" aria-labelledby="wk-whatif-title">
      <div className="wk-whatif-head">
        <h1 id="wk-whatif-title">{t('whatif.title')}</h1>
        {onAdmin === null ? null : (
          <Button size="small" onClick={onAdmin}>
            {t('whatif.toDraft')}
          </Button>
        )}
      </div>
      {changes.length === 0 ? (
        <Empty
          reason={t('whatif.noDraft')}
          action={onAdmin === null ? null : <Button onClick={onAdmin}>{t('whatif.openAdmin')}</Button>}
        />
      ) : (
        <>
          <p className="wk-plain">{t('whatif.about')}</p>
          <Tried changes={changes} />
          <WhatIfWish store={store} onStart={start} />
          {run.stage === 'running' ? <WhatIfProgress run={run} store={store} /> : null}
          <p className="wk-plain" role="status">
            {run.stage === 'cancelled' ? t('whatif.cancelled') : null}
            {run.stage === 'done' && isOfThis ? <Replayed {...run.result} /> : null}
          </p>
          {run.stage === 'failed' ? <Problem failure={run.failure} onRetry={start} /> : null}
          {run.stage === 'done' && isOfThis ? <WhatIfResult result={run.result} onOpen={onOpen} /> : null}
        </>
      )}
    </section>
  );
}
