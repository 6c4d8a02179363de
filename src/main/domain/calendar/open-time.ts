import type { Instant } from '../../../preload/contract/values.ts';

/** Open time of a business calendar, compiled. All spans in ms of open time. */
export type OpenTime = {
  /**
   * Earliest instant by which `openMs` of open time have passed since `start`.
   * @param openMs  ≥ 0; 0 gives `start` itself
   * @returns epoch ms; null if the calendar never opens that long again
   * @throws RangeError for a negative or fractional `openMs`
   * Rule: product.md, SLA 2–3.
   */
  add(start: Instant, openMs: number): Instant | null;
  /**
   * Open time between two instants.
   * @returns ms, 0 when `end` lies before `start`
   */
  between(start: Instant, end: Instant): number;
};

/** Always open: what counts where a policy names no calendar. */
export const roundTheClock: OpenTime = {
  add(start, openMs) {
    if (!Number.isInteger(openMs) || openMs < 0)
      throw new RangeError(`open time must be whole ms, 0 or more: ${openMs}`);
    return start + openMs;
  },
  between(start, end) {
    return Math.max(0, end - start);
  },
};
