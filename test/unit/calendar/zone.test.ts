import { describe, expect, it, test } from 'vitest';
import { offsetOf } from '../../../src/main/domain/calendar/zone-offsets.ts';
import { isZone, zoneNamed, type Zone } from '../../../src/main/domain/calendar/zone.ts';

const isFull = process.env['WATCHKEEPER_FULL'] === '1';
const DAY = 86_400_000;
const zones = Intl.supportedValuesOf('timeZone');

function zoneOf(name: string): Zone {
  const zone = zoneNamed(name);
  if (zone === null) throw new Error(name);
  return zone;
}

/** What Intl shows as date and time, against UTC: another way than the program's to come by an offset. */
function offsetByIntl(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (at) => {
    const text = format.format(at);
    const [month = 0, day = 0, year = 0, hours, minutes, seconds] = text.match(/\d+/gu)?.map(Number) ?? [];
    const shown = new Date(0);
    shown.setUTCFullYear(text.includes('B') ? 1 - year : year, month - 1, day);
    return shown.setUTCHours(hours ?? 0, minutes, seconds) - at;
  };
}

/** The same sequence of numbers below 1 in every run. */
function sequence(): () => number {
  let state = 1;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

describe('offsets of every zone', () => {
  const eras = [
    ['in the years of this program', Date.UTC(1900, 0), Date.UTC(2200, 0), isFull ? 2000 : 15],
    ['in the time before zones', Date.parse('0001-01-02T00:00:00Z'), Date.UTC(1900, 0), isFull ? 500 : 5],
    ['in years to come', Date.UTC(2200, 0), Date.parse('9999-12-30T00:00:00Z'), isFull ? 500 : 8],
  ] as const;

  test.each(eras)('are what Intl shows %s', { timeout: 1_800_000 }, (_, fromAt, untilAt, count) => {
    const random = sequence();
    for (const name of zones) {
      const zone = zoneOf(name);
      const byIntl = offsetByIntl(name);
      for (let n = 0; n < count; n += 1) {
        const at = Math.floor((fromAt + random() * (untilAt - fromAt)) / 1000) * 1000;
        expect([name, at, offsetOf(zone, at)]).toEqual([name, at, byIntl(at)]);
      }
    }
  });

  // The shortest that a zone kept an offset was four days: a change that is missed would show for as long.
  it('miss no change of the clock', { timeout: 3_600_000 }, () => {
    const [fromYear, untilYear] = isFull ? [1800, 2100] : [1935, 1950];
    const missed: string[] = [];
    for (const name of isFull ? zones : zones.filter((_, n) => n % 20 === 0)) {
      const zone = zoneOf(name);
      const byIntl = offsetByIntl(name);
      for (let at = Date.UTC(fromYear, 0); at < Date.UTC(untilYear, 0); at += DAY) {
        if (offsetOf(zone, at) !== byIntl(at)) missed.push(`${name} ${new Date(at).toISOString()}`);
      }
    }
    expect(missed).toEqual([]);
  });
});

describe('a zone', () => {
  it('changes its clock in the very second', () => {
    const newYork = zoneOf('America/New_York');
    const shown = (text: string): number => offsetOf(newYork, Date.parse(text)) / 1000;
    expect(shown('1883-11-18T16:59:59Z')).toBe(-17_762);
    expect(shown('1883-11-18T17:00:00Z')).toBe(-18_000);
    expect(shown('2026-03-08T06:59:59.999Z')).toBe(-18_000);
    expect(shown('2026-03-08T07:00:00Z')).toBe(-14_400);
  });

  it('knows when two changes lay few days apart', () => {
    expect(
      zoneOf('Africa/Freetown')
        .inYear(1939)
        .map(({ offsetMs }) => offsetMs / 60_000),
    ).toEqual(offsetsSeen('Africa/Freetown', 1939));
  });

  it.each(['Mars/Olympus', '', '+02:00', '5', 'UTC+2', 'Africa/Johannesburg ', '__proto__'])('is not %j', (name) => {
    expect(isZone(name)).toBe(false);
  });

  it.each(['UTC', 'Africa/Johannesburg', 'Etc/GMT+5', 'africa/johannesburg'])('is %j', (name) => {
    expect(isZone(name)).toBe(true);
  });

  it('is forgotten when many others were asked for, and found again', () => {
    const first = zoneOf('Africa/Cairo');
    expect(zoneOf('Africa/Cairo')).toBe(first);
    for (const name of zones.slice(0, 100)) zoneOf(name);
    expect(zoneOf('Africa/Cairo')).not.toBe(first);
    expect(offsetOf(zoneOf('Africa/Cairo'), 0)).toBe(offsetOf(first, 0));
  });
});

/** One after the other, in minutes, looked at twice a day. */
function offsetsSeen(zone: string, year: number): number[] {
  const byIntl = offsetByIntl(zone);
  const seen: number[] = [];
  for (let at = Date.UTC(year, 0); at < Date.UTC(year + 1, 0); at += DAY / 2) {
    const minutes = byIntl(at) / 60_000;
    if (seen.at(-1) !== minutes) seen.push(minutes);
  }
  return seen;
}
