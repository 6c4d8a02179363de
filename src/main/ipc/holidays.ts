import { failure, success, type Result } from '../../preload/contract/result.ts';
import type { RouteOutput, RouteParsed } from '../../preload/contract/routes.ts';
import { holidayCountries, holidayRegions, holidaysOf } from '../domain/calendar/public-holidays.ts';

/** Lists that belong to no store: the same for everybody who is signed in. */
export async function holidays(input: RouteParsed<'config.holidays'>): Promise<Result<RouteOutput<'config.holidays'>>> {
  const { country, region, fromYear, untilYear, language } = input;
  if (untilYear < fromYear) return failure('BAD_INPUT', { field: 'untilYear' });
  const list = await holidaysOf(country, region, fromYear, untilYear, language);
  return list === null ? failure('NOT_FOUND', { what: 'country' }) : success({ holidays: list });
}

export async function holidayPlaces({
  country,
  language,
}: RouteParsed<'config.holidayPlaces'>): Promise<Result<RouteOutput<'config.holidayPlaces'>>> {
  const places = country === null ? await holidayCountries(language) : await holidayRegions(country, language);
  return places === null ? failure('NOT_FOUND', { what: 'country' }) : success({ places });
}
