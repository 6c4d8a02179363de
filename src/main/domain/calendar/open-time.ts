import type { Instant } from '../../../preload/contract/values.ts';
import type { Reason } from './wall-pieces.ts';

/**
 * What a calendar makes of a stretch of time, for people who ask why. `clock_change`: the zone's clock is moved by `byMs`;
 * above 0 the readings between are skipped and below 0 they come twice.
 */
export type Span =
  | { kind: 'open' | 'closed'; fromAt: Instant; untilAt: Instant; because: Reason | 'round_the_clock' }
  | { kind: 'clock_change'; at: Instant; byMs: number };

/** Open time of a business calendar, compiled. All spans in ms of open time. */
export type OpenTime = {
  /**
   * Earliest instant by which `openMs` of open time have passed since `start`.
   * @param openMs  ≥ 0; 0 gives `start` itself
   * @returns epoch ms; null if the calendar never opens that long again
   * @throws RangeError for a negative or fractional `openMs`
   * Rule: product.md, SLA 2–3. Open time is what the wall clock in the calendar's zone shows as open: an hour skipped by
   *   DST does not count, a repeated one counts twice.
   */
  add(start: Instant, openMs: number): Instant | null;
  /**
   * Open time between two instants.
   * @returns ms, 0 when `end` lies before `start`
   */
  between(start: Instant, end: Instant): number;
  isOpenAt(at: Instant): boolean;
  /** @returns `at` itself when it is open then; null if it never opens again */
  nextOpening(at: Instant): Instant | null;
  /**
   * Open and closed time by turns without a gap, each with what decides it, and the changes of the zone's clock.
   * Made one by one as they are taken: a long time has many.
   */
  spans(fromAt: Instant, untilAt: Instant): Iterable<Span>;
};

/** @throws RangeError for what is no amount of open time */
export function requireOpenMs(openMs: number): void {
  if (!Number.isInteger(openMs) || openMs < 0) throw new RangeError(`open time must be whole ms, 0 or more: ${openMs}`);
}

/** Always open: what counts where a policy names no calendar. */
export const roundTheClock: OpenTime = {
  add(start, openMs) {
    requireOpenMs(openMs);
    return start + openMs;
  },
  between(start, end) {
    return Math.max(0, end - start);
  },
  isOpenAt: () => true,
  nextOpening: (at) => at,
  spans: (fromAt, untilAt) => (fromAt < untilAt ? [{ kind: 'open', fromAt, untilAt, because: 'round_the_clock' }] : []),
};
