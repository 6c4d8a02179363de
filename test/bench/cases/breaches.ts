import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Store } from '../../../src/main/store/store.ts';
import type { Figure } from '../lib/figures.ts';
import { asked, unwrap, withBenchStore } from '../lib/bench-store.ts';
import { BARE_ROWS_GOAL, bareLog } from '../lib/floors.ts';

const HOUR_MS = 3_600_000;
const COUNT = 10_000;

/** @returns ms that each batch took, and how many tickets were worked off */
async function workOff(store: Store, nowAt: number): Promise<{ batches: number[]; worked: number }> {
  const batches: number[] = [];
  let worked = 0;
  for (let more = true; more;) {
    const batchAt = performance.now();
    const done = unwrap(await store.execute('work-off', { limit: 400, awaiting: false }, asked(nowAt)));
    batches.push(performance.now() - batchAt);
    worked += done.worked;
    more = done.more;
  }
  return { batches, worked };
}

/** Ten thousand tickets breach at once: each breached, escalated, assigned and told of, durably. Who had to be warned has been. */
export async function breaches(): Promise<Figure[]> {
  return withBenchStore(
    COUNT,
    async (store, madeAt) => {
      await workOff(store, madeAt + 10 * HOUR_MS);
      const stalls = monitorEventLoopDelay({ resolution: 1 });
      stalls.enable();
      const startedAt = performance.now();
      const cpuBefore = process.cpuUsage();
      const { batches, worked } = await workOff(store, madeAt + 12 * HOUR_MS);
      const seconds = (performance.now() - startedAt) / 1000;
      const cpu = process.cpuUsage(cpuBefore);
      stalls.disable();
      if (worked < COUNT) throw new Error(`only ${worked} of ${COUNT} were worked off`);
      const { rowsPerSecond } = await bareLog();
      return [
        { name: '10 k breaches at once, worked off', value: worked / seconds, unit: '/s', limit: 5000, atLeast: true },
        {
          name: 'the same, a CPU-second of all threads',
          value: (worked / (cpu.user + cpu.system)) * 1e6,
          unit: '/s',
        },
        {
          name: 'rows of the log, bare, per breach',
          value: rowsPerSecond / (worked / seconds),
          unit: 'rows',
          limit: BARE_ROWS_GOAL,
          note: `the encrypted file alone takes ${Math.round(rowsPerSecond)} rows/s here; a breach writes 5 and reads 4`,
        },
        { name: 'longest batch of 400 meanwhile', value: Math.max(...batches), unit: 'ms' },
        { name: 'longest stall of the main thread meanwhile', value: stalls.max / 1e6, unit: 'ms' },
      ];
    },
    { target: 12, created: 2 },
  );
}
