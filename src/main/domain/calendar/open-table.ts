import type { Instant } from '../../../preload/contract/values.ts';

/** A bit more than two hours, in which a calendar seldom turns more than once. */
const BUCKET_MS = 2 ** 23;
/** Buckets of a table; the last bits of a bucket's number are its place in the table. */
const LOG_BUCKETS = 9;
const BUCKETS = 2 ** LOG_BUCKETS;
const LAST_BUCKET = BUCKETS - 1;
const TABLE_MS = BUCKETS * BUCKET_MS;
const LOG_OPEN_BUCKETS = 8;

export type OpenSpan = { fromAt: Instant; untilAt: Instant };

/** @returns the number of the bucket that an instant lies in */
export function bucketOf(at: Instant): number {
  return Math.floor(at / BUCKET_MS) | 0;
}

/** @returns the number of the table that a bucket lies in */
export function tableOf(bucket: number): number {
  return bucket >> LOG_BUCKETS;
}

/** @returns the time of a table, some 50 days */
export function timeOfTable(number: number): OpenSpan {
  return { fromAt: number * TABLE_MS, untilAt: (number + 1) * TABLE_MS };
}

/** @returns how many tables of a calendar with so many open spans a week go into so many bytes, about */
export function tablesIn(bytes: number, spansOfWeek: number): number {
  const spans = (spansOfWeek * TABLE_MS) / (7 * 86_400_000);
  return bytes / (2600 + 32 * spans);
}

/** The open clock of one stretch of time, in which a question is answered in a few steps. */
export class OpenTable {
  /** What the open clock shows at its end. */
  readonly untilOpenMs: number;
  readonly #fromOpenMs: number;
  /**
   * When the calendar turns, two numbers a turn: the instant, and what the clock shows while it is closed or, while it is
   * open, what the clock shows above the instant. The table begins with a closed turn, so that turns with an odd number
   * open; one that never comes ends every search.
   */
  readonly #turns: Float64Array;
  /** The number of the turn before each bucket of time, then of the opening before each bucket of open time. */
  readonly #before: Uint16Array | Uint32Array;
  readonly #openBucketBits: number;

  /**
   * @param spans  the open ones in the table's time, in order and apart
   * @param openMs  what the open clock shows at its beginning
   */
  constructor(number: number, spans: readonly OpenSpan[], openMs: number) {
    const { fromAt } = timeOfTable(number);
    const turns = [fromAt, openMs];
    let shown = openMs;
    for (const span of spans) {
      turns.push(span.fromAt, shown - span.fromAt);
      shown += span.untilAt - span.fromAt;
      turns.push(span.untilAt, shown);
    }
    this.#fromOpenMs = openMs;
    this.untilOpenMs = shown;
    this.#turns = Float64Array.from([...turns, Infinity, Infinity]);
    this.#openBucketBits = Math.max(0, Math.ceil(Math.log2(shown - openMs + 1)) - LOG_OPEN_BUCKETS);
    // Numbers of 16 bits, in half the room, but for hours that turn nearly every minute.
    const Numbers = turns.length < 2 ** 17 ? Uint16Array : Uint32Array;
    this.#before = new Numbers(BUCKETS + 2 ** LOG_OPEN_BUCKETS);
    let turn = 0;
    let opening = 2;
    for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
      while ((this.#turns[turn + 2] ?? 0) < fromAt + bucket * BUCKET_MS) turn += 2;
      this.#before[bucket] = turn / 2;
    }
    for (let bucket = 0; bucket < 2 ** LOG_OPEN_BUCKETS; bucket += 1) {
      while ((this.#turns[opening + 3] ?? Infinity) < openMs + bucket * 2 ** this.#openBucketBits) opening += 4;
      this.#before[BUCKETS + bucket] = opening / 2;
    }
  }

  /** @returns what the open clock shows at an instant of the table, which lies in that bucket */
  openAt(at: Instant, bucket: number): number {
    const turns = this.#turns;
    let turn = 2 * (this.#before[bucket & LAST_BUCKET] ?? 0);
    while ((turns[turn + 2] ?? 0) <= at) turn += 2;
    const shown = turns[turn + 1] ?? 0;
    return (turn & 2) === 0 ? shown : shown + at;
  }

  /** @returns the earliest instant at which the open clock shows `openMs`, which it comes to do in the table */
  earliestWith(openMs: number): Instant {
    const bucket = (openMs - this.#fromOpenMs) >>> this.#openBucketBits;
    let opening = 2 * (this.#before[BUCKETS + bucket] ?? 0);
    // A closing shows what the opening after it does.
    const turns = this.#turns;
    while ((turns[opening + 3] ?? 0) < openMs) opening += 4;
    return openMs - (turns[opening + 1] ?? 0);
  }
}
