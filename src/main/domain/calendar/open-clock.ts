import type { Instant } from '../../../preload/contract/values.ts';
import { yearOf, yearStartAt } from './civil-time.ts';
import { ClockMarks } from './clock-marks.ts';
import { clockYear, earliestIn, openAt, type ClockYear } from './clock-year.ts';
import type { WallHours } from './wall-hours.ts';
import type { ZoneOffsets } from './zone-offsets.ts';

/** Ready years that are kept; a power of two, for a year's place among them is its last bits. */
const KEPT_YEARS = 64;
/**
 * No date that a calendar names lies later, and every zone follows one rule by then: from here on time repeats itself
 * every 400 years, which are whole weeks.
 */
const CYCLE_FROM_YEAR = 10_001;
const CYCLE_END_YEAR = CYCLE_FROM_YEAR + 400;
const CYCLE_END_AT = yearStartAt(CYCLE_END_YEAR);
const CYCLE_MS = CYCLE_END_AT - yearStartAt(CYCLE_FROM_YEAR);
const MEAN_YEAR_MS = CYCLE_MS / 400;

/**
 * A clock that goes only while the calendar is open; what passes on it between two instants is the open time between them.
 * It is never walked by days: within one offset from UTC it goes as the wall clock's open time, so all that has to be
 * known of a year is what it adds. It shows 0 at the beginning of the year that was asked for first.
 */
export class OpenClock {
  readonly #hours: WallHours;
  readonly #zone: ZoneOffsets;
  readonly #kept: (ClockYear | undefined)[] = Array.from({ length: KEPT_YEARS }, () => undefined);
  readonly #marks: ClockMarks;

  constructor(hours: WallHours, zone: ZoneOffsets) {
    this.#hours = hours;
    this.#zone = zone;
    this.#marks = new ClockMarks((year) => clockYear(hours, zone, year, 0).untilOpenMs);
  }

  /** @returns what it shows at that instant, in ms; below 0 before its own zero */
  at(at: Instant): number {
    if (at < CYCLE_END_AT) return openAt(this.#yearAt(at), this.#hours, at);
    const cycles = Math.floor((at - CYCLE_END_AT) / CYCLE_MS) + 1;
    return this.at(at - cycles * CYCLE_MS) + cycles * this.#cycleOpenMs();
  }

  /**
   * @param openMs  more than it shows at `start`
   * @returns the earliest instant at which it shows `openMs`; null if it never will
   */
  earliestWith(openMs: number, start: Instant): Instant | null {
    if (start < CYCLE_END_AT) {
      const year = this.#yearAt(start);
      if (year.untilOpenMs >= openMs) return earliestIn(year, this.#hours, openMs);
      const later = this.#marks.yearWith(openMs, year.year, this.#endYear());
      if (later !== null) return earliestIn(this.#year(later), this.#hours, openMs);
    }
    if (this.#hours.week.openMs === 0) return null;
    const cycleOpenMs = this.#cycleOpenMs();
    const cycles = Math.ceil((openMs - this.#marks.atStartOf(CYCLE_END_YEAR)) / cycleOpenMs);
    const inCycle = this.earliestWith(openMs - cycles * cycleOpenMs, yearStartAt(CYCLE_FROM_YEAR));
    return inCycle === null ? null : inCycle + cycles * CYCLE_MS;
  }

  /** A calendar without weekly hours adds nothing after its last date. */
  #endYear(): number {
    if (this.#hours.week.openMs > 0) return CYCLE_END_YEAR;
    const { exceptions } = this.#hours;
    return exceptions === null ? 0 : yearOf(exceptions.untilMs) + 2;
  }

  #yearAt(at: Instant): ClockYear {
    // A year's length differs from the mean by less than a day, so the guess is wrong by one at most.
    const guess = Math.floor(at / MEAN_YEAR_MS) + 1970;
    const year = this.#year(guess);
    if (at < year.fromAt) return this.#year(guess - 1);
    return at < year.untilAt ? year : this.#year(guess + 1);
  }

  #year(year: number): ClockYear {
    const place = year & (KEPT_YEARS - 1);
    const kept = this.#kept[place];
    if (kept?.year === year) return kept;
    const made = clockYear(this.#hours, this.#zone, year, this.#marks.atStartOf(year));
    this.#kept[place] = made;
    return made;
  }

  #cycleOpenMs(): number {
    return this.#marks.atStartOf(CYCLE_END_YEAR) - this.#marks.atStartOf(CYCLE_FROM_YEAR);
  }
}
