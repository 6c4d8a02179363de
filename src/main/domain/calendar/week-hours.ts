import { later, merged, within, type MinuteSpan } from './minute-spans.ts';
import { SortedStarts } from './sorted-starts.ts';
import { DAY_MINUTES } from './wall-text.ts';

const WEEK_MINUTES = 7 * DAY_MINUTES;
const MINUTE_MS = 60_000;
const WEEK_MS = WEEK_MINUTES * MINUTE_MS;
/** Monday 1970-01-05. Wall-clock time counts in ms since 1970-01-01 00:00, as if there were no zones. */
const MONDAY_MS = 4 * DAY_MINUTES * MINUTE_MS;

/** A week's hours, repeated for ever: how much of them lies before a reading of the wall clock, without walking to it. */
export class WeekHours {
  /** Open time of one week. */
  readonly openMs: number;
  readonly spanCount: number;
  /** The week in stretches that are closed and open by turns, in ms from Monday 00:00; the first begins at 0. */
  readonly #from: Float64Array;
  readonly #open: Uint8Array;
  /** Open time of the week before each stretch. */
  readonly #before: Float64Array;
  readonly #byTime: SortedStarts;
  readonly #byOpenTime: SortedStarts;

  /** @param weekly  what starts on each day, Monday first */
  constructor(weekly: readonly (readonly MinuteSpan[])[]) {
    const starting = weekly.flatMap((spans, day) => later(spans, day * DAY_MINUTES));
    const sundayNight = later(within(starting, WEEK_MINUTES, 2 * WEEK_MINUTES), -WEEK_MINUTES);
    const spans = merged([...sundayNight, ...within(starting, 0, WEEK_MINUTES)]);

    const from: number[] = [];
    const open: number[] = [];
    const before: number[] = [];
    let openMinutes = 0;
    let reached = 0;
    const go = (until: number, isOpen: 0 | 1): void => {
      if (until <= reached) return;
      from.push(reached * MINUTE_MS);
      open.push(isOpen);
      before.push(openMinutes * MINUTE_MS);
      if (isOpen === 1) openMinutes += until - reached;
      reached = until;
    };
    for (const span of spans) {
      go(span.from, 0);
      go(span.until, 1);
    }
    go(WEEK_MINUTES, 0);
    this.#from = Float64Array.from(from);
    this.#open = Uint8Array.from(open);
    this.#before = Float64Array.from(before);
    this.#byTime = new SortedStarts(this.#from);
    this.#byOpenTime = new SortedStarts(this.#before);
    this.openMs = openMinutes * MINUTE_MS;
    this.spanCount = spans.length;
  }

  get isWholeWeek(): boolean {
    return this.openMs === WEEK_MS;
  }

  /** @returns open ms of all weeks up to that reading of the wall clock, counted from a Monday; below 0 before it */
  openBefore(wallMs: number): number {
    const sinceMonday = wallMs - MONDAY_MS;
    const weeks = Math.floor(sinceMonday / WEEK_MS);
    const inWeek = sinceMonday - weeks * WEEK_MS;
    const at = this.#byTime.lastAtMost(inWeek);
    const before = weeks * this.openMs + (this.#before[at] ?? 0);
    return this.#open[at] === 1 ? before + inWeek - (this.#from[at] ?? 0) : before;
  }

  /** @returns the earliest reading with so many open ms before it; the week must have open time */
  earliestWith(openMs: number): number {
    // Full weeks end with their last open ms, not with the next week's first.
    const weeks = Math.ceil(openMs / this.openMs) - 1;
    const inWeek = openMs - weeks * this.openMs;
    const at = this.#byOpenTime.lastAtMost(inWeek - 1);
    return MONDAY_MS + weeks * WEEK_MS + (this.#from[at] ?? 0) + inWeek - (this.#before[at] ?? 0);
  }

  /** @returns the stretch that the reading lies in, and where it ends */
  stretchAt(wallMs: number): { untilMs: number; open: boolean } {
    const sinceMonday = wallMs - MONDAY_MS;
    const weekMs = Math.floor(sinceMonday / WEEK_MS) * WEEK_MS;
    const at = this.#byTime.lastAtMost(sinceMonday - weekMs);
    return { untilMs: MONDAY_MS + weekMs + (this.#from[at + 1] ?? WEEK_MS), open: this.#open[at] === 1 };
  }
}
