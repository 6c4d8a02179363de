import type { Stretch } from '../../../preload/contract/explain-clocks.ts';
import type { Instant } from '../../../preload/contract/values.ts';
import type { OpenTime } from '../calendar/open-time.ts';
import type { Grant } from '../sla/clocks.ts';
import type { Stop } from '../ticket/state.ts';

/** Before it is named for people: which dates a stretch lies on, and in which status a pause stood. */
export type RawStretch =
  | { kind: 'open' | 'closed'; fromAt: Instant; untilAt: Instant; because: Reason }
  | { kind: 'pause'; fromAt: Instant; untilAt: Instant; openMs: number; stop: Stop }
  | Extract<Stretch, { kind: 'clock_change' }>;
type Reason = Extract<Stretch, { kind: 'open' }>['because'];

function* calendarStretches(open: OpenTime, fromAt: Instant, untilAt: Instant): Generator<RawStretch> {
  if (fromAt < untilAt) yield* open.spans(fromAt, untilAt);
}

/**
 * The time from a clock's start until an instant, in stretches without a gap: open ones are what counts.
 * Walks the stops exactly as `sla/running-time.ts` does, which the clock itself is counted by.
 */
export function* stretchesOf(
  { startAt, stops, open }: Pick<Grant, 'startAt' | 'stops' | 'open'>,
  untilAt: Instant,
): Generator<RawStretch> {
  let cursor = startAt;
  for (const stop of stops) {
    if (cursor >= untilAt) return;
    const stopEndAt = stop.untilAt ?? Infinity;
    if (stopEndAt <= cursor) continue;
    yield* calendarStretches(open, cursor, Math.min(stop.fromAt, untilAt));
    const pause = { fromAt: Math.max(cursor, stop.fromAt), untilAt: Math.min(stopEndAt, untilAt) };
    if (pause.fromAt < pause.untilAt) {
      yield { kind: 'pause', ...pause, openMs: open.between(pause.fromAt, pause.untilAt), stop };
    }
    cursor = stopEndAt;
  }
  yield* calendarStretches(open, cursor, untilAt);
}

/** Open time that a pause of no length cuts in two is one stretch again. */
export function joined(stretches: Iterable<RawStretch>): RawStretch[] {
  const result: RawStretch[] = [];
  for (const stretch of stretches) {
    const last = result.at(-1);
    const isCalendar = stretch.kind === 'open' || stretch.kind === 'closed';
    if (isCalendar && last?.kind === stretch.kind && last.because === stretch.because)
      result[result.length - 1] = { ...last, untilAt: stretch.untilAt };
    else result.push(stretch);
  }
  return result;
}

/** Whole ms of each kind: together they are all the time that has elapsed. */
export type Sums = { openMs: number; closedMs: number; pausedMs: number; pausedOpenMs: number };

export function sumsOf(stretches: Iterable<RawStretch>): Sums {
  const sums = { openMs: 0, closedMs: 0, pausedMs: 0, pausedOpenMs: 0 };
  for (const stretch of stretches) {
    switch (stretch.kind) {
      case 'open':
        sums.openMs += stretch.untilAt - stretch.fromAt;
        break;
      case 'closed':
        sums.closedMs += stretch.untilAt - stretch.fromAt;
        break;
      case 'pause':
        sums.pausedMs += stretch.untilAt - stretch.fromAt;
        sums.pausedOpenMs += stretch.openMs;
        break;
      case 'clock_change':
    }
  }
  return sums;
}
