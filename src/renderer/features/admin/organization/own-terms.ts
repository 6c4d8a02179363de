import { canonical } from '../frame/things.ts';

/**
 * What an organization says of its terms once a part of them is changed. What equals the product's own is not written, so that
 * it follows the product; what was written stays written: taking it away would be a change that nobody made.
 */
export function ownTerms<T extends object>(given: Partial<T>, part: Partial<T>, defaults: T): Partial<T> {
  const all = { ...given, ...part };
  const kept = Object.entries(all).filter(
    ([name, value]) => (name in given && !(name in part)) || canonical(value) !== canonical(defaults[name as keyof T]),
  );
  // Its entries are those of the terms.
  return Object.fromEntries(kept) as Partial<T>;
}
