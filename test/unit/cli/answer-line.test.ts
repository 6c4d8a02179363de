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

  const office = {
    timezone: 'Africa/Johannesburg',
    hours: {
      fri: [
        ['08:00', '12:00'],
        ['13:00', '16:30'],
      ],
      mon: [['22:00', '02:00']],
    },
    holidays: ['2026-12-25'],
    breaks: [{ date: '2026-12-18', from: '14:00', to: '15:00' }],
    date_overrides: { '2026-12-24': [['09:00', '12:00']] },
  };

  it('counts in the hours of a calendar, its holidays, breaks and hours for a date', () => {
    const from = '2026-12-18T11:00:00Z';
    expect(ask({ op: 'add', calendar: office, start: from, seconds: 3600 })).toEqual({ end: '2026-12-18T12:00:00Z' });
    expect(ask({ op: 'add', calendar: office, start: from, seconds: 3601 })).toEqual({ end: '2026-12-18T13:00:01Z' });
    expect(ask({ op: 'between', calendar: office, start: from, end: '2026-12-28T00:00:00Z' })).toEqual({
      seconds: (2.5 + 4 + 3) * 3600,
    });
  });

  it('answers null for a calendar that never opens', () => {
    for (const never of [
      { timezone: 'UTC', hours: {} },
      { timezone: 'UTC', hours: {}, date_overrides: { '2026-12-24': [] } },
    ]) {
      expect(ask({ op: 'add', calendar: never, start, seconds: 1 })).toEqual({ end: null });
      expect(ask({ op: 'add', calendar: never, start, seconds: 0 })).toEqual({ end: start });
      expect(ask({ op: 'between', calendar: never, start, end: '2027-01-01T00:00:00Z' })).toEqual({ seconds: 0 });
    }
  });

  it.each([
    [{ hours: { mon: 'all day' } }, 'BAD_INPUT', 'calendar.hours.mon'],
    [{ hours: { mon: [['09:00']] } }, 'BAD_INPUT', 'calendar.hours.mon[0]'],
    [{ hours: { mon: [['09:00', 17]] } }, 'BAD_INPUT', 'calendar.hours.mon[0]'],
    [{ holidays: {} }, 'BAD_INPUT', 'calendar.holidays'],
    [{ holidays: [5] }, 'BAD_INPUT', 'calendar.holidays[0]'],
    [{ breaks: [{ date: '2026-12-18', from: '14:00' }] }, 'BAD_INPUT', 'calendar.breaks[0]'],
    [{ breaks: [{ ...office.breaks[0], why: 'lunch' }] }, 'BAD_INPUT', 'calendar.breaks[0].why'],
    [{ breaks: [null] }, 'BAD_INPUT', 'calendar.breaks[0]'],
    [{ date_overrides: [] }, 'BAD_INPUT', 'calendar.date_overrides'],
    [{ date_overrides: { '2026-12-24': '09:00' } }, 'BAD_INPUT', 'calendar.date_overrides.2026-12-24'],
    [{ hours: { mon: [['9:00', '17:00']] } }, 'CALENDAR_BAD_TIME', 'calendar.hours.mon[0][0]'],
    [{ hours: { mon: [['24:00', '17:00']] } }, 'CALENDAR_BAD_TIME', 'calendar.hours.mon[0][0]'],
    [{ breaks: [{ date: '2026-12-18', from: '14:00', to: '25:00' }] }, 'CALENDAR_BAD_TIME', 'calendar.breaks[0].to'],
    [{ holidays: ['2026-02-30'] }, 'CALENDAR_BAD_DATE', 'calendar.holidays[0]'],
    [{ date_overrides: { '2026-2-3': [] } }, 'CALENDAR_BAD_DATE', 'calendar.date_overrides.2026-2-3'],
    [
      JSON.parse('{"date_overrides":{"__proto__":[]}}') as object,
      'CALENDAR_BAD_DATE',
      'calendar.date_overrides.__proto__',
    ],
    [{ hours: { mon: [['22:00', '02:00']], tue: [['01:00', '03:00']] } }, 'CALENDAR_OVERLAP', 'calendar.hours.tue[0]'],
    [
      {
        date_overrides: {
          '2026-12-24': [
            ['09:00', '12:00'],
            ['11:00', '13:00'],
          ],
        },
      },
      'CALENDAR_OVERLAP',
      'date_overrides',
    ],
  ] as const)('refuses a calendar with %j as %s at %s', (part, word, where) => {
    expect(ask({ op: 'add', calendar: { ...office, ...part }, start, seconds: 1 }).error).toMatchObject({
      code: word,
      message: expect.stringContaining(where) as string,
    });
  });

  it('tells a long value back in short', () => {
    const { error } = ask({ op: 'add', calendar: { ...office, timezone: 'x'.repeat(100_000) }, start, seconds: 1 });
    expect(error?.code).toBe('UNKNOWN_TIME_ZONE');
    expect(error?.message.length).toBeLessThan(500);
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
