import type { Timers } from '../../src/renderer/client/ticker.ts';

/** Timers that a test moves by hand; nothing sleeps. */
export type HandTimers = Timers & { now(): number; advance(byMs: number): void; waiting(): number };

export function handTimers(startAt = 0): HandTimers {
  let now = startAt;
  let counted = 0;
  const planned = new Map<number, { at: number; run: () => void }>();
  return {
    now: () => now,
    waiting: () => planned.size,
    set(run, delayMs) {
      counted += 1;
      planned.set(counted, { at: now + delayMs, run });
      return counted;
    },
    clear: (handle) => void planned.delete(handle),
    advance(byMs) {
      const until = now + byMs;
      for (;;) {
        const [next] = [...planned].filter(([, { at }]) => at <= until).sort(([, a], [, b]) => a.at - b.at);
        if (next === undefined) break;
        planned.delete(next[0]);
        now = next[1].at;
        next[1].run();
      }
      now = until;
    },
  };
}
