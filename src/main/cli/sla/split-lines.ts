/** A line longer than this is no question; keeping it would let one input fill the memory. */
export const LONGEST_LINE_BYTES = 1024 * 1024;

export type Line = { kind: 'text'; text: string } | { kind: 'too_long' } | { kind: 'not_utf8' };

const NEWLINE = 0x0a;

/**
 * Splits a stream of bytes into lines, each chunk's lines at once.
 * A line that is too long is counted and thrown away while it comes in. The last line may lack its end.
 */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Line[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let kept: Uint8Array[] = [];
  let keptBytes = 0;
  let isFirst = true;

  const keep = (part: Uint8Array): void => {
    keptBytes += part.length;
    if (keptBytes <= LONGEST_LINE_BYTES) kept.push(part);
    else kept = [];
  };
  const take = (): Line => {
    const tooLong = keptBytes > LONGEST_LINE_BYTES;
    const line = tooLong ? null : Buffer.concat(kept);
    const mayHaveMark = isFirst;
    isFirst = false;
    kept = [];
    keptBytes = 0;
    if (line === null) return { kind: 'too_long' };
    try {
      const text = decoder.decode(line);
      return { kind: 'text', text: mayHaveMark && text.startsWith('\uFEFF') ? text.slice(1) : text };
    } catch {
      return { kind: 'not_utf8' };
    }
  };

  for await (const chunk of bytes) {
    const lines: Line[] = [];
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, from)) {
      keep(chunk.subarray(from, end));
      lines.push(take());
      from = end + 1;
    }
    if (from < chunk.length) keep(chunk.subarray(from));
    yield lines;
  }
  if (keptBytes > 0) yield [take()];
}
