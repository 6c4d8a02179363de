import { failure, success, type Failure, type Result } from '../../../preload/contract/result.ts';
import type { Instant } from '../../../preload/contract/values.ts';
import type { OpenTime } from '../../domain/calendar/open-time.ts';
import { errorText } from '../error-text.ts';
import { openTimeOfCalendar } from './calendar-part.ts';
import { isWritable, readInstant, writeInstant } from './instant-text.ts';

type Question = Record<string, unknown>;

type Operation = {
  keys: readonly string[];
  answer: (question: Question, open: OpenTime) => Result<Record<string, unknown>>;
};

const operations: Readonly<Record<string, Operation>> = {
  add: { keys: ['op', 'calendar', 'start', 'seconds'], answer: answerAdd },
  between: { keys: ['op', 'calendar', 'start', 'end'], answer: answerBetween },
};

function instantAt(question: Question, key: string): Result<Instant> {
  const text = question[key];
  if (typeof text !== 'string')
    return failure('BAD_INSTANT', { key, why: 'write it as text, such as "2026-01-31T09:00:00Z"' });
  const reading = readInstant(text);
  return 'at' in reading ? success(reading.at) : failure('BAD_INSTANT', { key, why: reading.why });
}

function answerAdd(question: Question, open: OpenTime): Result<Record<string, unknown>> {
  const start = instantAt(question, 'start');
  if (!start.ok) return start;
  const { seconds } = question;
  if (typeof seconds !== 'number' || !Number.isInteger(seconds) || seconds < 0) {
    return failure('BAD_INPUT', { key: 'seconds', why: 'write a whole number of seconds, 0 or more' });
  }
  const tooLate = failure('BAD_INSTANT', { key: 'seconds', why: 'the end would lie after the year 9999' });
  if (!Number.isSafeInteger(seconds * 1000)) return tooLate;
  const end = open.add(start.value, seconds * 1000);
  if (end === null) return success({ end: null });
  return isWritable(end) ? success({ end: writeInstant(end) }) : tooLate;
}

function answerBetween(question: Question, open: OpenTime): Result<Record<string, unknown>> {
  const start = instantAt(question, 'start');
  if (!start.ok) return start;
  const end = instantAt(question, 'end');
  if (!end.ok) return end;
  return success({ seconds: Math.floor(open.between(start.value, end.value) / 1000) });
}

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
  const open = openTimeOfCalendar(asked['calendar']);
  return open.ok ? operation.answer(asked, open.value) : open;
}

function parse(line: string): Result<unknown> {
  if (line.trim() === '') return failure('BAD_INPUT', { key: 'the line', why: 'it is blank' });
  try {
    return success(JSON.parse(line));
  } catch {
    return failure('BAD_INPUT', { key: 'the line', why: 'it is not JSON' });
  }
}

/** @returns the answer of a line that could not be worked on, as JSON without a line end */
export function errorLine(error: Failure): string {
  return JSON.stringify({ error: { code: error.code, message: errorText(error) } });
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
