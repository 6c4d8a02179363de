import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ConfigChange } from '../../../preload/contract/configuration.ts';
import type { Failure } from '../../../preload/contract/result.ts';
import type { WhatIfOutput } from '../../../preload/contract/whatif.ts';
import type { Client } from '../../client/client.ts';
import type { DeskClock } from '../../client/desk-clock.ts';
import type { KeptKey } from '../../client/kept.ts';

const DAY_MS = 86_400_000;

export type WhatIfDone = Extract<WhatIfOutput, { state: 'done' }>;

export type Run =
  | { stage: 'none' }
  /** `of` 0: it is not known yet how many there are. */
  | { stage: 'running'; runId: string; done: number; of: number; tickets: number }
  | { stage: 'cancelled' }
  | { stage: 'failed'; failure: Failure }
  | { stage: 'done'; result: WhatIfDone };

export type Wish = {
  /** Null: from the first ticket on. */
  days: number | null;
  /** Null: every organization that the person configures. */
  organizationId: string | null;
  /** 1: every ticket. */
  oneIn: number;
};

/** `tried`: the changes that `run` is about. */
export type WhatIf = { wish: Wish; run: Run; tried: readonly ConfigChange[] };

/** One what-if of one person; it goes on while another screen stands, and its result is there when they come back. */
export type WhatIfStore = StoreApi<WhatIf> & {
  wishFor(wish: Partial<Wish>): void;
  start(changes: readonly ConfigChange[]): Promise<void>;
  cancel(): Promise<void>;
};

export const whatIfKey: KeptKey<WhatIfStore> = {};

export function createWhatIfStore(client: Client, clock: DeskClock, newId: () => string): WhatIfStore {
  const store = createStore<WhatIf>(() => ({
    wish: { days: 90, organizationId: null, oneIn: 1 },
    run: { stage: 'none' },
    tried: [],
  }));

  return Object.assign(store, {
    wishFor(wish: Partial<Wish>) {
      store.setState((state) => ({ wish: { ...state.wish, ...wish } }));
    },
    async start(changes: readonly ConfigChange[]) {
      const runId = newId();
      const isCurrent = (): boolean => {
        const { run } = store.getState();
        return run.stage === 'running' && run.runId === runId;
      };
      const { days, organizationId, oneIn } = store.getState().wish;
      store.setState({ run: { stage: 'running', runId, done: 0, of: 0, tickets: 0 }, tried: changes });
      const stop = client.on('whatif.progress', (progress) => {
        if (progress.runId === runId && isCurrent()) store.setState({ run: { stage: 'running', ...progress } });
      });
      const answer = await client.request('whatif.run', {
        runId,
        changes: [...changes],
        ...(organizationId === null ? {} : { organizationId }),
        fromAt: days === null ? null : clock.nowAt() - days * DAY_MS,
        untilAt: null,
        oneIn,
      });
      stop();
      // A later run has taken its place.
      if (!isCurrent()) return;
      if (!answer.ok) store.setState({ run: { stage: 'failed', failure: answer } });
      else if (answer.value.state === 'cancelled') store.setState({ run: { stage: 'cancelled' } });
      else store.setState({ run: { stage: 'done', result: answer.value } });
    },
    async cancel() {
      const { run } = store.getState();
      if (run.stage === 'running') await client.request('whatif.cancel', { runId: run.runId });
    },
  });
}
