import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf, LONGEST_LINE_BYTES, type Line } from '../../../src/main/cli/sla/split-lines.ts';

// oxlint-disable-next-line typescript/require-await
async function* stream(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

async function split(chunks: readonly Uint8Array[]): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const some of linesOf(stream(chunks))) lines.push(...some);
  return lines;
}

const texts = (lines: readonly Line[]): string[] => lines.map((line) => (line.kind === 'text' ? line.text : line.kind));
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('lines of a stream', () => {
  it('are the same however the bytes come in', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme' })),
        fc.integer({ min: 1, max: 7 }),
        async (written, size) => {
          const lines = written.map((text) => text.replaceAll('\n', ' ').replaceAll('\uFEFF', ' '));
          const all = bytes(lines.map((line) => `${line}\n`).join(''));
          const chunks = Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
            all.subarray(index * size, (index + 1) * size),
          );
          expect(texts(await split(chunks))).toEqual(lines);
        },
      ),
    );
  });

  it('keep blank ones, take the last without its end, and drop a byte order mark', async () => {
    expect(texts(await split([bytes('\uFEFFa\n\nb')]))).toEqual(['a', '', 'b']);
    expect(texts(await split([]))).toEqual([]);
  });

  it('that are too long or not UTF-8 are told and the rest go on', async () => {
    const long = new Uint8Array(LONGEST_LINE_BYTES).fill(97);
    const lines = await split([long, bytes('a\n'), Uint8Array.of(0xff, 0x0a), bytes('ok\n')]);
    expect(texts(lines)).toEqual(['too_long', 'not_utf8', 'ok']);
  });
});
