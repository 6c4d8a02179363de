import type { Instant } from '../../preload/contract/values.ts';

export type Cancel = () => void;

/** The program's only time. Rules never read it: the composition root hands its instants down. */
export type Clock = {
  /** @returns epoch ms, UTC */
  now(): Instant;
  /**
   * Runs once when the clock reaches `at`; at once (in a later turn) when that has passed.
   * @returns what cancels it
   */
  wakeAt(at: Instant, run: () => void): Cancel;
};
