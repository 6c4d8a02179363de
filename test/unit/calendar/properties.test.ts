import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weekdays, type BusinessHours, type Interval } from '../../../src/main/domain/calendar/business-hours.ts';
import { compileCalendar } from '../../../src/main/domain/calendar/compile-calendar.ts';
import { calendarAround, oddZones } from './random-calendars.ts';

const DAY = 86_400_000;
const isFull = process.env['WATCHKEEPER_FULL'] === '1';
const numRuns = isFull ? 5_000 : 150;
const timeout = 600_000;

const soon = fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2028, 0) });
const anytime = fc.integer({ min: Date.parse('0001-01-02T00:00:00Z'), max: Date.parse('9999-12-30T00:00:00Z') });
const openMs = fc.oneof(fc.integer({ min: 0, max: 40 * DAY }), fc.integer({ min: 0, max: 3 * 3_600_000 }));
const zone = fc.constantFrom(...oddZones);

type Asked = { hours: BusinessHours; at: number; ms: number; more: number };

/** A calendar and an instant near its special days, or anywhere in the years that four digits can write. */
function asked(ms: fc.Arbitrary<number>, more: fc.Arbitrary<number> = fc.constant(0)): fc.Arbitrary<Asked> {
  return fc.tuple(zone, soon).chain(([name, at]) =>
    fc.record({
      hours: calendarAround(name, at, 30),
      at: fc.oneof(
        { weight: 4, arbitrary: fc.integer({ min: at - 60 * DAY, max: at + 60 * DAY }) },
        { weight: 1, arbitrary: anytime },
      ),
      ms,
      more,
    }),
  );
}

describe('open time', () => {
  it('between a start and its deadline is what was added, and no earlier instant has as much', { timeout }, () => {
    fc.assert(
      fc.property(asked(openMs), ({ hours, at, ms }) => {
        const open = compileCalendar(hours);
        const end = open.add(at, ms);
        fc.pre(end !== null && end > at);
        expect(open.between(at, end)).toBe(ms);
        expect(open.between(at, end - 1)).toBe(ms - 1);
      }),
      { numRuns },
    );
  });

  it('adds up, whether added at once or one after the other', { timeout }, () => {
    fc.assert(
      fc.property(asked(openMs, openMs), ({ hours, at, ms, more }) => {
        const open = compileCalendar(hours);
        const middle = open.add(at, ms);
        expect(open.add(at, ms + more)).toBe(middle === null ? null : open.add(middle, more));
      }),
      { numRuns },
    );
  });

  it('between adds up, is never more than the time itself, and grows with the end', { timeout }, () => {
    const length = fc.integer({ min: 0, max: 90 * DAY });
    fc.assert(
      fc.property(asked(length, length), ({ hours, at, ms, more }) => {
        const open = compileCalendar(hours);
        const [middle, end] = [at + ms, at + ms + more];
        expect(open.between(at, end)).toBe(open.between(at, middle) + open.between(middle, end));
        expect(open.between(at, end)).toBeLessThanOrEqual(end - at);
        expect(open.between(at, end)).toBeGreaterThanOrEqual(open.between(at, middle));
        expect(open.between(end, at)).toBe(0);
      }),
      { numRuns },
    );
  });

  it('gives a later start no earlier deadline, and more time no earlier one', { timeout }, () => {
    fc.assert(
      fc.property(asked(openMs, openMs), ({ hours, at, ms, more }) => {
        const open = compileCalendar(hours);
        const end = open.add(at, ms) ?? Infinity;
        expect(open.add(at + more, ms) ?? Infinity).toBeGreaterThanOrEqual(end);
        expect(open.add(at, ms + more) ?? Infinity).toBeGreaterThanOrEqual(end);
      }),
      { numRuns },
    );
  });

  it('gives the same answers whatever was asked before', { timeout }, () => {
    // Tables are made of what is asked often, and years are counted from the first that was asked for.
    const few = fc
      .constantFrom('America/New_York', 'Pacific/Chatham', 'Africa/Johannesburg')
      .chain((name) => calendarAround(name, Date.UTC(2026, 0), 30));
    const often = fc.array(fc.oneof(soon, anytime), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(few, often, openMs, (hours, starts, ms) => {
        const warm = compileCalendar(hours);
        for (const start of starts) for (let n = 0; n < 10; n += 1) warm.add(start, ms);
        const far = Date.parse('9999-01-01T00:00:00Z');
        for (const start of starts) {
          const cold = compileCalendar({ ...hours });
          expect(warm.add(start, ms)).toBe(cold.add(start, ms));
          expect(warm.between(start, start + ms)).toBe(cold.between(start, start + ms));
          expect(warm.between(start, far)).toBe(cold.between(start, far));
        }
      }),
      { numRuns: numRuns / 15 },
    );
  });
});

