import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Figure } from '../lib/figures.ts';
import { asked, unwrap, withBenchStore } from '../lib/bench-store.ts';
import { benchTickets, oneMonth, viewer } from '../lib/bench-tickets.ts';

/** The main thread while a report over 1 M tickets and an import run: it must stay free for the window. */
export async function stalls(): Promise<Figure[]> {
  return withBenchStore(1_000_000, async (store, nowAt) => {
    const delay = monitorEventLoopDelay({ resolution: 1 });
    const startedAt = performance.now();
    delay.enable();
    const report = (async () => {
      for (let n = 0; n < 3; n += 1) unwrap(await store.query('status-report', {}, { viewerId: viewer.id, nowAt }));
    })();
    const batch = { id: viewer.batchId, organizationId: viewer.organizationId, fileName: 'more' };
    for (const tickets of benchTickets(20_000, nowAt, oneMonth)) {
      const renamed = tickets.map((events) => events.map((event) => renumbered(event)));
      unwrap(await store.execute('import-batch', { batch, tickets: renamed }, asked(nowAt)));
    }
    await report;
    delay.disable();
    const seconds = (performance.now() - startedAt) / 1000;
    return [
      {
        name: 'main-thread stalls during report and import, p99.9',
        value: delay.percentile(99.9) / 1e6,
        unit: 'ms',
        limit: 16,
        note: `over ${seconds.toFixed(1)} s`,
      },
      { name: 'longest of them', value: delay.max / 1e6, unit: 'ms' },
    ];
  });
}

type Event =
  ReturnType<typeof benchTickets> extends Generator<infer Chunk> ? (Chunk extends (infer E)[][] ? E : never) : never;

/** The same tickets under other names, since the store refuses a number twice. */
function renumbered(event: Event): Event {
  const other = (id: string) => id.replace(/^0000001/, '0000003').replace(/^0000002/, '0000004');
  const moved = { ...event, id: other(event.id), ticketId: other(event.ticketId) };
  return moved.kind === 'ticket_created'
    ? { ...moved, body: { ...moved.body, number: `M${moved.body.number}` } }
    : moved;
}
