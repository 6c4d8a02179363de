const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
/** Codes that have a name and are no country: unions, what lies outside of all, and what tests of programs use. */
const noCountries: ReadonlySet<string> = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ']);

/**
 * Whether a calendar may say that its holidays are those of this country. Asked of names that are there anyway, because the
 * list of holidays is heavy to load; every country of that list is one here, and so are those that it does not know.
 * @param code  ISO 3166 in capital letters, such as `ZA`; codes given up since, such as `SU`, are none
 */
export function isCountryCode(code: string): boolean {
  if (!/^[A-Z]{2}$/u.test(code) || noCountries.has(code) || names.of(code) === undefined) return false;
  return new Intl.Locale(`und-${code}`).region === code;
}
