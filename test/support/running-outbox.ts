import { createOutbox } from '../../src/main/outbox/dispatcher.ts';
import type { Outbox, OutboxStep } from '../../src/main/outbox/outbox.ts';
import { createManualClock, type ManualClock } from '../../src/main/scheduler/manual-clock.ts';
import type { Store } from '../../src/main/store/store.ts';
import type { StoreDesk } from './store-desk.ts';
import { scriptedSender, type ScriptedSender } from './scripted-sender.ts';
import { repeatable, unwrap } from './store-options.ts';

export type RunningOutbox = {
  outbox: Outbox;
  clock: ManualClock;
  sender: ScriptedSender;
  steps: OutboxStep[];
  /** Time passes, and all that comes of it comes to its end. */
  passes(ms: number): Promise<void>;
  /** Time comes to the next instant at which the outbox has something to do. */
  toNext(): Promise<void>;
  settled(): Promise<void>;
};

/** Counts what is asked of the store and not answered. */
function counting(store: Store): Pick<Store, 'execute' | 'query' | 'onChanged'> & { open(): number } {
  let calls = 0;
  const counted = <T>(promise: Promise<T>): Promise<T> => {
    calls += 1;
    return promise.finally(() => {
      calls -= 1;
    });
  };
  return {
    execute: (name, input, context) => counted(store.execute(name, input, context)),
    query: (name, input, context) => counted(store.query(name, input, context)),
    onChanged: (listener) => store.onChanged(listener),
    open: () => calls,
  };
}

/** The real dispatcher on the real store, with a clock that the test moves and a world that does as it is told. */
export async function startOutbox(desk: StoreDesk): Promise<RunningOutbox> {
  const clock = createManualClock(desk.nowAt);
  const sender = scriptedSender(() => clock.now());
  const steps: OutboxStep[] = [];
  const store = counting(desk.store);
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const random = repeatable('outbox');
  const outbox = createOutbox({
    store,
    sender,
    secrets: null,
    clock,
    random,
    logger: quiet,
    onStep: (s) => steps.push(s),
  });
  /** Nothing under way for many turns of the event loop: what one answer brings about has been asked by then. */
  const settled = async (): Promise<void> => {
    for (let still = 0; still < 10; still += 1) {
      if (store.open() + sender.open() > 0) still = 0;
      await new Promise((next) => setImmediate(next));
    }
  };
  const passes = async (ms: number): Promise<void> => {
    await settled();
    clock.advance(ms);
    desk.nowAt = clock.now();
    await settled();
  };
  const toNext = async (): Promise<void> => {
    await settled();
    const { nextAt } = unwrap(await desk.read('outbox-next', { keychain: false }, null));
    await passes(Math.max(1, (nextAt ?? clock.now()) - clock.now()));
  };
  await outbox.start();
  await settled();
  return { outbox, clock, sender, steps, passes, toNext, settled };
}
