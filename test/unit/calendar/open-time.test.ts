import { describe, expect, it, test } from 'vitest';
import { weekdays, type BusinessHours, type Interval } from '../../../src/main/domain/calendar/business-hours.ts';
import { compileCalendar } from '../../../src/main/domain/calendar/compile-calendar.ts';
import { roundTheClock } from '../../../src/main/domain/calendar/open-time.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;

const nothing: BusinessHours = { timezone: 'UTC', hours: {}, holidays: [], breaks: [], dateOverrides: {} };
const everyDay = (...intervals: Interval[]): BusinessHours['hours'] =>
  Object.fromEntries(weekdays.map((day) => [day, intervals]));
const office = {
  mon: [
    ['08:00', '12:00'],
    ['13:00', '17:00'],
  ],
  fri: [['08:00', '16:00']],
} as const;
const at = (text: string): number => Date.parse(text);

/** In the given zone's own hours; 2026-06-01 is a Monday. */
function between(hours: Partial<BusinessHours>, start: string, end: string): number {
  return compileCalendar({ ...nothing, ...hours }).between(at(start), at(end)) / HOUR;
}
function add(hours: Partial<BusinessHours>, start: string, openHours: number): string | null {
  const end = compileCalendar({ ...nothing, ...hours }).add(at(start), openHours * HOUR);
  return end === null ? null : new Date(end).toISOString().replace(/(?::00)?\.000Z$/u, '');
}

describe('a deadline', () => {
  it.each([
    ['falls at closing time, not at the next opening', '2026-06-01T08:00:00Z', 4, '2026-06-01T12:00'],
    ['goes on after the lunch break', '2026-06-01T08:00:00Z', 5, '2026-06-01T14:00'],
    ['falls at the close of the day that is used up', '2026-06-01T08:00:00Z', 8, '2026-06-01T17:00'],
    ['waits for the next open day', '2026-06-01T17:00:00Z', 1, '2026-06-05T09:00'],
    ['counts from the opening when asked before it', '2026-06-01T02:00:00Z', 1, '2026-06-01T09:00'],
    ['is the start itself for no time, open or not', '2026-06-01T03:00:00Z', 0, '2026-06-01T03:00'],
    ['goes over weeks', '2026-06-01T08:00:00Z', 16 * 52, '2027-05-28T16:00'],
  ])('%s', (_, start, hours, end) => {
    expect(add({ hours: office }, start, hours)).toBe(end);
  });

  it('keeps milliseconds', () => {
    const open = compileCalendar({ ...nothing, hours: office });
    expect(open.add(at('2026-06-01T11:59:59.999Z'), 1)).toBe(at('2026-06-01T12:00:00Z'));
    expect(open.add(at('2026-06-01T11:59:59.999Z'), 2)).toBe(at('2026-06-01T13:00:00.001Z'));
    expect(open.between(at('2026-06-01T11:59:59.250Z'), at('2026-06-01T13:00:00.750Z'))).toBe(1500);
  });

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses to add %d ms', (openMs) => {
    expect(() => compileCalendar({ ...nothing, hours: office }).add(0, openMs)).toThrow(RangeError);
    expect(() => roundTheClock.add(0, openMs)).toThrow(RangeError);
  });
});

