import { Button, ProgressBar } from '@fluentui/react-components';
import { useText } from '../../client/use-text.ts';
import { formatCount } from '../../i18n/format.ts';
import type { Run, WhatIfStore } from './whatif-store.ts';

type Running = Extract<Run, { stage: 'running' }>;

export function WhatIfProgress({ run, store }: { run: Running; store: WhatIfStore }) {
  const t = useText();
  const { done, of, tickets } = run;
  const words =
    of === 0
      ? t('whatif.begun')
      : t('whatif.progress', { done: formatCount(done), of: formatCount(of), tickets: formatCount(tickets) });
  return (
    <div className="wk-whatif-progress">
      <ProgressBar
        aria-label={t('whatif.running')}
        aria-valuetext={words}
        {...(of === 0 ? {} : { value: done, max: of })}
      />
      <span>{words}</span>
      <Button size="small" onClick={() => void store.cancel()}>
        {t('actions.cancel')}
      </Button>
    </div>
  );
}
