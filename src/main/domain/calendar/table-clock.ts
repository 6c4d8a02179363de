import type { Instant } from '../../../preload/contract/values.ts';
import { DAY_MS } from './civil-time.ts';
import type { OpenClock } from './open-clock.ts';
import { openSpans } from './open-spans.ts';
import { OpenTable, TABLE_MS } from './open-table.ts';
import type { WallHours } from './wall-hours.ts';
import type { ZoneOffsets } from './zone-offsets.ts';

/** All tables of a calendar take no more than this, whatever its hours are. */
const TABLES_BYTES = 176 * 1024;
const WEEKS_OF_A_TABLE = TABLE_MS / (7 * DAY_MS);
/**
 * A table costs as much as hundreds of answers without one, so it is made only where questions keep coming: the first at a
 * place after so many, and each that takes another's place after twice as many as that did. So questions about more time
 * than there is place for cost little more than they would without tables.
 */
const QUESTIONS_FOR_A_TABLE = 8;
const QUESTIONS_AT_MOST = 2 ** 15;
/** Further than this an answer is found sooner without tables. */
const TABLES_AHEAD = 4;

/** An open clock (see there) with tables of the times that are asked for most. */
export class TableClock {
  readonly #clock: OpenClock;
  readonly #hours: WallHours;
  readonly #zone: ZoneOffsets;
  /** A table's place is the last bits of its number. */
  readonly #tables: (OpenTable | undefined)[];
  readonly #lastBits: number;
  /** By place: how many questions more it takes until one is answered by making its table, and how many it took last. */
  readonly #patience: Uint16Array;
  readonly #lastPatience: Uint16Array;

  constructor(clock: OpenClock, hours: WallHours, zone: ZoneOffsets) {
    const places = placesFor(hours.week.spanCount);
    this.#clock = clock;
    this.#hours = hours;
    this.#zone = zone;
    this.#tables = Array.from({ length: places }, () => undefined);
    this.#lastBits = places - 1;
    this.#patience = new Uint16Array(places).fill(QUESTIONS_FOR_A_TABLE);
    this.#lastPatience = new Uint16Array(places).fill(QUESTIONS_FOR_A_TABLE);
  }

  at(at: Instant): number {
    const table = this.#table(Math.floor(at / TABLE_MS) | 0);
    return table === null ? this.#clock.at(at) : table.openAt(at);
  }

  earliestWith(openMs: number, start: Instant): Instant | null {
    const number = Math.floor(start / TABLE_MS) | 0;
    for (let ahead = 0; ahead < TABLES_AHEAD; ahead += 1) {
      const table = this.#table(number + ahead);
      if (table === null) break;
      const at = table.earliestWith(openMs);
      if (at !== null) return at;
    }
    return this.#clock.earliestWith(openMs, start);
  }

  #table(number: number): OpenTable | null {
    const place = number & this.#lastBits;
    const kept = this.#tables[place];
    return kept !== undefined && kept.number === number ? kept : this.#miss(place, number);
  }

  #miss(place: number, number: number): OpenTable | null {
    const patience = (this.#patience[place] ?? 0) - 1;
    this.#patience[place] = patience;
    if (patience > 0) return null;
    const next = Math.min(QUESTIONS_AT_MOST, (this.#lastPatience[place] ?? 0) * 2);
    this.#patience[place] = next;
    this.#lastPatience[place] = next;
    const table = this.#make(number);
    this.#tables[place] = table;
    return table;
  }

  #make(number: number): OpenTable {
    const fromAt = number * TABLE_MS;
    const spans: { fromAt: Instant; untilAt: Instant }[] = [];
    for (const span of openSpans(this.#hours, this.#zone, fromAt, fromAt + TABLE_MS)) {
      if (span.kind !== 'open') continue;
      const last = spans.at(-1);
      if (last?.untilAt === span.fromAt) last.untilAt = span.untilAt;
      else spans.push({ fromAt: span.fromAt, untilAt: span.untilAt });
    }
    return new OpenTable(number, spans, this.#clock.at(fromAt));
  }
}

/** @returns how many tables are kept, a power of two; one at least */
function placesFor(weekSpans: number): number {
  const places = TABLES_BYTES / OpenTable.bytes(weekSpans * WEEKS_OF_A_TABLE);
  return 2 ** Math.max(0, Math.floor(Math.log2(places)));
}
