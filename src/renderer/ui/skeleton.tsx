import { useEffect, useState } from 'react';
import { useServices } from '../client/services.tsx';
import { useText } from '../client/use-text.ts';
import './skeleton.css';

/** An answer within this time is shown at once: a skeleton that only flashes is worse than none. */
const skeletonAfterMs = 150;

export function Skeleton({ lines = 6 }: { lines?: number }) {
  const t = useText();
  const { timers } = useServices();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const handle = timers.set(() => setShown(true), skeletonAfterMs);
    return () => timers.clear(handle);
  }, [timers]);
  if (!shown) return null;
  return (
    <div className="wk-skeleton" role="status" aria-label={t('app.loading')}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="wk-skeleton-line" />
      ))}
    </div>
  );
}
