import type { Figure } from './figures.ts';

/** What a thread waited longer than it had to, ms. */
export type Stalls = {
  most: number;
  longest: number;
  /** The longest without the time in which the thread was ready and had no core: what it did itself or was blocked by. */
  longestOwn: number;
};

type Watch = { samples: number[]; longestOwn: number; timer: NodeJS.Timeout };
type Watched = { benchWatch?: Watch };

/** Looks every millisecond how late it is. Stands alone: it is also sent to Electron's main thread as text. */
export function beginWatch(): void {
  const { readFileSync } = process.getBuiltinModule('node:fs');
  /** ms; Linux tells it, elsewhere all waiting counts as the thread's own. */
  const waitedForCore = (): number => {
    try {
      return Number(readFileSync('/proc/thread-self/schedstat', 'latin1').split(' ')[1]) / 1e6;
    } catch {
      return 0;
    }
  };
  let lookedAt = performance.now();
  let waited = waitedForCore();
  const look = (): void => {
    const now = performance.now();
    const late = Math.max(0, now - lookedAt - 1);
    const waitedNow = waitedForCore();
    watch.samples.push(late);
    watch.longestOwn = Math.max(watch.longestOwn, late - (waitedNow - waited));
    lookedAt = now;
    waited = waitedNow;
  };
  const watch: Watch = { samples: [], longestOwn: 0, timer: setInterval(look, 1) };
  (globalThis as Watched).benchWatch = watch;
}

/** Ends what `beginWatch` began in the same thread. Stands alone, as that does. */
export function endWatch(): Stalls {
  const { benchWatch: watch } = globalThis as Watched;
  if (watch === undefined) throw new Error('no watch was begun');
  clearInterval(watch.timer);
  const sorted = watch.samples.sort((a, b) => a - b);
  const most = sorted[Math.ceil(sorted.length * 0.999) - 1] ?? 0;
  return { most, longest: sorted.at(-1) ?? 0, longestOwn: watch.longestOwn };
}

/** @param name  what of and meanwhile, e.g. `main-thread stalls during an import` */
export function stallFigures(name: string, { most, longest, longestOwn }: Stalls, note?: string): Figure[] {
  return [
    { name: `${name}, p99.9`, value: most, unit: 'ms', limit: 16, ...(note !== undefined && { note }) },
    { name: 'longest of them', value: longest, unit: 'ms' },
    { name: 'longest that was no waiting for a core', value: longestOwn, unit: 'ms', limit: 16 },
  ];
}
