import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BusinessHours } from '../../../src/main/domain/calendar/business-hours.ts';
import { checkBusinessHours, firstProblemIn } from '../../../src/main/domain/calendar/check-business-hours.ts';
import { calendarAround } from './random-calendars.ts';

const office: BusinessHours = {
  timezone: 'Africa/Johannesburg',
  hours: {
    mon: [
      ['08:00', '12:00'],
      ['13:00', '17:00'],
    ],
  },
  holidays: ['2026-12-25'],
  breaks: [{ date: '2026-12-24', from: '12:00', to: '13:00' }],
  dateOverrides: { '2026-12-24': [['09:00', '13:00']] },
};
const problems = (part: Partial<BusinessHours>): string[] =>
  checkBusinessHours({ ...office, ...part }).map(({ code, params }) => {
    const where = 'path' in params ? params.path : params.why;
    return 'otherPath' in params ? `${code} ${where} ${params.otherPath}` : `${code} ${where}`;
  });

describe('a calendar that can be published', () => {
  it.each<Partial<BusinessHours>>([
    {},
    { holidays: ['2028-02-29', '0001-01-01', '9999-12-31', '2026-12-25', '2026-12-25'] },
    {
      hours: {
        mon: [['00:00', '24:00']],
        tue: [['00:00', '00:00']],
        wed: [['09:00', '09:00']],
        thu: [['09:00', '10:00']],
      },
    },
    {
      hours: {
        mon: [
          ['13:00', '17:00'],
          ['08:00', '13:00'],
        ],
      },
    },
    { hours: { sun: [['22:00', '06:00']], mon: [['06:00', '08:00']] } },
    {
      hours: { mon: [['22:00', '06:00']], tue: [['07:00', '08:00']] },
      dateOverrides: { '2026-12-29': [['05:00', '08:00']] },
    },
    { hours: {}, dateOverrides: { '2026-12-24': [['22:00', '06:00']], '2026-12-25': [['05:00', '08:00']] } },
    { hours: { fri: [['05:00', '08:00']] }, dateOverrides: { '2026-12-24': [['22:00', '06:00']] } },
    {
      breaks: [
        { date: '2026-12-24', from: '12:00', to: '12:00' },
        { date: '2026-12-24', from: '11:00', to: '24:00' },
      ],
    },
  ])('has no problems: %j', (part) => {
    expect(problems(part)).toEqual([]);
  });

  it('is what random calendars are, but for those that never open', () => {
    fc.assert(
      fc.property(calendarAround('UTC', Date.UTC(2026, 0), 30), (hours) => {
        expect(firstProblemIn(hours)).toBeNull();
      }),
    );
  });
});

