import { percentile, timeEach, type Figure } from '../lib/figures.ts';
import { asked, unwrap, withBenchStore } from '../lib/bench-store.ts';
import { bareLog } from '../lib/floors.ts';
import { viewer } from '../lib/bench-tickets.ts';

/** One durable command at a time on a store of 100,000 tickets. */
export async function command(): Promise<Figure[]> {
  return withBenchStore(100_000, async (store, nowAt) => {
    const page = unwrap(
      await store.query(
        'queue-page',
        { view: 'all', sort: 'newest', after: null, limit: 200 },
        { viewerId: viewer.id, nowAt },
      ),
    );
    const samples = await timeEach(2000, async (n) => {
      const ticketId = page.rows[n % page.rows.length]?.id ?? '';
      const input = { kind: 'note', input: { ticketId, text: `Called back, time ${n}` } } as const;
      unwrap(await store.execute('ticket-command', input, asked(nowAt + n, viewer.id)));
    });
    const { oneRowMs } = await bareLog();
    const p99 = percentile(samples, 0.99);
    return [
      {
        name: 'one command, durable, p99',
        value: p99,
        unit: 'ms',
        limit: 10,
        note: `p50 ${percentile(samples, 0.5).toFixed(2)} ms`,
      },
      {
        name: 'one command / one bare row with its flush, p99',
        value: p99 / oneRowMs,
        unit: '×',
        note: `${oneRowMs.toFixed(2)} ms`,
      },
    ];
  });
}