describe('open time between two instants', () => {
  it('is 0 when the end lies before the start', () => {
    expect(between({ hours: office }, '2026-06-01T12:00:00Z', '2026-06-01T08:00:00Z')).toBe(0);
  });

  it.each<[string, Partial<BusinessHours>, number]>([
    ['an overnight interval runs into the next day', { hours: { mon: [['22:00', '06:00']] } }, 8],
    ['equal ends are 24 hours', { hours: { mon: [['09:00', '09:00']] } }, 24],
    ['midnight to midnight is 24 hours', { hours: { mon: [['00:00', '00:00']] } }, 24],
    ['24:00 ends the day', { hours: { mon: [['20:00', '24:00']] } }, 4],
    ['Sunday night runs into Monday', { hours: { sun: [['20:00', '04:00']] } }, 8],
    [
      'intervals that meet are one',
      {
        hours: {
          mon: [['22:00', '24:00']],
          tue: [
            ['00:00', '02:00'],
            ['02:00', '03:00'],
          ],
        },
      },
      5,
    ],
    ['a holiday closes the day', { hours: { mon: [['08:00', '16:00']] }, holidays: ['2026-06-01'] }, 0],
    [
      'a holiday takes the night that would start on it',
      { hours: { mon: [['22:00', '06:00']] }, holidays: ['2026-06-01'] },
      0,
    ],
    [
      'a holiday cuts the tail of the evening before',
      { hours: { mon: [['22:00', '06:00']] }, holidays: ['2026-06-02'] },
      2,
    ],
    [
      'hours for a date replace what starts on it',
      {
        hours: { mon: [['08:00', '16:00']] },
        dateOverrides: {
          '2026-06-01': [
            ['10:00', '11:00'],
            ['12:00', '13:30'],
          ],
        },
      },
      2.5,
    ],
    ['hours for a date may close it', { hours: { mon: [['08:00', '16:00']] }, dateOverrides: { '2026-06-01': [] } }, 0],
    [
      'hours for a date beat a holiday',
      { holidays: ['2026-06-01'], dateOverrides: { '2026-06-01': [['10:00', '11:00']] } },
      1,
    ],
    [
      'hours for a date cut the tail of the evening before',
      { hours: { mon: [['22:00', '06:00']] }, dateOverrides: { '2026-06-02': [['05:00', '06:00']] } },
      3,
    ],
    ['hours for a date run into the next day', { dateOverrides: { '2026-06-01': [['22:00', '06:00']] } }, 8],
    [
      'their tail is cut by the next special day',
      { dateOverrides: { '2026-06-01': [['22:00', '06:00']] }, holidays: ['2026-06-02'] },
      2,
    ],
    [
      'the tail of a date may end where the week begins',
      { hours: { tue: [['06:00', '07:00']] }, dateOverrides: { '2026-06-01': [['22:00', '06:00']] } },
      9,
    ],
    [
      'a break is taken out last',
      {
        dateOverrides: { '2026-06-01': [['10:00', '12:00']] },
        breaks: [{ date: '2026-06-01', from: '11:00', to: '11:30' }],
      },
      1.5,
    ],
    [
      'a break outside the hours takes nothing',
      { hours: office, breaks: [{ date: '2026-06-01', from: '12:00', to: '13:00' }] },
      16,
    ],
    [
      'breaks may overlap',
      {
        hours: office,
        breaks: [
          { date: '2026-06-01', from: '08:00', to: '10:00' },
          { date: '2026-06-01', from: '09:00', to: '14:00' },
        ],
      },
      11,
    ],
    [
      'an overnight break runs into the next day',
      {
        hours: { mon: [['20:00', '24:00']], tue: [['00:00', '04:00']] },
        breaks: [{ date: '2026-06-01', from: '23:00', to: '03:00' }],
      },
      4,
    ],
    [
      'an overnight break runs into hours for a date too',
      {
        dateOverrides: { '2026-06-02': [['00:00', '04:00']] },
        breaks: [{ date: '2026-06-01', from: '23:00', to: '03:00' }],
      },
      1,
    ],
    [
      'a break with equal ends takes 24 hours',
      {
        hours: { mon: [['08:00', '20:00']], tue: [['08:00', '20:00']] },
        breaks: [{ date: '2026-06-01', from: '12:00', to: '12:00' }],
      },
      12,
    ],
  ])('%s', (_, hours, expected) => {
    expect(between(hours, '2026-05-31T00:00:00Z', '2026-06-07T20:00:00Z')).toBe(expected);
  });
});

