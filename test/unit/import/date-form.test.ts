import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileDateForm, type DateForm } from '../../../src/main/domain/import/date-form.ts';
import { zoneNamed } from '../../../src/main/domain/calendar/zone.ts';

function formOf(form: string, zoneName = 'UTC'): DateForm {
  const zone = zoneNamed(zoneName);
  if (zone === null) throw new Error(zoneName);
  const compiled = compileDateForm(form, zone);
  if (!compiled.ok) throw new Error(compiled.why);
  return compiled.dates;
}

function whyNot(form: string): string {
  const zone = zoneNamed('UTC');
  const compiled = zone === null ? null : compileDateForm(form, zone);
  return compiled === null || compiled.ok ? '' : compiled.why;
}

const us = formOf('MM/dd/yyyy hh:mm:ss a');
const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

describe('dates of a file', () => {
  it.each([
    ['04/12/2018 11:11:26 AM', '2018-04-12T11:11:26.000Z'],
    ['04/12/2018 12:00:00 AM', '2018-04-12T00:00:00.000Z'],
    ['04/12/2018 12:00:00 PM', '2018-04-12T12:00:00.000Z'],
    ['02/29/2016 01:02:03 pm', '2016-02-29T13:02:03.000Z'],
  ])('reads %s', (text, iso) => {
    expect(us.read(text)).toEqual({ at: Date.parse(iso) });
  });

  it.each([
    ['13/01/2018 01:00:00 AM', 'NO_SUCH_DATE'],
    ['02/30/2018 01:00:00 AM', 'NO_SUCH_DATE'],
    ['02/29/2018 01:00:00 AM', 'NO_SUCH_DATE'],
    ['04/12/2018 13:00:00 PM', 'NO_SUCH_DATE'],
    ['04/12/2018 00:00:00 AM', 'NO_SUCH_DATE'],
    ['04/12/2018 01:60:00 AM', 'NO_SUCH_DATE'],
    ['01/01/9999 01:00:00 AM', 'DATE_OUT_OF_RANGE'],
    ['01/01/1899 01:00:00 AM', 'DATE_OUT_OF_RANGE'],
    ['4/12/2018 01:00:00 AM', 'BAD_DATE'],
    ['2018-04-12', 'BAD_DATE'],
    ['', 'BAD_DATE'],
  ])('refuses %s', (text, problem) => {
    expect(us.read(text)).toEqual({ problem });
  });

  it('reads quoted text, offsets and milliseconds', () => {
    const iso = formOf("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
    expect(iso.read('2026-01-31T11:00:00.250+02:00')).toEqual({ at: Date.parse('2026-01-31T09:00:00.250Z') });
    expect(iso.read('2026-01-31T09:00:00.250Z')).toEqual({ at: Date.parse('2026-01-31T09:00:00.250Z') });
    expect(iso.read('2026-01-31T09:00:00.250+24:00')).toEqual({ problem: 'NO_SUCH_DATE' });
  });

  it('reads a date alone as the beginning of its day in the zone', () => {
    expect(formOf('d.M.yyyy', 'Africa/Johannesburg').read('1.2.2026')).toEqual({
      at: Date.parse('2026-01-31T22:00:00Z'),
    });
  });

  it('takes the earlier of two instants where the clock is set back, and refuses an hour that it skips', () => {
    const newYork = formOf('yyyy-MM-dd HH:mm', 'America/New_York');
    expect(newYork.read('2025-11-02 01:30')).toEqual({ at: Date.parse('2025-11-02T05:30:00Z') });
    expect(newYork.read('2025-03-09 02:30')).toEqual({ problem: 'NO_SUCH_LOCAL_TIME' });
    expect(newYork.read('2025-03-09 03:00')).toEqual({ at: Date.parse('2025-03-09T07:00:00Z') });
  });

  it.each([
    ['MM/dd', 'year'],
    ['yyyy-MM-dd hh:mm', 'AM or PM'],
    ['yyyy-MM-dd HH:mm a', 'AM or PM'],
    ['yyyy-MM-dd MM', 'repeats'],
    ['yyyy-MM-dd Q', 'token'],
    ['yyyy-MM-dd ss', 'minutes'],
  ])('says what is wrong with the form %s', (form, word) => {
    expect(whyNot(form)).toContain(word);
  });

  it('knows UTC and IANA names, and no fixed offsets', () => {
    expect(zoneNamed('Africa/Johannesburg')?.name).toBe('Africa/Johannesburg');
    expect(zoneNamed('Mars/Olympus')).toBeNull();
    expect(zoneNamed('+02:00')).toBeNull();
    expect(zoneNamed('')).toBeNull();
  });

  it('reads back every instant of two centuries that it is given in its own form', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2_208_988_800, max: 7_258_118_399 }), (seconds) => {
        const at = seconds * 1000;
        const date = new Date(at);
        const hour = date.getUTCHours();
        const text = `${pad(date.getUTCMonth() + 1)}/${pad(date.getUTCDate())}/${date.getUTCFullYear()} ${pad(hour % 12 === 0 ? 12 : hour % 12)}:${pad(date.getUTCMinutes())}:${pad(date.getUTCSeconds())} ${hour < 12 ? 'AM' : 'PM'}`;
        expect(us.read(text)).toEqual({ at });
      }),
    );
  });

  it('never gives an instant that its zone would show differently', () => {
    const zone = 'America/New_York';
    const form = formOf('yyyy-MM-dd HH:mm', zone);
    const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000 }), (quarters) => {
        const text = new Date(quarters * 900_000).toISOString().slice(0, 16).replace('T', ' ');
        const reading = form.read(text);
        expect('at' in reading ? shown.format(reading.at) : reading.problem).toBe(
          'at' in reading ? text : 'NO_SUCH_LOCAL_TIME',
        );
      }),
    );
  });

  it('answers any text with an instant inside the bounds or a reason', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const reading = us.read(text);
        expect('at' in reading || 'problem' in reading).toBe(true);
      }),
    );
  });
});
