import { failure, success, type Failure, type Result } from '../../../preload/contract/result.ts';
import { errorText } from '../error-text.ts';
import { add, between } from './add-and-between.ts';
import type { Operation, Question } from './operation.ts';
import { timeline } from './timeline/timeline.ts';

/** What may be asked, by the word under `op`. */
const operations: Readonly<Record<string, Operation>> = { add, between, timeline };

function answerQuestion(question: unknown): Result<Record<string, unknown>> {
  if (typeof question !== 'object' || question === null || Array.isArray(question)) {
    return failure('BAD_INPUT', { key: 'the line', why: 'write one JSON object per line' });
  }
  const asked = question as Question;
  const { op } = asked;
  const operation = typeof op === 'string' && Object.hasOwn(operations, op) ? operations[op] : undefined;
  if (operation === undefined)
    return failure('BAD_INPUT', { key: 'op', why: `known are ${Object.keys(operations).join(', ')}` });
  const strange = Object.keys(asked).find((key) => !operation.keys.includes(key));
  if (strange !== undefined)
    return failure('BAD_INPUT', { key: strange, why: `known are ${operation.keys.join(', ')}` });
  return operation.answer(asked);
}

function parse(line: string): Result<unknown> {
  if (line.trim() === '') return failure('BAD_INPUT', { key: 'the line', why: 'it is blank' });
  try {
    return success(JSON.parse(line));
  } catch {
    return failure('BAD_INPUT', { key: 'the line', why: 'it is not JSON' });
  }
}

/** Values of a line are told back so that its writer finds them, and not a megabyte of them. */
const LONGEST_VALUE = 200;

/** @returns the answer of a line that could not be worked on, as JSON without a line end */
export function errorLine({ code, params = {} }: Failure): string {
  const clipped = Object.entries(params).map(([name, value]) =>
    typeof value === 'string' && value.length > LONGEST_VALUE
      ? [name, `${value.slice(0, LONGEST_VALUE)}…`]
      : [name, value],
  );
  const message = errorText(failure(code, Object.fromEntries(clipped) as NonNullable<Failure['params']>));
  return JSON.stringify({ error: { code, message } });
}

/**
 * Answers one line of `wk sla`.
 * @param line  without its line end
 * @returns one line of JSON; every wrong line has its own answer, so nothing is thrown
 * Forms: docs/command-line.md.
 */
export function answerLine(line: string): string {
  const question = parse(line);
  const answer = question.ok ? answerQuestion(question.value) : question;
  return answer.ok ? JSON.stringify(answer.value) : errorLine(answer);
}
