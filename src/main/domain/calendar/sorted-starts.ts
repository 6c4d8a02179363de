/**
 * Finds the stretch that a value lies in among stretches that follow each other, in a few steps however many they are:
 * the range is cut into equal buckets, and each knows the stretches that begin in it.
 */
export class SortedStarts {
  readonly #starts: Float64Array;
  readonly #lowest: number;
  readonly #bucketsPerUnit: number;
  readonly #lastBucket: number;
  /** Of each bucket: the last stretch that begins before it. One more closes the list. */
  readonly #before: Uint32Array;

  /** @param starts  ascending, equal ones allowed; the first may be -Infinity */
  constructor(starts: Float64Array) {
    this.#starts = starts;
    const lowest = starts[1] ?? 0;
    const range = (starts.at(-1) ?? 0) - lowest;
    const buckets = Math.max(1, starts.length);
    this.#lowest = lowest;
    this.#lastBucket = buckets - 1;
    this.#bucketsPerUnit = range > 0 ? buckets / range : 0;
    this.#before = new Uint32Array(buckets + 1);
    let next = 1;
    for (let bucket = 0; bucket < buckets; bucket += 1) {
      this.#before[bucket] = next - 1;
      while (next < starts.length && this.#bucketOf(starts[next] ?? 0) <= bucket) next += 1;
    }
    this.#before[buckets] = starts.length - 1;
  }

  /** @returns the index of the last start that is at most `value`; 0 when there is none */
  lastAtMost(value: number): number {
    const starts = this.#starts;
    if (starts.length < 2 || value < this.#lowest) return 0;
    const bucket = this.#bucketOf(value);
    let low = this.#before[bucket] ?? 0;
    let high = this.#before[bucket + 1] ?? 0;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((starts[middle] ?? 0) <= value) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Grows with the value, in the table as in the question: so a start is never looked for in a bucket before its own. */
  #bucketOf(value: number): number {
    return Math.min(this.#lastBucket, Math.floor((value - this.#lowest) * this.#bucketsPerUnit));
  }
}