describe('by the wall clock of its zone', () => {
  it.each<[string, string, Interval, string, string, number]>([
    // The clock of New York goes from 01:59 to 03:00 on 2026-03-08, and from 01:59 back to 01:00 on 2026-11-01.
    [
      'an hour that is skipped is not there',
      'America/New_York',
      ['01:00', '04:00'],
      '2026-03-08T05:00Z',
      '2026-03-09T04:00Z',
      2,
    ],
    [
      'hours that are skipped whole are nothing',
      'America/New_York',
      ['02:00', '03:00'],
      '2026-03-08T05:00Z',
      '2026-03-09T04:00Z',
      0,
    ],
    [
      'an hour that is repeated counts twice',
      'America/New_York',
      ['00:00', '04:00'],
      '2026-11-01T04:00Z',
      '2026-11-02T05:00Z',
      5,
    ],
    [
      'half of it counts twice too',
      'America/New_York',
      ['00:30', '01:30'],
      '2026-11-01T04:00Z',
      '2026-11-02T05:00Z',
      1.5,
    ],
    [
      'a night over it is an hour longer',
      'Europe/Berlin',
      ['22:00', '06:00'],
      '2026-10-24T12:00Z',
      '2026-10-25T12:00Z',
      9,
    ],
    [
      'half an hour is skipped on Lord Howe',
      'Australia/Lord_Howe',
      ['00:00', '24:00'],
      '2026-10-03T13:30Z',
      '2026-10-04T13:00Z',
      23.5,
    ],
    ['and repeated', 'Australia/Lord_Howe', ['01:30', '02:00'], '2026-04-04T13:00Z', '2026-04-05T13:30Z', 1],
    [
      'Havana skips the first hour of a day',
      'America/Havana',
      ['00:00', '02:00'],
      '2026-03-08T04:00Z',
      '2026-03-09T04:00Z',
      1,
    ],
    ['and repeats it', 'America/Havana', ['00:00', '02:00'], '2026-11-01T04:00Z', '2026-11-02T05:00Z', 3],
    ['Beirut skips it as well', 'Asia/Beirut', ['00:00', '24:00'], '2026-03-28T22:00Z', '2026-03-29T21:00Z', 23],
    ['Cairo repeats the last one', 'Africa/Cairo', ['23:00', '24:00'], '2026-10-29T12:00Z', '2026-10-30T12:00Z', 2],
    ['São Paulo once did', 'America/Sao_Paulo', ['23:00', '24:00'], '2018-02-17T12:00Z', '2018-02-18T12:00Z', 2],
    ['Apia had no 30 December 2011', 'Pacific/Apia', ['08:00', '16:00'], '2011-12-29T10:00Z', '2011-12-31T10:00Z', 16],
    [
      'Kwajalein had no 21 August 1993',
      'Pacific/Kwajalein',
      ['08:00', '16:00'],
      '1993-08-20T12:00Z',
      '1993-08-22T12:00Z',
      16,
    ],
    [
      'Johannesburg changes nothing',
      'Africa/Johannesburg',
      ['08:00', '16:00'],
      '2026-05-31T22:00Z',
      '2026-06-01T22:00Z',
      8,
    ],
  ])('%s', (_, timezone, interval, start, end, expected) => {
    expect(between({ timezone, hours: everyDay(interval) }, start, end)).toBe(expected);
  });

  it('waits for the hour that is not skipped, and passes the repeated one twice', () => {
    const night = { timezone: 'America/New_York', hours: everyDay(['01:30', '02:30']) };
    expect(add(night, '2026-03-08T05:00:00Z', 0.5)).toBe('2026-03-08T07:00');
    expect(add(night, '2026-03-08T05:00:00Z', 0.75)).toBe('2026-03-09T05:45');
    // 01:30 to 02:00, then 01:30 to 02:30 once more.
    expect(add(night, '2026-11-01T04:00:00Z', 0.5)).toBe('2026-11-01T06:00');
    expect(add(night, '2026-11-01T04:00:00Z', 1)).toBe('2026-11-01T07:00');
    expect(add(night, '2026-11-01T04:00:00Z', 1.5)).toBe('2026-11-01T07:30');
  });

  it('counts in the sun’s time of the place before there were zones, to the second', () => {
    // New York: 4 h 56 min 2 s behind until 1883-11-18.
    const hours = { timezone: 'America/New_York', hours: everyDay(['08:00', '09:00']) };
    expect(add(hours, '1880-06-01T12:56:00Z', 2 / 3600)).toBe('1880-06-01T12:56:04');
    expect(between(hours, '1880-06-01T00:00:00Z', '1880-06-02T00:00:00Z')).toBe(1);
    // Liberia: 44 min 30 s behind until 1972-01-07.
    expect(add({ ...hours, timezone: 'Africa/Monrovia' }, '1960-06-01T00:00:00Z', 1)).toBe('1960-06-01T09:44:30');
  });
});

