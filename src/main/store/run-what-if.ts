import type { ConfigChange } from '../../preload/contract/configuration.ts';
import { success, type Result } from '../../preload/contract/result.ts';
import type { Instant } from '../../preload/contract/values.ts';
import type { WhatIfChanged, WhatIfProgress, WhatIfReport } from '../../preload/contract/whatif.ts';
import { reportOf } from '../domain/whatif/report.ts';
import { addTally, emptyTally } from '../domain/whatif/tally.ts';
import type { QueryContext, QueryOutput, Store } from './store.ts';

export type WhatIfQuestion = {
  changes: readonly ConfigChange[];
  organizationId?: string | undefined;
  /** Null: from the first ticket on, until now. */
  fromAt: Instant | null;
  untilAt: Instant | null;
  oneIn: number;
  /** Changed tickets that are named, the newest first; all are counted. */
  mostChanged: number;
};

export type WhatIfHooks = {
  /** Asked before each slice. */
  isCancelled: () => boolean;
  /** After each slice. The next is read when it has ended, so that a slow taker of `changed` is not buried. */
  onSlice: (progress: Omit<WhatIfProgress, 'runId'>, changed: readonly WhatIfChanged[]) => void | Promise<void>;
};

/**
 * Replays past tickets under a draft, slice by slice: between two slices the reader's thread is free for others, and a
 * cancelling is heard. Each slice reads the moment in which it is asked; what is written meanwhile may be in it or not.
 * @returns the report; null when it was cancelled; ACCESS_DENIED for whoever may neither configure nor propose
 */
export async function runWhatIf(
  store: Store,
  question: WhatIfQuestion,
  context: QueryContext,
  { isCancelled, onSlice }: WhatIfHooks,
): Promise<Result<WhatIfReport | null>> {
  // Nobody knows yet what a draft would do to what is to come.
  const untilAt = Math.min(question.untilAt ?? context.nowAt, context.nowAt);
  const period = { fromAt: question.fromAt, untilAt };
  const tally = emptyTally();
  let after: QueryOutput<'what-if-slice'>['next'] = null;
  let named = 0;
  let done = 0;
  let of = 0;
  do {
    if (isCancelled()) return success(null);
    const slice: Result<QueryOutput<'what-if-slice'>> = await store.query(
      'what-if-slice',
      { ...question, ...period, mostChanged: question.mostChanged - named, after },
      context,
    );
    if (!slice.ok) return slice;
    addTally(tally, slice.value.tally);
    done += slice.value.looked;
    of = Math.max(of, slice.value.total ?? 0, done);
    named += slice.value.changed.length;
    after = slice.value.next;
    await onSlice({ done: after === null ? of : done, of, tickets: tally.tickets }, slice.value.changed);
  } while (after !== null);
  return success(reportOf(tally, period));
}
