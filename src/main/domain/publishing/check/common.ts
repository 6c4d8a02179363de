import type { ConfigThing } from '../../../../preload/contract/configuration.ts';
import type { ConfigSnapshot } from '../../config/config-snapshot.ts';
import type { Found } from './problem.ts';

const HOUR_SECONDS = 3600;
/** Ten years: what is longer was meant in another unit. */
const MOST_HOURS = 87_600;

export function sameName(a: string, b: string): boolean {
  return folded(a) === folded(b);
}

/** Names are compared without case and without blanks around them. */
export function folded(name: string): string {
  return name.trim().toLowerCase();
}

/** Who bears which name in a list in which names are told apart; made once, since each thing of the list asks. */
export class Namesakes {
  readonly #ids = new Map<string, string[]>();

  constructor(things: Iterable<{ id: string; name: string }>) {
    for (const { id, name } of things) {
      const ids = this.#ids.get(folded(name)) ?? [];
      ids.push(id);
      this.#ids.set(folded(name), ids);
    }
  }

  /** @returns another thing of that name */
  twinOf({ id, name }: { id: string; name: string }): string | undefined {
    return this.#ids.get(folded(name))?.find((other) => other !== id);
  }
}

/** A name that is there, and that no other thing of the list has. */
export function checkName(
  given: { id: string; name: string },
  namesakes: Namesakes,
  thing: ConfigThing,
  path = 'name',
): Found[] {
  if (given.name.trim() === '') return [{ code: 'NAME_MISSING', thing, path }];
  const twin = namesakes.twinOf(given);
  if (twin === undefined) return [];
  return [{ code: 'DUPLICATE_NAME', thing, path, values: { name: given.name }, about: [given.id, twin] }];
}

/** @param hours  null: none, which is right */
export function checkHours(hours: number | null, thing: ConfigThing, path: string): Found[] {
  if (hours === null) return [];
  if (!(hours >= 0)) return [{ code: 'HOURS_NEGATIVE', thing, path, values: { hours } }];
  return hours > MOST_HOURS ? [{ code: 'HOURS_ABSURD', thing, path, values: { hours, most: MOST_HOURS } }] : [];
}

export function checkSeconds(seconds: number | null, thing: ConfigThing, path: string): Found[] {
  return checkHours(seconds === null ? null : seconds / HOUR_SECONDS, thing, path);
}

export function checkUserNamed(
  userId: string | null,
  config: ConfigSnapshot,
  thing: ConfigThing,
  path: string,
): Found[] {
  return userId === null || config.user(userId) !== undefined ? [] : [{ code: 'UNKNOWN_USER', thing, path }];
}

/** The calendar that a policy or the explanation terms of an organization name. */
export function checkCalendarNamed(
  calendarId: string | null | undefined,
  organizationId: string,
  config: ConfigSnapshot,
  thing: ConfigThing,
  path: string,
): Found[] {
  if ((calendarId ?? null) === null) return [];
  const isIt = (one: { calendarId: string }): boolean => one.calendarId === calendarId;
  const own = config.currentCalendars(organizationId).find(isIt);
  if (own !== undefined) {
    const { active, name } = own;
    const about = [thing.id, own.calendarId];
    return active ? [] : [{ code: 'CALENDAR_INACTIVE', thing, path, values: { calendar: name }, about }];
  }
  const elsewhere = [...config.organizations()].find(({ id }) => config.currentCalendars(id).some(isIt));
  if (elsewhere === undefined) return [{ code: 'UNKNOWN_CALENDAR', thing, path }];
  return [{ code: 'CALENDAR_OF_OTHER_ORGANIZATION', thing, path, values: { organization: elsewhere.name } }];
}
