import type { Instant } from '../../preload/contract/values.ts';
import type { Cancel } from '../ports/clock.ts';

type Wake = { at: Instant; run: () => void };

/** Who is to be woken when. Few at a time (one per room of the program), so a plain list is enough. */
export type WakeList = {
  add(at: Instant, run: () => void): Cancel;
  /** @returns epoch ms; null when nobody waits */
  earliest(): Instant | null;
  /** Takes the earliest wake that has come; of several for one instant the one that was asked for first. */
  takeDue(nowAt: Instant): (() => void) | null;
};

export function createWakeList(): WakeList {
  const wakes = new Set<Wake>();
  const earliest = (): Wake | null => {
    let first: Wake | null = null;
    for (const wake of wakes) if (first === null || wake.at < first.at) first = wake;
    return first;
  };
  return {
    add(at, run) {
      const wake = { at, run };
      wakes.add(wake);
      return () => {
        wakes.delete(wake);
      };
    },
    earliest: () => earliest()?.at ?? null,
    takeDue(nowAt) {
      const first = earliest();
      if (first === null || first.at > nowAt) return null;
      wakes.delete(first);
      return first.run;
    },
  };
}
