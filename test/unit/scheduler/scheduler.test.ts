import { expect, test } from 'vitest';
import { createManualClock } from '../../../src/main/scheduler/manual-clock.ts';
import { createScheduler } from '../../../src/main/scheduler/scheduler.ts';
import { failure, success } from '../../../src/preload/contract/result.ts';
import type { Store, StoreChange } from '../../../src/main/store/store.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const random = { bytes: (length: number) => new Uint8Array(length) };

/** The store's side of the bargain alone: instants that are due, and what working them off costs. */
function storeOf(due: number[]) {
  let listener: (change: StoreChange) => void = () => undefined;
  let broken = false;
  const calls: { nowAt: number; limit: number; awaiting: boolean }[] = [];
  const nextAt = () => due.toSorted((a, b) => a - b)[0] ?? null;
  const store = {
    async execute(_name: 'work-off', input: { limit: number; awaiting: boolean }, context: { nowAt: number }) {
      calls.push({ nowAt: context.nowAt, ...input });
      if (broken) return failure('DISK_FULL');
      const ready = due.filter((at) => at <= context.nowAt).slice(0, input.limit);
      for (const at of ready) due.splice(due.indexOf(at), 1);
      const more = due.some((at) => at <= context.nowAt);
      return success({ worked: ready.length, added: ready.length, more, nextAt: nextAt(), failures: [], acts: [] });
    },
    onChanged(heard: (change: StoreChange) => void) {
      listener = heard;
      return () => undefined;
    },
  } as unknown as Store;
  return {
    store,
    calls,
    due,
    breakDisk: (is: boolean) => (broken = is),
    change: (change: Partial<StoreChange>) => {
      listener({ stretches: [], many: false, directory: false, nextAt: nextAt(), notices: 0, messages: 0, ...change });
    },
  };
}

/** Lets everything that is under way in this process come to its end. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((next) => setImmediate(next));
}

test('works off at its start what was missed while the program was off, in batches', async () => {
  const { store, calls, due } = storeOf(Array.from({ length: 900 }, (_, index) => index));
  const clock = createManualClock(1_000);
  await createScheduler({ store, clock, random, logger: quiet }).start();
  expect(calls.map(({ limit }) => limit)).toEqual([400, 400, 400]);
  expect(due).toEqual([]);
});

test('waits for the earliest instant and asks nothing before it', async () => {
  const { store, calls } = storeOf([5_000, 9_000]);
  const clock = createManualClock(0);
  await createScheduler({ store, clock, random, logger: quiet }).start();
  clock.advance(4_999);
  await settled();
  expect(calls).toHaveLength(1);
  clock.advance(1);
  await settled();
  expect(calls.map(({ nowAt }) => nowAt)).toEqual([0, 5_000]);
  clock.advance(4_000);
  await settled();
  expect(calls.map(({ nowAt }) => nowAt)).toEqual([0, 5_000, 9_000]);
});

test('looks again without asking the store while nothing is due', async () => {
  const { store, calls } = storeOf([5_000]);
  const clock = createManualClock(0);
  const scheduler = createScheduler({ store, clock, random, logger: quiet });
  await scheduler.start();
  await scheduler.check();
  expect(calls).toHaveLength(1);
  clock.advance(5_000);
  await settled();
  expect(calls.map(({ nowAt }) => nowAt)).toEqual([0, 5_000]);
});

test('hears of an earlier instant from the change feed', async () => {
  const { store, calls, due, change } = storeOf([9_000]);
  const clock = createManualClock(0);
  await createScheduler({ store, clock, random, logger: quiet }).start();
  due.push(2_000);
  change({});
  clock.advance(2_000);
  await settled();
  expect(calls.at(-1)?.nowAt).toBe(2_000);
  expect(due).toEqual([9_000]);
});

test('works off all that a jump of the clock passed over', async () => {
  const { store, due } = storeOf([1_000, 2_000, 3_000, 99_000]);
  const clock = createManualClock(0);
  await createScheduler({ store, clock, random, logger: quiet }).start();
  clock.advance(50_000);
  await settled();
  expect(due).toEqual([99_000]);
});

test('tries escalations that found nobody again when the directory changed, and not otherwise', async () => {
  const { store, calls, change } = storeOf([]);
  const clock = createManualClock(0);
  await createScheduler({ store, clock, random, logger: quiet }).start();
  change({ stretches: [{ organizationId: 'o', sensitive: false, ticketIds: ['t'] }] });
  await settled();
  expect(calls.map(({ awaiting }) => awaiting)).toEqual([true]);
  change({ directory: true });
  await settled();
  expect(calls.map(({ awaiting }) => awaiting)).toEqual([true, true]);
});

test('tries again, ever more slowly, while the disk is full', async () => {
  const { store, calls, due, breakDisk } = storeOf([10]);
  const clock = createManualClock(0);
  breakDisk(true);
  await createScheduler({ store, clock, random, logger: quiet }).start();
  for (const waitMs of [1_000, 2_000, 4_000]) {
    const before = calls.length;
    clock.advance(waitMs - 1);
    await settled();
    expect(calls).toHaveLength(before);
    clock.advance(1);
    await settled();
    expect(calls).toHaveLength(before + 1);
  }
  breakDisk(false);
  clock.advance(8_000);
  await settled();
  expect(due).toEqual([]);
});

test('does not spin over a ticket that stays due', async () => {
  const { store, calls } = storeOf([]);
  const stuck = {
    ...store,
    execute: (async (...args: Parameters<Store['execute']>) => {
      await store.execute(...args);
      return success({ worked: 0, added: 0, more: false, nextAt: 1, failures: [] });
    }) as unknown as Store['execute'],
  };
  const clock = createManualClock(1_000);
  await createScheduler({ store: stuck, clock, random, logger: quiet }).start();
  await settled();
  expect(calls.length).toBeLessThan(25);
});

test('plans nothing more once it was stopped', async () => {
  const { store, calls } = storeOf([5_000]);
  const clock = createManualClock(0);
  const scheduler = createScheduler({ store, clock, random, logger: quiet });
  await scheduler.start();
  await scheduler.stop();
  clock.advance(10_000);
  await settled();
  expect(calls).toHaveLength(1);
});

test('works nothing off by a clock that was moved, and goes on when the time is confirmed', async () => {
  const { store, calls, due } = storeOf([5_000]);
  const clock = createManualClock(0);
  const scheduler = createScheduler({ store, clock, random, logger: quiet });
  clock.onJump(() => void scheduler.check());
  await scheduler.start();
  clock.setBy(3_600_000);
  await settled();
  clock.advance(60_000);
  await settled();
  expect([calls.length, due]).toEqual([1, [5_000]]);
  clock.confirm();
  await settled();
  expect(due).toEqual([]);
  await scheduler.stop();
});
