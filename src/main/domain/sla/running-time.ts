import type { Instant, Target } from '../../../preload/contract/values.ts';
import type { OpenTime } from '../calendar/open-time.ts';
import type { Stop } from '../ticket/state.ts';

/** No instant of the contract lies later; what would is never. */
const LATEST_AT: Instant = 7_258_118_400_000;

/** Stops in the order in which they began, whatever order desks learnt of them in: the walks below rest on it. */
export function withStop(stops: readonly Stop[], stop: Stop): readonly Stop[] {
  const last = stops.at(-1);
  if (last === undefined || last.fromAt <= stop.fromAt) return [...stops, stop];
  return [...stops, stop].sort((a, b) => a.fromAt - b.fromAt);
}

/** Stops in which a target's clock stands still. */
export function stopsOf(target: Target, stops: readonly Stop[]): readonly Stop[] {
  return stops.length === 0 ? stops : stops.filter(({ affects }) => affects.includes(target));
}

/** Stops in which the ticket had ended: they count for nothing, not even for hours overdue. */
export function endedStops(stops: readonly Stop[]): readonly Stop[] {
  return stops.length === 0 ? stops : stops.filter(({ why }) => why === 'ended');
}

/**
 * A number of hours or seconds of a policy or rule in whole ms.
 * @param unitMs  ms of one hour or second
 * @returns null for what is no span of time: configuration comes from other desks, and a wrong number must stop no engine
 */
export function spanMs(count: number, unitMs: number): number | null {
  const ms = Math.round(count * unitMs);
  return ms >= 0 && ms <= LATEST_AT ? ms : null;
}

/**
 * Earliest instant by which `openMs` of a clock's own time are used: open time since `startAt` less the stops.
 * @param openMs  whole ms, ≥ 0
 * @param stops  those that stop this clock, in the order in which they began
 * @returns epoch ms; null while the clock stands still before then, or when the calendar never opens that long again.
 * An instant that is the very start of a stop lies behind it: what people did comes first (product.md, SLA 11).
 */
export function instantWhenUsed(
  openMs: number,
  startAt: Instant,
  stops: readonly Stop[],
  open: OpenTime,
): Instant | null {
  let leftMs = openMs;
  let cursor = startAt;
  for (const { fromAt, untilAt } of stops) {
    if (untilAt !== null && untilAt <= cursor) continue;
    const at = open.add(cursor, leftMs);
    if (at === null || at < fromAt) return withinReach(at);
    if (untilAt === null) return null;
    leftMs -= open.between(cursor, fromAt);
    cursor = untilAt;
  }
  return withinReach(open.add(cursor, leftMs));
}

function withinReach(at: Instant | null): Instant | null {
  return at !== null && at <= LATEST_AT ? at : null;
}

/** @returns ms of a clock's own time used between `startAt` and `endAt` */
export function usedBetween(startAt: Instant, endAt: Instant, stops: readonly Stop[], open: OpenTime): number {
  let usedMs = 0;
  let cursor = startAt;
  for (const { fromAt, untilAt } of stops) {
    if (cursor >= endAt) return usedMs;
    if (untilAt !== null && untilAt <= cursor) continue;
    usedMs += open.between(cursor, Math.min(fromAt, endAt));
    if (untilAt === null) return usedMs;
    cursor = untilAt;
  }
  return usedMs + open.between(cursor, endAt);
}
