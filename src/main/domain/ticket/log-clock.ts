import type { Instant } from '../../../preload/contract/values.ts';

/** Ticks of the log's clock per millisecond: room for 1,024 events in one, and exact as a double until the year 2248. */
const TICKS_PER_MS = 1024;

/**
 * Hybrid logical clock: the next `at` of a log.
 * @param lastAt  greatest `at` that this desk has written or seen, 0 for a fresh log
 * @param nowAt  wall clock, epoch ms
 * @returns at least `nowAt`, and always greater than `lastAt`, so that a clock set back never reorders what a desk did
 * Rule: architecture.md, Events and merging.
 */
export function nextLogAt(lastAt: number, nowAt: Instant): number {
  return Math.max(lastAt + 1, nowAt * TICKS_PER_MS);
}

/** @returns epoch ms at which an event was recorded */
export function recordedAt(at: number): Instant {
  return Math.floor(at / TICKS_PER_MS);
}
