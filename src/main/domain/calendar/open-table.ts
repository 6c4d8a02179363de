import type { Instant } from '../../../preload/contract/values.ts';

/** A table's stretch of time: 2³¹ ms, some 25 days, so that what lies in it is counted in whole 32 bits. */
export const TABLE_MS = 2 ** 31;
/** Buckets of a bit more than two hours, in which few spans begin. */
const TIME_BUCKET_BITS = 23;
const LOG_OPEN_BUCKETS = 7;

/** The open spans of one stretch of time, by which a question is answered in a few steps. */
export class OpenTable {
  /** @returns about what a table with so many spans takes */
  static bytes(spans: number): number {
    return 2000 + spans * 16;
  }

  readonly number: number;
  /** Where open spans begin and end, in ms since the beginning of the table, with an empty one before all. */
  readonly #from: Uint32Array;
  readonly #until: Uint32Array;
  /** What the open clock shows as each of them begins, and at last the end of the table. */
  readonly #shown: Float64Array;
  /** By bucket: the last span that begins before it. */
  readonly #byTime: Uint16Array;
  readonly #byOpenTime: Uint16Array;
  readonly #openBucketBits: number;

  /**
   * @param spans  the open ones between `number * TABLE_MS` and the next table, in order and apart, fewer than 65,536
   * @param openMs  what the open clock shows at the beginning
   */
  constructor(number: number, spans: readonly { fromAt: Instant; untilAt: Instant }[], openMs: number) {
    this.number = number;
    const startAt = number * TABLE_MS;
    // A last beginning that nothing reaches ends every search.
    this.#from = Uint32Array.from([0, ...spans.map(({ fromAt }) => fromAt - startAt), TABLE_MS]);
    this.#until = Uint32Array.from([0, ...spans.map(({ untilAt }) => untilAt - startAt), TABLE_MS]);
    this.#shown = new Float64Array(spans.length + 2).fill(openMs);
    for (const [n, { fromAt, untilAt }] of spans.entries()) {
      this.#shown[n + 2] = (this.#shown[n + 1] ?? 0) + untilAt - fromAt;
    }
    const open = this.untilOpenMs - openMs;
    this.#openBucketBits = Math.max(0, 32 - Math.clz32(open) - LOG_OPEN_BUCKETS);
    this.#byTime = lastBefore(this.#from, TABLE_MS, TIME_BUCKET_BITS);
    this.#byOpenTime = lastBefore(
      this.#shown.map((shown) => shown - openMs),
      open + 1,
      this.#openBucketBits,
    );
  }

  /** What the open clock shows at the end. */
  get untilOpenMs(): number {
    return this.#shown.at(-1) ?? 0;
  }

  /** @returns what the open clock shows at an instant of the table */
  openAt(at: Instant): number {
    const since = (at - this.number * TABLE_MS) >>> 0;
    const from = this.#from;
    let n = this.#byTime[since >>> TIME_BUCKET_BITS] ?? 0;
    while ((from[n + 1] ?? 0) <= since) n += 1;
    return (this.#shown[n] ?? 0) + (Math.min(since, this.#until[n] ?? 0) - (from[n] ?? 0));
  }

  /** @returns the earliest instant at which the open clock shows `openMs`; null if that is not in the table */
  earliestWith(openMs: number): Instant | null {
    const shown = this.#shown;
    if (openMs > (shown[shown.length - 1] ?? 0)) return null;
    let n = this.#byOpenTime[(openMs - (shown[0] ?? 0)) >>> this.#openBucketBits] ?? 0;
    while ((shown[n + 1] ?? 0) < openMs) n += 1;
    return this.number * TABLE_MS + (this.#from[n] ?? 0) + (openMs - (shown[n] ?? 0));
  }
}

/** @returns for each bucket of `2 ** bits` up to `end` the last of the ascending values that lies below it */
function lastBefore(values: Uint32Array | Float64Array, end: number, bits: number): Uint16Array {
  const size = 2 ** bits;
  const last = new Uint16Array(Math.ceil(end / size));
  let n = 0;
  for (let bucket = 0; bucket < last.length; bucket += 1) {
    while ((values[n + 1] ?? Infinity) < bucket * size) n += 1;
    last[bucket] = n;
  }
  return last;
}