describe('a calendar with problems', () => {
  it.each<[Partial<BusinessHours>, string]>([
    [{ timezone: 'Africa/Joburg' }, 'UNKNOWN_TIME_ZONE timezone'],
    [{ timezone: '+02:00' }, 'UNKNOWN_TIME_ZONE timezone'],
    [{ hours: { mon: [['8:00', '12:00']] } }, 'CALENDAR_BAD_TIME hours.mon[0][0]'],
    [{ hours: { mon: [['08:00', '24:01']] } }, 'CALENDAR_BAD_TIME hours.mon[0][1]'],
    [{ hours: { mon: [['24:00', '08:00']] } }, 'CALENDAR_BAD_TIME hours.mon[0][0]'],
    [{ hours: { mon: [['08:00', '12:60']] } }, 'CALENDAR_BAD_TIME hours.mon[0][1]'],
    [{ hours: { mon: [['08:00:00', '12:00']] } }, 'CALENDAR_BAD_TIME hours.mon[0][0]'],
    [{ breaks: [{ date: '2026-12-24', from: 'noon', to: '13:00' }] }, 'CALENDAR_BAD_TIME breaks[0].from'],
    [{ breaks: [{ date: '2026-13-24', from: '12:00', to: '13:00' }] }, 'CALENDAR_BAD_DATE breaks[0].date'],
    [{ holidays: ['2026-12-25', '2026-02-30'] }, 'CALENDAR_BAD_DATE holidays[1]'],
    [{ holidays: ['2027-02-29'] }, 'CALENDAR_BAD_DATE holidays[0]'],
    [{ holidays: ['0000-01-01'] }, 'CALENDAR_BAD_DATE holidays[0]'],
    [{ holidays: ['25.12.2026'] }, 'CALENDAR_BAD_DATE holidays[0]'],
    [{ holidays: ['2026-12-25\n'] }, 'CALENDAR_BAD_DATE holidays[0]'],
    [{ dateOverrides: { '2026-12-32': [] } }, 'CALENDAR_BAD_DATE dateOverrides.2026-12-32'],
    [{ dateOverrides: { '2026-12-24': [['09:00', '9']] } }, 'CALENDAR_BAD_TIME dateOverrides.2026-12-24[0][1]'],
    [
      {
        hours: {
          mon: [
            ['08:00', '12:00'],
            ['11:59', '13:00'],
          ],
        },
      },
      'CALENDAR_OVERLAP hours.mon[1] hours.mon[0]',
    ],
    [
      {
        hours: {
          mon: [
            ['08:00', '12:00'],
            ['08:00', '12:00'],
          ],
        },
      },
      'CALENDAR_OVERLAP hours.mon[1] hours.mon[0]',
    ],
    [{ hours: { mon: [['22:00', '06:01']], tue: [['06:00', '08:00']] } }, 'CALENDAR_OVERLAP hours.tue[0] hours.mon[0]'],
    [{ hours: { sun: [['22:00', '06:01']], mon: [['06:00', '08:00']] } }, 'CALENDAR_OVERLAP hours.mon[0] hours.sun[0]'],
    [
      {
        hours: {
          mon: [
            ['09:00', '09:00'],
            ['23:00', '01:00'],
          ],
        },
      },
      'CALENDAR_OVERLAP hours.mon[1] hours.mon[0]',
    ],
    [
      {
        dateOverrides: {
          '2026-12-24': [
            ['09:00', '12:00'],
            ['10:00', '11:00'],
          ],
        },
      },
      'CALENDAR_OVERLAP dateOverrides.2026-12-24[1] dateOverrides.2026-12-24[0]',
    ],
    [
      // The Friday after: neither a holiday nor a date of its own cuts the tail.
      { hours: { fri: [['05:00', '08:00']] }, holidays: [], dateOverrides: { '2026-12-24': [['22:00', '06:00']] } },
      'CALENDAR_OVERLAP hours.fri[0] dateOverrides.2026-12-24[0]',
    ],
    [{ hours: {}, dateOverrides: {} }, 'CALENDAR_NEVER_OPENS no_hours'],
    [{ hours: { mon: [] }, dateOverrides: { '2026-12-24': [] } }, 'CALENDAR_NEVER_OPENS no_hours'],
    [{ hours: {}, breaks: [{ date: '2026-12-24', from: '00:00', to: '00:00' }] }, 'CALENDAR_NEVER_OPENS all_taken_out'],
    [
      { timezone: 'America/New_York', hours: {}, dateOverrides: { '2026-03-08': [['02:00', '03:00']] } },
      'CALENDAR_NEVER_OPENS all_taken_out',
    ],
  ])('%j: %s', (part, expected) => {
    expect(problems(part)).toEqual([expected]);
  });

  it('tells them all, and the values', () => {
    const bad = { timezone: 'Nowhere', holidays: ['x'], hours: { mon: [['a', 'b']] } } as const;
    expect(checkBusinessHours({ ...office, ...bad })).toEqual([
      { code: 'UNKNOWN_TIME_ZONE', params: { path: 'timezone', zone: 'Nowhere' } },
      { code: 'CALENDAR_BAD_TIME', params: { path: 'hours.mon[0][0]', time: 'a' } },
      { code: 'CALENDAR_BAD_TIME', params: { path: 'hours.mon[0][1]', time: 'b' } },
      { code: 'CALENDAR_BAD_DATE', params: { path: 'holidays[0]', date: 'x' } },
    ]);
    const [overlap] = checkBusinessHours({
      ...office,
      hours: {
        mon: [
          ['08:00', '12:00'],
          ['11:00', '13:00'],
        ],
      },
    });
    expect(overlap?.params).toEqual({
      path: 'hours.mon[1]',
      interval: '11:00–13:00',
      otherPath: 'hours.mon[0]',
      otherInterval: '08:00–12:00',
    });
  });
});
