import type { LocalDate } from './business-hours.ts';
import { DAY_MS } from './civil-time.ts';
import { dateOfDayNumber, dayNumberOf } from './wall-text.ts';

export type PublicHoliday = { on: LocalDate; name: string };
/** A country or a part of one; `code` is what `holidaysOf` takes. */
export type HolidayPlace = { code: string; name: string };

/** The tables of the Islamic calendar begin before and end after these years. */
export const holidayYears = { first: 1970, last: 2076 } as const;
/** Half days have no length in whole days; a change of the clock takes an hour from a whole one or gives it one. */
const DAY_SLACK = 0.1;

/**
 * The days on which a country is closed by law, for an administrator who fills a calendar. They are written into it as
 * plain dates, so that every desk has the same; dates that follow the moon may be off by a day, and what a government
 * declares at short notice is not in them: both are corrected by hand. The list is loaded when it is first asked for.
 * @param country  code of `holidayCountries`, such as `ZA`
 * @param region  code of `holidayRegions`; null for what holds in the whole country
 * @param fromYear  with `untilYear` the years wanted, both of them too, within `holidayYears`
 * @param language  ISO 639-1, for the names; where the list has none in it, the country's own or English
 * @returns whole days only, each once, in order, those of a holiday of several days one by one; null for a country or
 *   region that is not in the list
 * @throws RangeError for years outside `holidayYears`, or in the wrong order
 */
export async function holidaysOf(
  country: string,
  region: string | null,
  fromYear: number,
  untilYear: number,
  language = 'en',
): Promise<PublicHoliday[] | null> {
  const { first, last } = holidayYears;
  const isRange = Number.isInteger(fromYear) && Number.isInteger(untilYear) && fromYear <= untilYear;
  if (!isRange || fromYear < first || untilYear > last) throw new RangeError(`no years: ${fromYear} to ${untilYear}`);
  const regions = await holidayRegions(country, language);
  if (regions === null || (region !== null && !regions.some(({ code }) => code === region))) return null;

  const { default: Holidays } = await import('date-holidays');
  const list = new Holidays([country, ...(region?.split('-') ?? [])].join('-'), { types: ['public'] });
  const names = new Map<LocalDate, Set<string>>();
  // A holiday of several days may begin in the year before.
  for (let year = fromYear - 1; year <= untilYear; year += 1) {
    for (const { date, start, end, name } of list.getHolidays(year, language)) {
      const firstDay = dayNumberOf(date.slice(0, 10));
      const days = Math.floor((end.getTime() - start.getTime()) / DAY_MS + DAY_SLACK);
      if (firstDay === null) continue;
      for (let day = firstDay; day < firstDay + days; day += 1) {
        const on = dateOfDayNumber(day);
        names.set(on, (names.get(on) ?? new Set()).add(name));
      }
    }
  }
  return [...names]
    .map(([on, all]) => ({ on, name: [...all].join(', ') }))
    .filter(({ on }) => Number(on.slice(0, 4)) >= fromYear && Number(on.slice(0, 4)) <= untilYear)
    .sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** @returns the countries whose holidays are known, by name in that language */
export async function holidayCountries(language: string): Promise<HolidayPlace[]> {
  const { default: Holidays } = await import('date-holidays');
  const names = new Intl.DisplayNames([language, 'en'], { type: 'region', fallback: 'none' });
  return byName(
    Object.entries(new Holidays().getCountries(language)).map(([code, name]) => ({
      code,
      name: names.of(code) ?? name,
    })),
    language,
  );
}

/**
 * @param country  code of `holidayCountries`
 * @returns the parts of the country that have holidays of their own, and the parts of those, such as `BY` and `BY-A`;
 *   null for a country that is not in the list
 */
export async function holidayRegions(country: string, language: string): Promise<HolidayPlace[] | null> {
  const { default: Holidays } = await import('date-holidays');
  const list = new Holidays();
  if (!Object.hasOwn(list.getCountries(), country)) return null;
  const states = Object.entries(list.getStates(country, language) ?? {}).flatMap(([code, name]) => [
    { code, name },
    ...Object.entries(list.getRegions(country, code, language) ?? {}).map(([part, partName]) => ({
      code: `${code}-${part}`,
      name: `${name}, ${partName}`,
    })),
  ]);
  return byName(states, language);
}

function byName(places: HolidayPlace[], language: string): HolidayPlace[] {
  return places.sort((a, b) => a.name.localeCompare(b.name, language));
}