describe('the same hours written otherwise', () => {
  const answers = (hours: BusinessHours, at: number, ms: number): unknown[] => {
    const open = compileCalendar(hours);
    return [open.add(at, ms), open.between(at, at + ms)];
  };

  /** Splits each interval that lasts more than a minute at a minute inside it. */
  function split(intervals: readonly Interval[]): Interval[] {
    return intervals.flatMap(([from, to]): Interval[] => {
      const start = minuteOf(from);
      const end = minuteOf(to) > start ? minuteOf(to) : minuteOf(to) + 1440;
      const middle = Math.floor((start + end) / 2);
      // A part that would start on the next day cannot be written on this one.
      if (end - start < 2 || middle >= 1440) return [[from, to]];
      return [
        [from, textOf(middle)],
        [textOf(middle), to],
      ];
    });
  }
  const minuteOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  const textOf = (minute: number): string =>
    `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

  it('count the same when intervals are split', { timeout }, () => {
    fc.assert(
      fc.property(asked(openMs), ({ hours, at, ms }) => {
        const parts: BusinessHours = {
          ...hours,
          hours: Object.fromEntries(weekdays.map((day) => [day, split(hours.hours[day] ?? [])])),
          dateOverrides: Object.fromEntries(
            Object.entries(hours.dateOverrides).map(([date, intervals]) => [date, split(intervals)]),
          ),
        };
        expect(answers(parts, at, ms)).toEqual(answers(hours, at, ms));
      }),
      { numRuns },
    );
  });

  it('count the same when a holiday is a date without hours', { timeout }, () => {
    fc.assert(
      fc.property(asked(openMs), ({ hours, at, ms }) => {
        const closed = Object.fromEntries(hours.holidays.map((date) => [date, []]));
        const dates = { ...hours, holidays: [], dateOverrides: { ...closed, ...hours.dateOverrides } };
        expect(answers(dates, at, ms)).toEqual(answers(hours, at, ms));
      }),
      { numRuns },
    );
  });

  it('count the same a week later, and an hour later in a zone an hour behind', { timeout }, () => {
    // Both zones of each pair never change their clocks.
    const pair = fc.constantFrom(['Etc/GMT-3', 'Etc/GMT-2'] as const, ['UTC', 'Etc/GMT+1'] as const);
    fc.assert(
      fc.property(pair, soon, calendarAround('UTC', Date.UTC(2026, 0), 0), openMs, ([east, west], at, hours, ms) => {
        const weekly = { ...hours, holidays: [], breaks: [], dateOverrides: {} };
        const eastern = compileCalendar({ ...weekly, timezone: east });
        const western = compileCalendar({ ...weekly, timezone: west });
        const end = eastern.add(at, ms);
        expect(western.add(at + DAY / 24, ms)).toBe(end === null ? null : end + DAY / 24);
        expect(eastern.add(at + 7 * DAY, ms)).toBe(end === null ? null : end + 7 * DAY);
      }),
      { numRuns },
    );
  });

  it('of a whole week miss what the breaks take and nothing else', { timeout }, () => {
    const breaksOnly = fc.tuple(zone, soon).chain(([name, at]) => calendarAround(name, at, 30));
    fc.assert(
      fc.property(breaksOnly, soon, openMs, ({ timezone, breaks }, at, ms) => {
        const whole = Object.fromEntries(weekdays.map((day) => [day, [['00:00', '24:00']] as const]));
        const none = { timezone, hours: whole, holidays: [], dateOverrides: {} };
        const open = compileCalendar({ ...none, breaks });
        const closed = [...open.spans(at, at + ms)].reduce(
          (sum, span) => (span.kind === 'closed' ? sum + span.untilAt - span.fromAt : sum),
          0,
        );
        expect(open.between(at, at + ms) + closed).toBe(ms);
      }),
      { numRuns },
    );
  });
});

describe('spans', () => {
  it('lie side by side, and the open ones come to the open time', { timeout }, () => {
    fc.assert(
      fc.property(asked(openMs), ({ hours, at, ms }) => {
        const open = compileCalendar(hours);
        let reached = at;
        let sum = 0;
        for (const span of open.spans(at, at + ms)) {
          expect(span.kind === 'clock_change' ? span.at : span.fromAt).toBe(reached);
          if (span.kind === 'clock_change') continue;
          const isOpen = [open.isOpenAt(span.fromAt), open.isOpenAt(span.untilAt - 1)];
          expect(isOpen).toEqual([span.kind === 'open', span.kind === 'open']);
          expect(span.untilAt).toBeGreaterThan(span.fromAt);
          if (span.kind === 'open') sum += span.untilAt - span.fromAt;
          reached = span.untilAt;
        }
        expect(reached).toBe(at + ms);
        expect(sum).toBe(open.between(at, at + ms));
      }),
      { numRuns },
    );
  });
});
