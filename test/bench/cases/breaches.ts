import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Figure } from '../lib/figures.ts';
import { asked, unwrap, withBenchStore } from '../lib/bench-store.ts';

const HOUR_MS = 3_600_000;

/** Ten thousand tickets breach in the same minute: each breached, escalated, assigned and told of, durably. */
export async function breaches(): Promise<Figure[]> {
  const count = 10_000;
  return withBenchStore(
    count,
    async (store, madeAt) => {
      const nowAt = madeAt + 12 * HOUR_MS;
      const stalls = monitorEventLoopDelay({ resolution: 1 });
      const batches: number[] = [];
      stalls.enable();
      const startedAt = performance.now();
      let worked = 0;
      for (let more = true; more;) {
        const batchAt = performance.now();
        const done = unwrap(await store.execute('work-off', { limit: 400, awaiting: false }, asked(nowAt)));
        batches.push(performance.now() - batchAt);
        worked += done.worked;
        more = done.more;
      }
      const seconds = (performance.now() - startedAt) / 1000;
      stalls.disable();
      if (worked < count) throw new Error(`only ${worked} of ${count} were worked off`);
      return [
        { name: '10 k breaches at once, worked off', value: worked / seconds, unit: '/s', limit: 5000, atLeast: true },
        { name: 'longest batch of 400 meanwhile', value: Math.max(...batches), unit: 'ms' },
        { name: 'longest stall of the main thread meanwhile', value: stalls.max / 1e6, unit: 'ms' },
      ];
    },
    12,
  );
}
