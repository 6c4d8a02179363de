import { describe, expect, it } from 'vitest';
import type { BusinessHours } from '../../../src/main/domain/calendar/business-hours.ts';
import { compileCalendar } from '../../../src/main/domain/calendar/compile-calendar.ts';
import { roundTheClock, type Span } from '../../../src/main/domain/calendar/open-time.ts';

const nothing: BusinessHours = { timezone: 'UTC', hours: {}, holidays: [], breaks: [], dateOverrides: {} };

/** `08:00–12:00 open weekly_hours`, in UTC. */
function told(span: Span): string {
  const clock = (at: number): string => new Date(at).toISOString().slice(8, 16);
  return span.kind === 'clock_change'
    ? `${clock(span.at)} clock ${span.byMs / 60_000} min`
    : `${clock(span.fromAt)}–${clock(span.untilAt)} ${span.kind} ${span.because}`;
}
function spans(hours: Partial<BusinessHours>, from: string, until: string): string[] {
  return [...compileCalendar({ ...nothing, ...hours }).spans(Date.parse(from), Date.parse(until))].map(told);
}

describe('why it is open or closed', () => {
  it('names what decides each stretch', () => {
    const hours: Partial<BusinessHours> = {
      hours: { mon: [['22:00', '02:00']], wed: [['08:00', '10:00']] },
      holidays: ['2026-06-02'],
      dateOverrides: { '2026-06-04': [['20:00', '01:00']] },
      breaks: [{ date: '2026-06-03', from: '08:30', to: '09:00' }],
    };
    expect(spans(hours, '2026-06-01T20:00Z', '2026-06-05T12:00Z')).toEqual([
      '01T20:00–01T22:00 closed weekly_hours',
      '01T22:00–02T00:00 open weekly_hours',
      '02T00:00–03T00:00 closed holiday',
      '03T00:00–03T08:00 closed weekly_hours',
      '03T08:00–03T08:30 open weekly_hours',
      '03T08:30–03T09:00 closed break',
      '03T09:00–03T10:00 open weekly_hours',
      '03T10:00–04T00:00 closed weekly_hours',
      '04T00:00–04T20:00 closed date_override',
      '04T20:00–05T01:00 open date_override',
      '05T01:00–05T12:00 closed weekly_hours',
    ]);
  });

  it('says that a night is missing after a holiday because of the holiday', () => {
    const hours: Partial<BusinessHours> = { hours: { mon: [['22:00', '02:00']] }, holidays: ['2026-06-01'] };
    expect(spans(hours, '2026-06-01T12:00Z', '2026-06-02T12:00Z')).toEqual([
      '01T12:00–02T02:00 closed holiday',
      '02T02:00–02T12:00 closed weekly_hours',
    ]);
  });

  it('goes on over the end of the week, and tells changes of the clock', () => {
    const hours = {
      timezone: 'America/New_York',
      hours: { sun: [['00:00', '24:00']], mon: [['00:00', '09:00']] },
    } as const;
    expect(spans(hours, '2026-03-08T06:00Z', '2026-03-09T14:00Z')).toEqual([
      '08T06:00–08T07:00 open weekly_hours',
      '08T07:00 clock 60 min',
      '08T07:00–09T13:00 open weekly_hours',
      '09T13:00–09T14:00 closed weekly_hours',
    ]);
    expect(spans(hours, '2026-11-01T05:30Z', '2026-11-01T06:30Z')[1]).toBe('01T06:00 clock -60 min');
  });

  it('says nothing of no time, and one thing of 24×7', () => {
    expect(spans({}, '2026-06-01T12:00Z', '2026-06-01T12:00Z')).toEqual([]);
    expect([...roundTheClock.spans(5, 5)]).toEqual([]);
    expect([...roundTheClock.spans(5, 7)]).toEqual([
      { kind: 'open', fromAt: 5, untilAt: 7, because: 'round_the_clock' },
    ]);
  });

  it('is told as it is taken, however long the time', () => {
    const open = compileCalendar({ ...nothing, hours: { mon: [['08:00', '09:00']] } });
    for (const span of open.spans(0, Date.parse('9999-12-31T00:00:00Z'))) {
      expect(span.kind).toBe('closed');
      break;
    }
  });
});
