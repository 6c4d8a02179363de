import { afterEach, describe, expect, it, test } from 'vitest';
import { isCountryCode } from '../../../src/main/domain/calendar/country-code.ts';
import {
  holidayCountries,
  holidayRegions,
  holidaysOf,
  holidayYears,
} from '../../../src/main/domain/calendar/public-holidays.ts';

async function dates(country: string, region: string | null, year: number): Promise<string[]> {
  return (await holidaysOf(country, region, year, year))?.map(({ on }) => on) ?? [];
}
const zoneOfTests = process.env['TZ'];
afterEach(() => {
  if (zoneOfTests === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zoneOfTests;
});

describe('public holidays of a country', () => {
  test('South Africa: twelve by law, and the Monday after one that falls on a Sunday', async () => {
    expect(await dates('ZA', null, 2027)).toEqual([
      '2027-01-01',
      '2027-03-21',
      '2027-03-22',
      '2027-03-26',
      '2027-03-29',
      '2027-04-27',
      '2027-05-01',
      '2027-06-16',
      '2027-08-09',
      '2027-09-24',
      '2027-12-16',
      '2027-12-25',
      '2027-12-26',
      '2027-12-27',
    ]);
  });

  test('Saudi Arabia: both Eids, day by day', async () => {
    expect(await holidaysOf('SA', null, 2026, 2026, 'ar')).toEqual([
      { on: '2026-02-22', name: 'يوم التأسيس' },
      ...['2026-03-19', '2026-03-20', '2026-03-21', '2026-03-22'].map((on) => ({ on, name: 'عيد الفطر' })),
      ...['2026-05-26', '2026-05-27', '2026-05-28', '2026-05-29'].map((on) => ({ on, name: 'عيد الأضحى' })),
      { on: '2026-09-23', name: 'اليوم الوطني' },
    ]);
  });

  it('gives those of a part of the country too', async () => {
    expect(await dates('DE', 'BY', 2026)).toContain('2026-01-06');
    expect(await dates('DE', null, 2026)).not.toContain('2026-01-06');
    expect(await dates('DE', 'BY-A', 2026)).toContain('2026-08-08');
    expect(await dates('DE', 'BY', 2026)).not.toContain('2026-08-08');
  });

  it('leaves out half days: hours for a date say them', async () => {
    expect(await dates('IS', null, 2027)).toContain('2027-12-25');
    expect(await dates('IS', null, 2027)).not.toContain('2027-12-24');
  });

  it('gives each date once, in order, of all years asked for', async () => {
    const all = (await holidaysOf('ZA', null, 2024, 2030))?.map(({ on }) => on) ?? [];
    expect(all).toEqual([...new Set(all)].sort());
    expect(new Set(all.map((on) => on.slice(0, 4))).size).toBe(7);
  });

  it('gives the days of the new year of a holiday that began in the old one', async () => {
    // Eid al-Adha of 2006 began on 30 December.
    expect((await dates('SA', null, 2006)).slice(-2)).toEqual(['2006-12-30', '2006-12-31']);
    expect((await dates('SA', null, 2007)).slice(0, 2)).toEqual(['2007-01-01', '2007-01-02']);
  });

  it.each(['Pacific/Apia', 'America/New_York', 'Asia/Riyadh'])('gives the same on a desk in %s', async (zone) => {
    const here = await Promise.all([holidaysOf('ZA', null, 2026, 2028), holidaysOf('SA', null, 2026, 2028)]);
    process.env['TZ'] = zone;
    const there = await Promise.all([holidaysOf('ZA', null, 2026, 2028), holidaysOf('SA', null, 2026, 2028)]);
    expect(there).toEqual(here);
  });

  it('knows no other places, and no years without tables', async () => {
    expect(await holidaysOf('XX', null, 2026, 2026)).toBeNull();
    expect(await holidaysOf('__proto__', null, 2026, 2026)).toBeNull();
    expect(await holidaysOf('ZA', 'XX', 2026, 2026)).toBeNull();
    const { first, last } = holidayYears;
    for (const [from, until] of [
      [first - 1, 2026],
      [2026, last + 1],
      [2027, 2026],
      [2026.5, 2027],
    ] as const) {
      await expect(holidaysOf('ZA', null, from, until)).rejects.toThrow(RangeError);
    }
  });
});

describe('the places of the list', () => {
  it('are named in the language of the desk', async () => {
    const english = await holidayCountries('en');
    expect(english.length).toBeGreaterThan(150);
    expect(english).toContainEqual({ code: 'ZA', name: 'South Africa' });
    expect(await holidayCountries('ar')).toContainEqual({ code: 'SA', name: 'المملكة العربية السعودية' });
  });

  it('are all countries to whoever checks a calendar', async () => {
    for (const { code } of await holidayCountries('en')) expect([code, isCountryCode(code)]).toEqual([code, true]);
    for (const none of ['ZZ', 'QQ', 'AA', 'XA', 'EU', 'UK', 'SU', 'za', '01', 'ZAF', ''])
      expect([none, isCountryCode(none)]).toEqual([none, false]);
  });

  it('have parts, or have none', async () => {
    const parts = (await holidayRegions('DE', 'en'))?.map(({ code }) => code) ?? [];
    expect(parts).toEqual(expect.arrayContaining(['BY', 'BY-A']));
    expect(await holidayRegions('SA', 'en')).toEqual([]);
    expect(await holidayRegions('XX', 'en')).toBeNull();
  });
});
