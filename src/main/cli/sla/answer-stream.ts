import { failure } from '../../../preload/contract/result.ts';
import type { LineWriter } from '../line-writer.ts';
import { answerLine, errorLine } from './answer-line.ts';
import { linesOf, LONGEST_LINE_BYTES, type Line } from './split-lines.ts';

function answer(line: Line): string {
  switch (line.kind) {
    case 'text':
      return answerLine(line.text);
    case 'too_long':
      return errorLine(failure('BAD_INPUT', { key: 'the line', why: `it is longer than ${LONGEST_LINE_BYTES} bytes` }));
    case 'not_utf8':
      return errorLine(failure('BAD_INPUT', { key: 'the line', why: 'it is not UTF-8' }));
  }
}

/**
 * Answers each line of `input`, in order, and reads on only when the answers have been taken: memory does not follow the
 * length of the input. Ends early when nobody reads the answers any more.
 */
export async function answerStream(input: AsyncIterable<Uint8Array>, out: LineWriter): Promise<void> {
  for await (const lines of linesOf(input)) {
    await out.write(lines.map((line) => `${answer(line)}\n`).join(''));
    if (out.closed) return;
  }
}
