import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerLine } from '../../../src/main/cli/sla/answer-line.ts';

type Answer = { end?: string | null; seconds?: number; error?: { code: string; message: string } };

const ask = (question: unknown): Answer =>
  JSON.parse(answerLine(typeof question === 'string' ? question : JSON.stringify(question))) as Answer;
const code = (question: unknown): string | undefined => ask(question).error?.code;

const wholeWeek = Object.fromEntries(
  ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [['00:00', '24:00']]]),
);
const start = '2026-01-31T09:00:00Z';

describe('wk sla', () => {
  it.each([
    [start, 86_400, '2026-02-01T09:00:00Z'],
    ['2026-01-31T11:00:00+02:00', 0, '2026-01-31T09:00:00Z'],
    ['2026-01-31t09:00:00z', 1, '2026-01-31T09:00:01Z'],
    ['2026-01-31T09:00Z', 1, '2026-01-31T09:00:01Z'],
    ['2026-01-31T09:00:00.250-00:30', 1, '2026-01-31T09:30:01.250Z'],
    ['2026-01-31T09:00:00.000Z', 1, '2026-01-31T09:00:01Z'],
    ['2024-02-29T00:00:00Z', 86_400, '2024-03-01T00:00:00Z'],
    ['0001-01-01T00:00:00Z', 1, '0001-01-01T00:00:01Z'],
  ])('adds to %s %d seconds', (from, seconds, end) => {
    expect(ask({ op: 'add', start: from, seconds })).toEqual({ end });
  });

  it('floors the seconds between, and gives 0 when the end lies before the start', () => {
    expect(ask({ op: 'between', start: '2026-01-31T09:00:00.500Z', end: '2026-01-31T09:00:02.400Z' })).toEqual({
      seconds: 1,
    });
    expect(ask({ op: 'between', start, end: '2026-01-31T08:00:00Z' })).toEqual({ seconds: 0 });
  });

  it.each([
    '2026-01-31T09:00:00',
    '2026-01-31',
    '2026-02-30T09:00:00Z',
    '2025-02-29T09:00:00Z',
    '2026-13-01T09:00:00Z',
    '2026-01-31T24:00:00Z',
    '2026-01-31T23:59:60Z',
    '2026-01-31T09:00:00+24:00',
    '2026-01-31T09:00:00+02',
    '2026-01-31 09:00:00Z',
    '+275760-09-13T00:00:00Z',
    '0000-12-31T23:59:59Z',
    ' 2026-01-31T09:00:00Z',
    '',
    5,
    null,
    undefined,
  ])('takes %j for no instant', (from) => {
    expect(code({ op: 'add', start: from, seconds: 1 })).toBe('BAD_INSTANT');
  });

  it.each([-1, 1.5, '5', null, undefined, true])('takes %j for no number of seconds', (seconds) => {
    expect(code({ op: 'add', start, seconds })).toBe('BAD_INPUT');
  });

  it('has no instant after the year 9999', () => {
    expect(code({ op: 'add', start: '9999-12-31T23:59:59Z', seconds: 1 })).toBe('BAD_INSTANT');
    expect(code({ op: 'add', start, seconds: 1e300 })).toBe('BAD_INSTANT');
  });

  it.each([
    ['', 'blank'],
    ['nope', 'JSON'],
    ['[]', 'object'],
    ['null', 'object'],
    ['{"op":"mul"}', 'op'],
    ['{"start":"x"}', 'op'],
    ['{"op":"toString"}', 'op'],
    [`{"op":"add","start":"${start}","seconds":1,"end":"x"}`, 'end'],
    [`{"op":"add","start":"${start}","seconds":1,"__proto__":{}}`, '__proto__'],
    [`{"op":"add","start":"${start}","seconds":1,"calendar":{"zone":"UTC"}}`, 'calendar.zone'],
    [`{"op":"add","start":"${start}","seconds":1,"calendar":{"timezone":"UTC"}}`, 'calendar.hours'],
    [`{"op":"add","start":"${start}","seconds":1,"calendar":{"timezone":"UTC","hours":{"monday":[]}}}`, 'monday'],
  ])('does not understand %s, and says why', (line, word) => {
    expect(ask(line).error).toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining(word) as string });
  });

  it('counts a week of whole days round the clock, whatever its zone', () => {
    const calendar = { timezone: 'America/New_York', hours: wholeWeek, holidays: [], breaks: [], date_overrides: {} };
    expect(ask({ op: 'add', calendar, start: '2026-03-08T00:00:00Z', seconds: 86_400 })).toEqual({
      end: '2026-03-09T00:00:00Z',
    });
    expect(code({ op: 'add', calendar: { ...calendar, timezone: 'Mars/Olympus' }, start, seconds: 1 })).toBe(
      'UNKNOWN_TIME_ZONE',
    );
  });

  it.each([
    { hours: { ...wholeWeek, sun: [] } },
    { hours: { mon: [['09:00', '17:00']] } },
    { hours: wholeWeek, holidays: ['2026-01-01'] },
    { hours: wholeWeek, breaks: [{ date: '2026-01-01', from: '12:00', to: '13:00' }] },
    { hours: wholeWeek, date_overrides: { '2026-12-24': [['09:00', '12:00']] } },
  ])('says that it cannot take %j into account yet', (parts) => {
    expect(code({ op: 'add', calendar: { timezone: 'UTC', ...parts }, start, seconds: 1 })).toBe(
      'CALENDAR_UNSUPPORTED',
    );
  });

  it('measures what it adds', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4_000_000_000 }),
        fc.integer({ min: 0, max: 1_000_000_000 }),
        (from, seconds) => {
          const begin = new Date(from * 1000).toISOString();
          const { end } = ask({ op: 'add', start: begin, seconds });
          expect(ask({ op: 'between', start: begin, end })).toEqual({ seconds });
        },
      ),
    );
  });

  it('answers any line with one line of JSON', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (line) => {
        const answer = answerLine(line);
        expect(answer).not.toContain('\n');
        expect(() => JSON.parse(answer) as unknown).not.toThrow();
      }),
    );
  });
});
