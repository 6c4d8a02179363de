import type { Figure } from '../lib/figures.ts';
import { asked, unwrap, withBenchStore } from '../lib/bench-store.ts';
import { beginWatch, endWatch, stallFigures } from '../lib/stalls.ts';
import { benchTickets, oneMonth, viewer } from '../lib/bench-tickets.ts';

/** The main thread while a report over 1 M tickets and an import run: it must stay free for the window. */
export async function stalls(): Promise<Figure[]> {
  return withBenchStore(1_000_000, async (store, nowAt) => {
    // Made beforehand: in the program a file is read by a process of its own.
    const imported = [...benchTickets(20_000, nowAt, oneMonth)].map((tickets) =>
      tickets.map((events) => events.map((event) => renumbered(event))),
    );
    const startedAt = performance.now();
    beginWatch();
    const report = (async () => {
      for (let n = 0; n < 3; n += 1) unwrap(await store.query('status-report', {}, { viewerId: viewer.id, nowAt }));
    })();
    const batch = { id: viewer.batchId, organizationId: viewer.organizationId, fileName: 'more' };
    for (const tickets of imported) unwrap(await store.execute('import-batch', { batch, tickets }, asked(nowAt)));
    await report;
    const stalled = endWatch();
    const seconds = (performance.now() - startedAt) / 1000;
    return stallFigures('main-thread stalls during report and import', stalled, {
      note: `over ${seconds.toFixed(1)} s`,
    });
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
