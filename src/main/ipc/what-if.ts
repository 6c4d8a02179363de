import { failure, success, type Result } from '../../preload/contract/result.ts';
import type { RouteParsed } from '../../preload/contract/routes.ts';
import type { WhatIfChanged, WhatIfOutput } from '../../preload/contract/whatif.ts';
import { runWhatIf } from '../store/run-what-if.ts';
import type { SendToWindow } from './desk-feed.ts';
import type { DeskParts } from './open-desk-store.ts';
import type { Session } from './session.ts';

/** Nobody reads more of them on a screen; `wk whatif` tells all. */
const MOST_CHANGED = 200;
const MOST_PEOPLE = 50;

export type WhatIfs = {
  /** Answers when it is done or was cancelled; how far it is goes to the window meanwhile. */
  run(input: RouteParsed<'whatif.run'>, userId: string): Promise<Result<WhatIfOutput>>;
  /** Of a run that has ended, or is another's, nothing happens. */
  cancel(runId: string): void;
};

/** One what-if at a time: a new one ends the one before, and so does whoever asked for it by leaving or locking. */
export function createWhatIfs(
  session: Pick<Session, 'user' | 'store'>,
  send: SendToWindow,
  { clock }: Pick<DeskParts, 'clock'>,
): WhatIfs {
  let running: string | null = null;

  return {
    async run({ runId, ...question }, userId) {
      const store = session.store();
      if (store === null) return failure('SESSION_LOCKED');
      running = runId;
      const changed: WhatIfChanged[] = [];
      const ran = await runWhatIf(
        store,
        { ...question, mostChanged: MOST_CHANGED },
        { viewerId: userId, nowAt: clock.now() },
        {
          isCancelled: () => running !== runId || session.user()?.id !== userId,
          onSlice(progress, more) {
            changed.push(...more);
            if (session.user()?.id === userId) send('whatif.progress', { runId, ...progress });
          },
        },
      );
      if (running === runId) running = null;
      if (!ran.ok) return ran;
      const report = ran.value;
      if (report === null) return success({ state: 'cancelled' });
      return success({ state: 'done', report: { ...report, people: report.people.slice(0, MOST_PEOPLE) }, changed });
    },
    cancel(runId) {
      if (running === runId) running = null;
    },
  };
}
