const NEWLINE = 0x0a;

/** Which line of a file a byte lies in, for bytes that are asked for in rising order while the file passes by. */
export class LineIndex {
  /** Offsets of line ends that have passed and have not been asked about. */
  #ends: number[] = [];
  #next = 0;
  #bytes = 0;
  #counted = 0;
  #last = NEWLINE;

  /** The next bytes of the file. */
  pass(chunk: Uint8Array): void {
    for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, at + 1))
      this.#ends.push(this.#bytes + at);
    this.#bytes += chunk.length;
    this.#last = chunk.at(-1) ?? this.#last;
  }

  /** The file is over: a last line without its end is a line all the same, and ends before the byte after it. */
  end(): void {
    if (this.#last !== NEWLINE) this.#ends.push(this.#bytes - 0.5);
  }

  /** @returns how many line ends lie before the byte */
  before(byte: number): number {
    while ((this.#ends[this.#next] ?? Infinity) < byte) {
      this.#next += 1;
      this.#counted += 1;
    }
    if (this.#next > 65_536) {
      this.#ends = this.#ends.slice(this.#next);
      this.#next = 0;
    }
    return this.#counted;
  }

  /** @returns the line that is passing now, from 1 */
  get passing(): number {
    return this.#counted + this.#ends.length - this.#next + 1;
  }
}
