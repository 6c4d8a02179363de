import { createWriteStream, type WriteStream } from 'node:fs';
import { once } from 'node:events';
import type { RowProblem } from '../../domain/import/row-problem.ts';
import { remarkText } from './row-text.ts';

function csvField(text: string): string {
  return /[",\r\n;|\t]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Refused rows as they came, with why: corrected, the file can be imported with the same mapping. */
export class RejectsFile {
  readonly #stream: WriteStream;
  readonly #delimiter: string;
  #hasHeader = false;

  constructor(stream: WriteStream, delimiter: string) {
    this.#stream = stream;
    this.#delimiter = delimiter;
  }

  /** @throws the file system's error when it cannot be made */
  static async make(path: string, delimiter: string): Promise<RejectsFile> {
    // What stands in the source is personal data of its people.
    const stream = createWriteStream(path, { mode: 0o600 });
    await once(stream, 'open');
    return new RejectsFile(stream, delimiter);
  }

  async add(header: readonly string[], fields: readonly string[], problems: readonly RowProblem[]): Promise<void> {
    if (!this.#hasHeader) {
      this.#hasHeader = true;
      await this.#line([...header, 'wk_line', 'wk_codes', 'wk_reasons']);
    }
    const padded = header.map((_, index) => fields[index] ?? '');
    const reasons = problems.map(remarkText).join(' ');
    await this.#line([...padded, String(problems[0]?.line ?? ''), problems.map(({ code }) => code).join(' '), reasons]);
  }

  async close(): Promise<void> {
    this.#stream.end();
    await once(this.#stream, 'close');
  }

  async #line(fields: readonly string[]): Promise<void> {
    if (!this.#stream.write(`${fields.map(csvField).join(this.#delimiter)}\n`)) await once(this.#stream, 'drain');
  }
}
