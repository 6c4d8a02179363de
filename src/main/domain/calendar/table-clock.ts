import type { Instant } from '../../../preload/contract/values.ts';
import type { OpenClock } from './open-clock.ts';
import { openSpans } from './open-spans.ts';
import { bucketOf, OpenTable, tableOf, tablesIn, timeOfTable, type OpenSpan } from './open-table.ts';
import type { WallHours } from './wall-hours.ts';
import type { ZoneOffsets } from './zone-offsets.ts';

/** All tables of a calendar take no more than about this, whatever its hours are. */
const TABLES_BYTES = 176 * 1024;
/**
 * A table costs as much as hundreds of answers without one, so it is made only where questions keep coming: the first at a
 * place after so many, and each that takes another's place after twice as many as that did. So questions about more time
 * than there is place for cost little more than they would without tables.
 */
const QUESTIONS_FOR_A_TABLE = 8;
const QUESTIONS_AT_MOST = 2 ** 15;
const NO_NUMBER = -(2 ** 31);
const noTable = new OpenTable(NO_NUMBER, [], 0);
/** Further than this an answer is found sooner without tables. */
const TABLES_AHEAD = 3;

/** An open clock (see there) with tables of the times that are asked for most. */
export class TableClock {
  readonly #clock: OpenClock;
  readonly #hours: WallHours;
  readonly #zone: ZoneOffsets;
  /** A table's place is the last bits of its number, which lies beside them. */
  readonly #tables: OpenTable[];
  readonly #numbers: Int32Array;
  readonly #lastBits: number;
  /** By place: how many questions more it takes until one is answered by making its table, and how many it took last. */
  readonly #patience: Uint16Array;
  readonly #lastPatience: Uint16Array;

  constructor(clock: OpenClock, hours: WallHours, zone: ZoneOffsets) {
    const places = 2 ** Math.max(0, Math.floor(Math.log2(tablesIn(TABLES_BYTES, hours.week.spanCount))));
    this.#clock = clock;
    this.#hours = hours;
    this.#zone = zone;
    this.#tables = Array.from({ length: places }, () => noTable);
    this.#numbers = new Int32Array(places).fill(NO_NUMBER);
    this.#lastBits = places - 1;
    this.#patience = new Uint16Array(places).fill(QUESTIONS_FOR_A_TABLE);
    this.#lastPatience = new Uint16Array(places).fill(QUESTIONS_FOR_A_TABLE);
  }

  /** @returns what the clock shows at that instant */
  at(at: Instant): number {
    const bucket = bucketOf(at);
    const place = this.#placeOf(tableOf(bucket));
    return place < 0 ? this.#clock.at(at) : (this.#tables[place] ?? noTable).openAt(at, bucket);
  }

  /** @returns the earliest instant at which it shows `openMs` more than at `start`, which is above 0; null if never */
  add(start: Instant, openMs: number): Instant | null {
    const bucket = bucketOf(start);
    const number = tableOf(bucket);
    const place = this.#placeOf(number);
    if (place < 0) return this.#clock.earliestWith(this.#clock.at(start) + openMs, start);
    let table = this.#tables[place] ?? noTable;
    const wanted = table.openAt(start, bucket) + openMs;
    if (wanted > table.untilOpenMs) {
      table = this.#tableWith(wanted, number);
      if (table === noTable) return this.#clock.earliestWith(wanted, start);
    }
    return table.earliestWith(wanted);
  }

  /** @returns the table after that one in which the clock comes to show so much; `noTable` when none is at hand */
  #tableWith(openMs: number, number: number): OpenTable {
    for (let ahead = 1; ahead <= TABLES_AHEAD; ahead += 1) {
      const place = this.#placeOf(number + ahead);
      if (place < 0) break;
      const table = this.#tables[place] ?? noTable;
      if (openMs <= table.untilOpenMs) return table;
    }
    return noTable;
  }

  /** @returns where the table is, below 0 while there is none */
  #placeOf(number: number): number {
    const place = number & this.#lastBits;
    return this.#numbers[place] === number || this.#isMade(place, number) ? place : -1;
  }

  #isMade(place: number, number: number): boolean {
    const patience = (this.#patience[place] ?? 0) - 1;
    this.#patience[place] = patience;
    if (patience > 0) return false;
    const next = Math.min(QUESTIONS_AT_MOST, (this.#lastPatience[place] ?? 0) * 2);
    this.#patience[place] = next;
    this.#lastPatience[place] = next;
    const table = this.#make(number);
    this.#tables[place] = table;
    this.#numbers[place] = number;
    return true;
  }

  #make(number: number): OpenTable {
    const { fromAt, untilAt } = timeOfTable(number);
    const spans: OpenSpan[] = [];
    for (const span of openSpans(this.#hours, this.#zone, fromAt, untilAt)) {
      if (span.kind !== 'open') continue;
      const last = spans.at(-1);
      if (last?.untilAt === span.fromAt) last.untilAt = span.untilAt;
      else spans.push({ fromAt: span.fromAt, untilAt: span.untilAt });
    }
    return new OpenTable(number, spans, this.#clock.at(fromAt));
  }
}
