import type { Instant } from '../../preload/contract/values.ts';

export type DeskClock = {
  /** The desk's time, epoch ms: what every countdown and age on screen is counted from. */
  nowAt(): Instant;
  /** Takes over the time that the desk has just told. */
  set(nowAt: Instant): void;
};

/**
 * The desk's clock as main last told it, carried on by a clock that only ever moves forward.
 * The wall clock of this process is not asked: somebody setting it back must not make late tickets look early.
 * @param monotonicMs  ms since any fixed moment, e.g. `performance.now`
 */
export function createDeskClock(monotonicMs: () => number, toldAt: Instant): DeskClock {
  let offsetMs = toldAt - monotonicMs();
  return {
    nowAt: () => Math.floor(monotonicMs() + offsetMs),
    set: (nowAt) => {
      offsetMs = nowAt - monotonicMs();
    },
  };
}
