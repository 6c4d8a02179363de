import { percentile, timeEach, type Figure } from '../lib/figures.ts';
import { asked, unwrap, withBenchStore } from '../lib/bench-store.ts';

const nothing = { limit: 200, awaiting: false };

async function sweepOf(count: number): Promise<{ medianMs: number; memoryMb: number }> {
  return withBenchStore(count, async (store, nowAt) => {
    await timeEach(500, () => store.execute('work-off', nothing, asked(nowAt)));
    const samples = await timeEach(5000, async () => {
      const { worked } = unwrap(await store.execute('work-off', nothing, asked(nowAt)));
      if (worked !== 0) throw new Error('something was due: the sweep is not empty');
    });
    return { medianMs: percentile(samples, 0.5), memoryMb: process.memoryUsage.rss() / 2 ** 20 };
  });
}

/** The engine's look at a store in which nothing is due: its cost must not follow what is open. */
export async function sweep(): Promise<Figure[]> {
  const small = await sweepOf(10_000);
  const large = await sweepOf(1_000_000);
  const again = await sweepOf(10_000);
  const base = Math.min(small.medianMs, again.medianMs);
  return [
    { name: 'sweep with nothing due, 1 M open, median', value: large.medianMs, unit: 'ms', limit: 0.1 },
    { name: 'time(1 M open) / time(10 k open)', value: large.medianMs / base, unit: '×', limit: 1.5 },
    { name: 'memory of 1 M open above 10 k open', value: large.memoryMb - small.memoryMb, unit: 'MB', limit: 60 },
  ];
}