describe('a calendar that never opens', () => {
  it.each<[string, Partial<BusinessHours>]>([
    ['has no hours', {}],
    ['has dates without hours', { dateOverrides: { '2026-06-01': [] }, holidays: ['2026-06-02'] }],
    [
      'has all of them taken out',
      {
        dateOverrides: { '2026-06-01': [['08:00', '09:00']] },
        breaks: [{ date: '2026-06-01', from: '07:00', to: '10:00' }],
      },
    ],
    [
      'has only hours that DST skips',
      { timezone: 'America/New_York', dateOverrides: { '2026-03-08': [['02:00', '03:00']] } },
    ],
  ])('%s: its deadlines never come', (_, hours) => {
    const open = compileCalendar({ ...nothing, ...hours });
    expect(open.add(at('2026-01-01T00:00:00Z'), 1)).toBeNull();
    expect(open.add(at('2026-01-01T00:00:00Z'), Number.MAX_SAFE_INTEGER)).toBeNull();
    expect(open.add(at('2026-01-01T00:00:00Z'), 0)).toBe(at('2026-01-01T00:00:00Z'));
    expect(open.between(at('0001-01-01T00:00:00Z'), at('9999-12-31T00:00:00Z'))).toBe(0);
    expect(open.isOpenAt(at('2026-06-01T08:30:00Z'))).toBe(false);
    expect(open.nextOpening(at('2026-01-01T00:00:00Z'))).toBeNull();
  });

  test('one that opens on some dates only never comes to more', () => {
    const hours = {
      dateOverrides: { '2026-06-01': [['08:00', '09:00']], '9999-12-31': [['23:00', '01:00']] },
    } as const;
    expect(add(hours, '2026-01-01T00:00:00Z', 1)).toBe('2026-06-01T09:00');
    expect(add(hours, '2026-01-01T00:00:00Z', 1.5)).toBe('9999-12-31T23:30');
    expect(add(hours, '2026-06-01T08:30:00Z', 2)).toBe('+010000-01-01T00:30');
    expect(add(hours, '2026-06-01T08:30:00Z', 2.75)).toBeNull();
    expect(add(hours, '2026-06-01T09:00:00Z', 3)).toBeNull();
  });
});

describe('24×7', () => {
  it.each<[string, Interval]>([
    ['whole days', ['00:00', '24:00']],
    ['equal ends at midnight', ['00:00', '00:00']],
    ['equal ends in the morning', ['09:00', '09:00']],
  ])('is what a week of %s comes to in any zone', (_, interval) => {
    const open = compileCalendar({ ...nothing, timezone: 'America/New_York', hours: everyDay(interval) });
    expect(open).toBe(roundTheClock);
    expect(open.nextOpening(5)).toBe(5);
    expect(open.isOpenAt(5)).toBe(true);
    expect(open.between(5, 3)).toBe(0);
  });

  test('is not what a week with one minute less comes to', () => {
    const hours = { ...everyDay(['00:00', '24:00']), sun: [['00:00', '23:59']] as const };
    expect(between({ hours }, '2026-06-01T00:00:00Z', '2026-06-08T00:00:00Z')).toBe(24 * 7 - 1 / 60);
  });
});

describe('far away', () => {
  const hours = { timezone: 'America/New_York', hours: office };

  it.each([
    ['0001-01-01T00:00:00Z', 16, '0001-01-05T20:56:02'],
    ['1700-01-01T00:00:00Z', 16 * 4, '1700-01-25T21:56:02'],
    ['2026-06-01T00:00:00Z', 16 * 52 * 30, '2056-04-21T20:00'],
    ['2026-06-01T00:00:00Z', 16 * 20_871, '2426-05-29T20:00'],
    ['9999-12-01T00:00:00Z', 16, '9999-12-06T22:00'],
  ])('from %s on %d open hours', (start, openHours, end) => {
    expect(add(hours, start, openHours)).toBe(end);
  });

  it('repeats itself every 400 years after the last date that can be named, exactly', () => {
    const open = compileCalendar({ ...nothing, ...hours, holidays: ['9999-12-31'] });
    const cycleMs = 146_097 * 24 * HOUR;
    const start = at('9999-06-01T00:00:00Z');
    for (const cycles of [1, 2, 7, 400]) {
      for (const days of [400, 500, 3000]) {
        const from = start + days * 24 * HOUR;
        expect(open.between(from, from + cycles * cycleMs)).toBe(cycles * 20_871 * 16 * HOUR);
        expect(open.add(from, cycles * 20_871 * 16 * HOUR + 1)).toBe((open.add(from, 1) ?? 0) + cycles * cycleMs);
      }
    }
  });

  it('answers for more time than there is', () => {
    const open = compileCalendar({ ...nothing, hours: { mon: [['08:00', '08:01']] } });
    expect(open.add(0, Number.MAX_SAFE_INTEGER)).toBeGreaterThan(8.64e15);
    expect(open.between(0, at('9999-12-31T00:00:00Z'))).toBe(418_985 * MINUTE);
  });
});

