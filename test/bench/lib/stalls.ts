import type { Figure } from './figures.ts';

/** What a thread waited longer than it had to, ms. */
export type Stalls = {
  most: number;
  longest: number;
  /** The longest that it worked at one go, in time on a core: the rest of a stall it waited for one, or for the machine. */
  longestOwn: number;
};

type Watch = { samples: number[]; longestOwn: number; timer: NodeJS.Timeout };
type Watched = { benchWatch?: Watch };

/** Looks every millisecond how late it is. Stands alone: it is also sent to Electron's main thread as text. */
export function beginWatch(): void {
  const { readFileSync } = process.getBuiltinModule('node:fs');
  /** ms on a core so far; Linux tells it, elsewhere all that passes counts. */
  const workedMs = (): number => {
    try {
      return Number(readFileSync('/proc/thread-self/schedstat', 'latin1').split(' ')[0]) / 1e6;
    } catch {
      return performance.now();
    }
  };
  let lookedAt = performance.now();
  let worked = workedMs();
  const look = (): void => {
    const now = performance.now();
    const workedNow = workedMs();
    watch.samples.push(Math.max(0, now - lookedAt - 1));
    watch.longestOwn = Math.max(watch.longestOwn, workedNow - worked);
    lookedAt = now;
    worked = workedNow;
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

/**
 * @param name  what of and meanwhile, e.g. `main-thread stalls during an import`
 * @param given.isNever  whether the goal is that the thread never works so long, and not that it seldom waits so long
 */
export function stallFigures(
  name: string,
  { most, longest, longestOwn }: Stalls,
  { note, isNever = false }: { note?: string; isNever?: boolean } = {},
): Figure[] {
  const own = { name: 'longest piece of its own work meanwhile', value: longestOwn, unit: 'ms' };
  return [
    { name: `${name}, p99.9`, value: most, unit: 'ms', limit: 16, ...(note !== undefined && { note }) },
    { name: 'longest of them', value: longest, unit: 'ms' },
    isNever ? { ...own, limit: 16 } : own,
  ];
}
