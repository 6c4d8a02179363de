import { once } from 'node:events';
import type { Writable } from 'node:stream';

/**
 * Writes results to standard output and waits while its reader is slow, so that memory stays small.
 * A reader that has seen enough (`wk … | head -1`) closes the pipe: `closed` then tells the command to stop, quietly.
 */
export class LineWriter {
  readonly #stream: Writable;
  #closed = false;

  constructor(stream: Writable) {
    this.#stream = stream;
    stream.on('error', () => {
      this.#closed = true;
    });
    stream.on('close', () => {
      this.#closed = true;
    });
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** @param text  whole lines, each with its end */
  async write(text: string): Promise<void> {
    if (this.#closed || text === '') return;
    if (this.#stream.write(text)) return;
    // `drain` never comes once the reader has gone; `close` does.
    const gone = new AbortController();
    await Promise.race([
      once(this.#stream, 'drain', { signal: gone.signal }),
      once(this.#stream, 'close', { signal: gone.signal }),
    ]).catch(() => undefined);
    gone.abort();
  }

  async line(text: string): Promise<void> {
    await this.write(`${text}\n`);
  }

  /** @param value  printed as indented JSON, for people and programs alike */
  async json(value: unknown): Promise<void> {
    await this.line(JSON.stringify(value, null, 2));
  }
}
