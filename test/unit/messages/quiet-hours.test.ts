import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextDigestAt } from '../../../src/main/domain/messages/digest.ts';
import { localTime } from '../../../src/main/domain/messages/local-time.ts';
import { audibleAt } from '../../../src/main/domain/messages/quiet-hours.ts';

const MINUTE = 60_000;
const night = { from: '20:00', until: '07:00' };
const johannesburg = 'Africa/Johannesburg';
const instant = (text: string): number => Date.parse(text);

/** The wall clock as the platform shows it, apart from the code under test. */
function clockIn(timezone: string, at: number): string {
  const parts = { timeZone: timezone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat('en-GB', parts).format(at);
}

function isQuietIn(timezone: string, at: number, { from, until }: { from: string; until: string }): boolean {
  const clock = clockIn(timezone, at);
  if (from === until) return false;
  return from < until ? clock >= from && clock < until : clock >= from || clock < until;
}

describe('quiet hours', () => {
  test.each([
    ['2026-03-02T17:59:59Z', '2026-03-02T17:59:59Z', 'a second before they begin'],
    ['2026-03-02T18:00:00Z', '2026-03-03T05:00:00Z', 'as they begin'],
    ['2026-03-03T04:59:59.999Z', '2026-03-03T05:00:00Z', 'a moment before they end'],
    ['2026-03-03T05:00:00Z', '2026-03-03T05:00:00Z', 'as they end'],
  ])('%s waits until %s: %s', (at, until) => {
    expect(audibleAt(instant(at), night, johannesburg)).toBe(instant(until));
  });

  test('that end when they begin are never quiet', () => {
    expect(audibleAt(0, { from: '07:00', until: '07:00' }, johannesburg)).toBe(0);
  });

  test('that no clock shows silence nobody, and a zone that nobody knows counts as UTC', () => {
    expect(audibleAt(0, { from: '25:00', until: 'x' }, johannesburg)).toBe(0);
    expect(audibleAt(0, night, 'Nowhere/At_All')).toBe(7 * 60 * MINUTE);
  });

  test('that end in an hour which the clock skips end as it jumps', () => {
    // London goes from 01:00 to 02:00 at 01:00 UTC.
    const at = instant('2026-03-29T00:10:00Z');
    expect(audibleAt(at, { from: '23:00', until: '01:30' }, 'Europe/London')).toBe(instant('2026-03-29T01:00:00Z'));
  });

  test('in an hour that the clock shows twice are kept twice', () => {
    // London shows 01:00 to 02:00 from 00:00 UTC and again from 01:00 UTC.
    const hours = { from: '01:00', until: '01:30' };
    const first = instant('2026-10-25T00:10:00Z');
    expect(audibleAt(first, hours, 'Europe/London')).toBe(instant('2026-10-25T00:30:00Z'));
    const second = instant('2026-10-25T01:10:00Z');
    expect(audibleAt(second, hours, 'Europe/London')).toBe(instant('2026-10-25T01:30:00Z'));
  });

  const changes = [
    ['Europe/London', '2026-03-29T01:00:00Z'],
    ['Europe/London', '2026-10-25T01:00:00Z'],
    ['America/New_York', '2026-03-08T07:00:00Z'],
    ['America/New_York', '2026-11-01T06:00:00Z'],
    ['Australia/Lord_Howe', '2026-04-04T15:00:00Z'],
    ['Australia/Lord_Howe', '2026-10-03T15:30:00Z'],
    ['Asia/Riyadh', '2026-03-29T01:00:00Z'],
  ] as const;
  const clock = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30, 45))
    .map((parts) => parts.map((n) => `${n}`.padStart(2, '0')).join(':'));

  test.each(changes)('in %s around %s: the wait ends at the first audible minute and no sooner', (timezone, change) => {
    fc.assert(
      fc.property(fc.integer({ min: -1800, max: 1800 }), clock, clock, (minutes, from, until) => {
        const at = instant(change) + minutes * MINUTE;
        const end = audibleAt(at, { from, until }, timezone);
        expect(isQuietIn(timezone, end, { from, until })).toBe(false);
        for (let each = at; each < end; each += 15 * MINUTE) {
          expect([clockIn(timezone, each), isQuietIn(timezone, each, { from, until })]).toEqual([
            expect.anything(),
            true,
          ]);
        }
        expect(end > at && !isQuietIn(timezone, end - MINUTE, { from, until })).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});

describe('dates in messages', () => {
  test('are what the wall clock of the organization shows, in Latin digits', () => {
    expect(localTime(instant('2026-03-02T22:30:00Z'), johannesburg)).toBe('2026-03-03 00:30');
    expect(localTime(instant('2026-07-01T12:00:00Z'), 'Europe/London')).toBe('2026-07-01 13:00');
    expect(localTime(0, 'Nowhere/At_All')).toBe('1970-01-01 00:00');
  });
});

describe('the supervisors’ digest is due', () => {
  test('the next time that the clock shows its time', () => {
    const eight = instant('2026-03-02T06:00:00Z');
    expect(nextDigestAt('08:00', johannesburg, eight - 1)).toBe(eight);
    expect(nextDigestAt('08:00', johannesburg, eight)).toBe(eight + 24 * 60 * MINUTE);
  });

  test('as the clock jumps, on a day on which it skips that time', () => {
    const before = instant('2026-03-28T12:00:00Z');
    expect(nextDigestAt('01:30', 'Europe/London', before)).toBe(instant('2026-03-29T01:00:00Z'));
  });

  test('once on a day that shows its time twice', () => {
    const first = nextDigestAt('01:30', 'Europe/London', instant('2026-10-24T12:00:00Z')) ?? 0;
    expect(first).toBe(instant('2026-10-25T00:30:00Z'));
    expect(nextDigestAt('01:30', 'Europe/London', first)).toBe(instant('2026-10-26T01:30:00Z'));
  });

  test('never, where none is wanted', () => {
    expect(nextDigestAt(null, johannesburg, 0)).toBeNull();
  });
});