describe('hours of any shape', () => {
  it('may open every other minute', () => {
    const clock = (minute: number): string =>
      `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    const minutes = Array.from({ length: 720 }, (_, n): Interval => [clock(2 * n), clock((2 * n + 1) % 1440)]);
    const open = compileCalendar({ ...nothing, hours: everyDay(...minutes) });
    const start = at('2026-06-01T00:00:00Z');
    for (let day = 0; day < 60; day += 1) {
      for (let n = 0; n < 20; n += 1) {
        const from = start + day * 24 * HOUR + n * 4_000_001;
        expect(open.add(from, 10 * HOUR)).toBe(
          (open.add(from, 1) ?? 0) - 1 + 20 * HOUR - (inMinute(from) ? 0 : MINUTE),
        );
        expect(open.between(from, from + 30 * 24 * HOUR)).toBe(15 * 24 * HOUR);
      }
    }
  });
  const inMinute = (from: number): boolean => Math.floor(from / MINUTE) % 2 === 0 && from % MINUTE !== 0;

  it('may be open for months on end, asked as often as one likes', () => {
    const day = 24 * HOUR;
    const hours = everyDay(['00:00', '24:00']);
    const open = compileCalendar({ ...nothing, timezone: 'UTC', hours, holidays: ['2026-01-01'] });
    const start = at('2026-02-01T00:00:00Z');
    for (let n = 0; n < 200; n += 1) {
      const from = start + n * day;
      for (const ms of [1, HOUR, 2 ** 31, 2 ** 32, 100 * day]) {
        expect(open.add(from, ms)).toBe(from + ms);
        expect(open.between(from, from + ms)).toBe(ms);
      }
    }
  });

  it('may hold very many dates', () => {
    const day = 24 * HOUR;
    const dates = Array.from({ length: 20_000 }, (_, n) => new Date(n * day).toISOString().slice(0, 10));
    const dateOverrides = Object.fromEntries(dates.map((date): [string, Interval[]] => [date, [['08:00', '09:00']]]));
    const open = compileCalendar({ ...nothing, hours: office, holidays: dates, dateOverrides });
    expect(open.between(0, 20_000 * day)).toBe(20_000 * HOUR);
    expect(open.add(0, 15_000 * HOUR)).toBe(14_999 * day + 9 * HOUR);
  });
});

describe('opening', () => {
  const open = compileCalendar({ ...nothing, hours: office, holidays: ['2026-06-05'] });

  it('is open from the first moment of an interval to before its end', () => {
    expect(open.isOpenAt(at('2026-06-01T07:59:59.999Z'))).toBe(false);
    expect(open.isOpenAt(at('2026-06-01T08:00:00Z'))).toBe(true);
    expect(open.isOpenAt(at('2026-06-01T11:59:59.999Z'))).toBe(true);
    expect(open.isOpenAt(at('2026-06-01T12:00:00Z'))).toBe(false);
  });

  it('opens next at the first open moment from then on', () => {
    expect(open.nextOpening(at('2026-06-01T09:00:00Z'))).toBe(at('2026-06-01T09:00:00Z'));
    expect(open.nextOpening(at('2026-06-01T12:00:00Z'))).toBe(at('2026-06-01T13:00:00Z'));
    expect(open.nextOpening(at('2026-06-01T17:00:00Z'))).toBe(at('2026-06-08T08:00:00Z'));
  });
});

describe('what arrives by sync', () => {
  it('counts overlapping intervals once', () => {
    const hours = {
      mon: [
        ['08:00', '12:00'],
        ['10:00', '14:00'],
      ],
      sun: [['20:00', '09:00']],
    } as const;
    expect(between({ hours }, '2026-05-31T00:00:00Z', '2026-06-02T00:00:00Z')).toBe(4 + 14);
  });

  it.each<Partial<BusinessHours>>([
    { timezone: 'Mars/Olympus' },
    { timezone: '+02:00' },
    { holidays: ['2026-02-30'] },
    { hours: { mon: [['8:00', '12:00']] } },
    { dateOverrides: { soon: [] } },
    { breaks: [{ date: '2026-06-01', from: '24:00', to: '24:00' }] },
  ])('refuses %j loudly rather than count wrong', (part) => {
    expect(() => compileCalendar({ ...nothing, ...part })).toThrow(RangeError);
  });

  it('is compiled once for each object', () => {
    const hours = { ...nothing, hours: office };
    expect(compileCalendar(hours)).toBe(compileCalendar(hours));
  });
});
