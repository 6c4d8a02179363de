import { randomBytes } from 'node:crypto';
import { createScheduler } from '../../../src/main/scheduler/scheduler.ts';
import { createSystemClock, thisMachine } from '../../../src/main/scheduler/system-clock.ts';
import { percentile, type Figure } from '../lib/figures.ts';
import { asked, unwrap, withBenchStore } from '../lib/bench-store.ts';
import { benchTickets, oneMonth, viewer } from '../lib/bench-tickets.ts';

const COUNT = 300;
const SPREAD_MS = 15_000;

/** Real time: how long after its instant a ticket's breach and escalation are committed. */
export async function dueInstant(): Promise<Figure[]> {
  return withBenchStore(100_000, async (store, nowAt) => {
    // The store's own year, at the pace of the real clock: otherwise its 100,000 deadlines would all be overdue.
    const startedAt = Date.now();
    const wall = (): number => nowAt + Date.now() - startedAt;
    const batch = { id: viewer.batchId, organizationId: viewer.organizationId, fileName: 'due' };
    const due = new Map<string, number>();
    const [chunk = []] = benchTickets(COUNT, nowAt, oneMonth);
    const tickets = chunk.map((events, n) => {
      const dueAt = nowAt + 2000 + Math.floor((n * SPREAD_MS) / COUNT);
      return events.map((event) => {
        const ticketId = event.ticketId.replace(/^0000002/, '0000006');
        due.set(ticketId, dueAt);
        const moved = {
          ...event,
          id: event.id.replace(/^0000001/, '0000005'),
          ticketId,
          occurredAt: dueAt - 720 * 3_600_000,
        };
        return moved.kind === 'ticket_created' ? { ...moved, body: { ...moved.body, number: `D-${n}` } } : moved;
      });
    });
    unwrap(await store.execute('import-batch', { batch, tickets }, asked(nowAt)));

    const lateMs: number[] = [];
    const random = { bytes: (length: number) => new Uint8Array(randomBytes(length)) };
    const silent = { info() {}, warn() {}, error() {} };
    const clock = createSystemClock({ ...thisMachine(), wall });
    const scheduler = createScheduler({ store, clock, random, logger: silent });
    const done = new Promise<void>((resolve) => {
      store.onChanged(({ stretches }) => {
        const at = wall();
        for (const id of stretches.flatMap(({ ticketIds }) => ticketIds)) {
          const dueAt = due.get(id);
          if (dueAt === undefined) continue;
          due.delete(id);
          lateMs.push(at - dueAt);
        }
        if (due.size === 0) resolve();
      });
    });
    await scheduler.start();
    await done;
    await scheduler.stop();
    clock.stop();
    return [
      {
        name: 'due instant acted on, p99',
        value: percentile(lateMs, 0.99),
        unit: 'ms',
        limit: 1000,
        note: `p50 ${percentile(lateMs, 0.5).toFixed(0)} ms, 300 instants in 15 s`,
      },
    ];
  });
}
