import type { CalendarRules } from './calendar-rules.ts';
import { SortedStarts } from './sorted-starts.ts';
import { piecesOf, type Reason, type WallPiece } from './wall-pieces.ts';
import { WeekHours } from './week-hours.ts';

const MINUTE_MS = 60_000;
const CLOSED = 0;
const OPEN = 1;
const AS_THE_WEEK = 2;
const codeOf: Readonly<Record<WallPiece['state'], number>> = { closed: CLOSED, open: OPEN, weekly: AS_THE_WEEK };

/**
 * A calendar by the wall clock, before any zone: how much open time lies before a reading, and the other way round.
 * Readings are ms since 1970-01-01 00:00 as if there were no zones; open time counts from some Monday, below 0 before it.
 */
export class WallHours {
  readonly week: WeekHours;
  readonly #pieces: readonly WallPiece[];
  readonly #state: Uint8Array;
  /** What the open time before a reading in the piece differs by from what its state alone would count. */
  readonly #surplus: Float64Array;
  readonly #byTime: SortedStarts;
  readonly #byOpenTime: SortedStarts;

  constructor(rules: CalendarRules) {
    this.week = new WeekHours(rules.weekly);
    this.#pieces = piecesOf(rules);
    const count = this.#pieces.length;
    const from = new Float64Array(count);
    const before = new Float64Array(count);
    this.#state = new Uint8Array(count);
    this.#surplus = new Float64Array(count);
    for (const [at, piece] of this.#pieces.entries()) {
      const fromMs = piece.from * MINUTE_MS;
      from[at] = fromMs;
      this.#state[at] = codeOf[piece.state];
      if (at === 0) continue;
      const openMs = this.#openAlone(at - 1, fromMs) + (this.#surplus[at - 1] ?? 0);
      before[at] = openMs;
      this.#surplus[at] = openMs - this.#openAlone(at, fromMs);
    }
    this.#byTime = new SortedStarts(from);
    this.#byOpenTime = new SortedStarts(before);
  }

  /** @returns whether it is open at every reading there is */
  get isAlwaysOpen(): boolean {
    return this.#pieces.length === 1 && this.week.isWholeWeek;
  }

  /** @returns the readings between which it may differ from its week; null when it nowhere does */
  get exceptions(): { fromMs: number; untilMs: number } | null {
    const first = this.#pieces[1];
    const last = this.#pieces.at(-1);
    return first === undefined || last === undefined
      ? null
      : { fromMs: first.from * MINUTE_MS, untilMs: last.from * MINUTE_MS };
  }

  openBefore(wallMs: number): number {
    const at = this.#byTime.lastAtMost(wallMs);
    return this.#openAlone(at, wallMs) + (this.#surplus[at] ?? 0);
  }

  /** @returns the earliest reading with so many open ms before it; there must be one */
  earliestWith(openMs: number): number {
    const at = this.#byOpenTime.lastAtMost(openMs - 1);
    const alone = openMs - (this.#surplus[at] ?? 0);
    return this.#state[at] === OPEN ? alone : this.week.earliestWith(alone);
  }

  /** @returns the stretch that the reading lies in, where it ends, and what decides it */
  stretchAt(wallMs: number): { untilMs: number; open: boolean; because: Reason } {
    const at = this.#byTime.lastAtMost(wallMs);
    const state = this.#state[at];
    const because = this.#pieces[at]?.because ?? 'weekly_hours';
    const pieceUntilMs = (this.#pieces[at + 1]?.from ?? Infinity) * MINUTE_MS;
    if (state !== AS_THE_WEEK) return { untilMs: pieceUntilMs, open: state === OPEN, because };
    const { untilMs, open } = this.week.stretchAt(wallMs);
    return { untilMs: Math.min(untilMs, pieceUntilMs), open, because };
  }

  #openAlone(at: number, wallMs: number): number {
    const state = this.#state[at];
    if (state === CLOSED) return 0;
    return state === OPEN ? wallMs : this.week.openBefore(wallMs);
  }
}
