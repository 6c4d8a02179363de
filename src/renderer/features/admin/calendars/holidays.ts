import type { ValueOf } from '../frame/things.ts';

type Calendar = ValueOf<'calendar'>;
type Named = { on: string; name: string };
/** What of a calendar is its holidays: the dates, and their names by date. */
export type Holidays = { holidays: readonly string[]; holidayNames: Calendar['holidayNames'] };

function withoutName(names: Calendar['holidayNames'], date: string): Calendar['holidayNames'] {
  return Object.fromEntries(Object.entries(names).filter(([on]) => on !== date));
}

/** Holidays of a list beside those that are there already, in order; a name that somebody gave stays. */
export function takeOver({ holidays, holidayNames }: Holidays, list: readonly Named[]): Holidays {
  const names = Object.fromEntries(list.map(({ on, name }) => [on, name.slice(0, 120)]));
  return {
    holidays: [...new Set([...holidays, ...list.map(({ on }) => on)])].toSorted(),
    holidayNames: { ...names, ...holidayNames },
  };
}

/** Another date for a holiday; its name goes along. */
export function moveHoliday({ holidays, holidayNames }: Holidays, index: number, date: string): Holidays {
  const before = holidays[index] ?? '';
  const name = holidayNames[before];
  const isShared = holidays.some((on, n) => on === before && n !== index);
  const rest = isShared ? holidayNames : withoutName(holidayNames, before);
  return {
    holidays: holidays.map((on, n) => (n === index ? date : on)),
    // A date that is being typed passes over others: what they are called is not to be lost.
    holidayNames: name === undefined || rest[date] !== undefined ? rest : { ...rest, [date]: name },
  };
}

export function removeHoliday({ holidays, holidayNames }: Holidays, index: number): Holidays {
  const date = holidays[index] ?? '';
  const rest = holidays.filter((_, n) => n !== index);
  return { holidays: rest, holidayNames: rest.includes(date) ? holidayNames : withoutName(holidayNames, date) };
}

export function nameHoliday({ holidays, holidayNames }: Holidays, date: string, name: string): Holidays {
  return { holidays, holidayNames: name === '' ? withoutName(holidayNames, date) : { ...holidayNames, [date]: name } };
}
