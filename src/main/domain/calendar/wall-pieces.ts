import type { CalendarRules, SpecialDay } from './calendar-rules.ts';
import { later, merged, within, type MinuteSpan } from './minute-spans.ts';
import { DAY_MINUTES, weekdayOf } from './wall-text.ts';

/** What decides that a stretch is open or closed. */
export type Reason = 'weekly_hours' | 'date_override' | 'holiday' | 'break';

/** From `from` on, until the next piece: closed, open, or as the week has it. Minutes since 1970-01-01 by the wall clock. */
export type WallPiece = { from: number; state: 'closed' | 'open' | 'weekly'; because: Reason };

const asTheWeek: Omit<WallPiece, 'from'> = { state: 'weekly', because: 'weekly_hours' };

/**
 * @returns the pieces of all time by the wall clock, in order; the first begins at -Infinity. There are not many more of
 *   them than dates and intervals in the rules, whatever the week holds.
 * Rule: product.md, SLA 3.
 */
export function piecesOf(rules: CalendarRules): WallPiece[] {
  const pieces = withSpecialDays(rules);
  return rules.breaks.length === 0 ? pieces : withBreaks(pieces, rules.breaks);
}

function withSpecialDays(rules: CalendarRules): WallPiece[] {
  const pieces: WallPiece[] = [{ from: -Infinity, ...asTheWeek }];
  for (const special of [...rules.special.values()].sort((a, b) => a.day - b.day)) {
    const midnight = special.day * DAY_MINUTES;
    // The day before may have ended as the week has it, in this very minute.
    if (pieces.at(-1)?.from === midnight) pieces.pop();

    let reached = midnight;
    const until = endOf(rules, special);
    for (const span of openOf(rules, special, until)) {
      if (span.from > reached) pieces.push({ from: reached, state: 'closed', because: special.because });
      pieces.push({ from: span.from, state: 'open', because: special.because });
      reached = span.until;
    }
    if (until > reached) pieces.push({ from: reached, state: 'closed', because: special.because });
    pieces.push({ from: until, ...asTheWeek });
  }
  return pieces;
}

/**
 * Until when a special day decides: into the next day as far as its own hours run, or as those of its weekday would have
 * run, which it replaces; unless the next day is special too.
 */
function endOf(rules: CalendarRules, { day, starting }: SpecialDay): number {
  if (rules.special.has(day + 1)) return (day + 1) * DAY_MINUTES;
  const replaced = rules.weekly[weekdayOf(day)] ?? [];
  const reach = Math.max(DAY_MINUTES, starting.at(-1)?.until ?? 0, replaced.at(-1)?.until ?? 0);
  return day * DAY_MINUTES + reach;
}

function openOf(rules: CalendarRules, { day, starting }: SpecialDay, until: number): MinuteSpan[] {
  const midnight = day * DAY_MINUTES;
  const nextMidnight = midnight + DAY_MINUTES;
  const nextDay = until > nextMidnight ? later(rules.weekly[weekdayOf(day + 1)] ?? [], nextMidnight) : [];
  if (starting.length + nextDay.length === 0) return [];
  return within(merged([...later(starting, midnight), ...nextDay]), midnight, until);
}

/** Breaks are taken out last. */
function withBreaks(pieces: readonly WallPiece[], breaks: readonly MinuteSpan[]): WallPiece[] {
  const result: WallPiece[] = [];
  let next = 0;
  let current: WallPiece = { from: -Infinity, ...asTheWeek };
  const takeUntil = (minute: number, keep: boolean): void => {
    for (let piece = pieces[next]; piece !== undefined && piece.from < minute; piece = pieces[next]) {
      current = piece;
      if (keep) result.push(piece);
      next += 1;
    }
  };
  for (const { from, until } of breaks) {
    takeUntil(from, true);
    result.push({ from, state: 'closed', because: 'break' });
    takeUntil(until, false);
    // A piece that begins where the break ends comes by itself.
    if (pieces[next]?.from !== until) result.push({ ...current, from: until });
  }
  takeUntil(Infinity, true);
  return result;
}
