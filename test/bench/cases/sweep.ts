import { createManualClock } from '../../../src/main/scheduler/manual-clock.ts';
import { createScheduler } from '../../../src/main/scheduler/scheduler.ts';
import { percentile, timeEach, type Figure } from '../lib/figures.ts';
import { asked, random, silent, unwrap, withBenchStore } from '../lib/bench-store.ts';

type Sweep = { lookMs: number; commandMs: number; memoryMb: number };

async function sweepOf(count: number): Promise<Sweep> {
  return withBenchStore(count, async (store, nowAt) => {
    const scheduler = createScheduler({ store, clock: createManualClock(nowAt), random, logger: silent });
    await scheduler.start();
    await timeEach(500, () => scheduler.check());
    const looks = await timeEach(5000, () => scheduler.check());
    await scheduler.stop();
    const commands = await timeEach(2000, async () => {
      const { worked } = unwrap(await store.execute('work-off', { limit: 400, awaiting: false }, asked(nowAt)));
      if (worked !== 0) throw new Error('something was due: the sweep is not empty');
    });
    return {
      lookMs: percentile(looks, 0.5),
      commandMs: percentile(commands, 0.5),
      memoryMb: process.memoryUsage.rss() / 2 ** 20,
    };
  });
}

/** The engine's look at a store in which nothing is due: its cost must not follow what is open. */
export async function sweep(): Promise<Figure[]> {
  const small = await sweepOf(10_000);
  const large = await sweepOf(1_000_000);
  const again = await sweepOf(10_000);
  const base = Math.min(small.commandMs, again.commandMs);
  return [
    { name: 'sweep with nothing due, 1 M open, median', value: large.lookMs, unit: 'ms', limit: 0.1 },
    { name: 'the same asked of the store, to its thread and back', value: large.commandMs, unit: 'ms' },
    { name: 'of that, time(1 M open) / time(10 k open)', value: large.commandMs / base, unit: '×', limit: 1.5 },
    { name: 'memory of 1 M open above 10 k open', value: large.memoryMb - small.memoryMb, unit: 'MB', limit: 60 },
  ];
}
