/** Years between two marks: one for each year would take most of what a calendar may. */
const STEP_YEARS = 4;

/**
 * What an open clock shows at the beginning of years, kept in marks that go on as far as they are asked for. It shows 0
 * at the beginning of the year that was asked for first.
 */
export class ClockMarks {
  readonly #openIn: (year: number) => number;
  #firstYear: number | null = null;
  /** From the first year on forwards, and from it backwards. */
  readonly #ahead: number[] = [0];
  readonly #back: number[] = [0];

  /** @param openIn  open ms of a year */
  constructor(openIn: (year: number) => number) {
    this.#openIn = openIn;
  }

  atStartOf(year: number): number {
    const firstYear = (this.#firstYear ??= year);
    const steps = Math.floor((year - firstYear) / STEP_YEARS);
    const marked = firstYear + steps * STEP_YEARS;
    return this.#mark(firstYear, steps) + this.#openBetween(marked, year);
  }

  /**
   * @param openMs  more than it shows at the beginning of `fromYear`
   * @returns the year in which it comes to show so much; null if it does not before `endYear`
   */
  yearWith(openMs: number, fromYear: number, endYear: number): number | null {
    let low = fromYear;
    let high = fromYear + 1;
    while (this.atStartOf(high) < openMs) {
      if (high >= endYear) return null;
      low = high;
      high = Math.min(endYear, fromYear + (high - fromYear) * 2);
    }
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.atStartOf(middle) < openMs) low = middle;
      else high = middle;
    }
    return low;
  }

  #mark(firstYear: number, steps: number): number {
    const marks = steps < 0 ? this.#back : this.#ahead;
    const wanted = Math.abs(steps);
    while (marks.length <= wanted) {
      const last = marks.at(-1) ?? 0;
      const year = firstYear + (steps < 0 ? -marks.length : marks.length - 1) * STEP_YEARS;
      const openMs = this.#openBetween(year, year + STEP_YEARS);
      marks.push(steps < 0 ? last - openMs : last + openMs);
    }
    return marks[wanted] ?? 0;
  }

  #openBetween(fromYear: number, untilYear: number): number {
    let openMs = 0;
    for (let year = fromYear; year < untilYear; year += 1) openMs += this.#openIn(year);
    return openMs;
  }
}
