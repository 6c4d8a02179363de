import { percentile, timeEach, type Figure } from '../lib/figures.ts';
import { unwrap, withBenchStore } from '../lib/bench-store.ts';
import { viewer } from '../lib/bench-tickets.ts';

/** Pages and searches of one million tickets, through the facade, as an agent scrolls and types. */
export async function queue(): Promise<Figure[]> {
  return withBenchStore(1_000_000, async (store, nowAt) => {
    const context = { viewerId: viewer.id, nowAt };
    let after: string | null = null;
    const pages = await timeEach(2000, async (n) => {
      if (n % 50 === 0) after = null;
      const view = (['all', 'mine', 'unassigned', 'breached', 'due_soon'] as const)[Math.floor(n / 50) % 5] ?? 'all';
      const page = unwrap(
        await store.query('queue-page', { view, sort: n % 100 < 50 ? 'due' : 'newest', after, limit: 100 }, context),
      );
      after = page.next;
    });
    const searches = await timeEach(500, async (n) => {
      const words = ['water', 'burst pipe', 'street li', 'house 12345', 'fallen tree'][n % 5] ?? '';
      unwrap(await store.query('search', { words, limit: 50 }, context));
    });
    const counts = await timeEach(200, async () => unwrap(await store.query('queue-counts', {}, context)));
    return [
      {
        name: 'queue page of 100 from 1 M, p99',
        value: percentile(pages, 0.99),
        unit: 'ms',
        limit: 8,
        note: `p50 ${percentile(pages, 0.5).toFixed(2)} ms`,
      },
      {
        name: 'search newest first in 1 M, p99',
        value: percentile(searches, 0.99),
        unit: 'ms',
        limit: 10,
        note: `p50 ${percentile(searches, 0.5).toFixed(2)} ms`,
      },
      { name: 'queue counts of 1 M, p99', value: percentile(counts, 0.99), unit: 'ms' },
    ];
  });
}
