import type { Stretch } from '../../../preload/contract/explain-clocks.ts';
import type { Instant, Status } from '../../../preload/contract/values.ts';
import type { Grant } from '../sla/clocks.ts';
import type { Stop } from '../ticket/state.ts';
import type { Step } from './history.ts';
import type { NamedDays } from './named-days.ts';
import type { RawStretch } from './stretches.ts';

/** What stretches are named by: dates of the calendar, and the status in which a pause stood. */
type Named = { daysOf: NamedDays; statusOf: (stop: Stop) => Status };

/** A stop is made once, and copied when it ends: where it began tells it from all others. */
const keyOf = ({ fromAt, why }: Stop): string => `${why} ${fromAt}`;

/** @returns the status in which a stop stood: that of the event which began it, or of the ending that a reopening tells of */
export function statusesIn(steps: readonly Step[]): Named['statusOf'] {
  const statuses = new Map<string, Status>();
  for (const { before, after } of steps) {
    if (after.stops === before.stops) continue;
    for (const stop of after.stops) {
      const key = keyOf(stop);
      if (!statuses.has(key)) statuses.set(key, stop.why === 'ended' ? before.status : after.status);
    }
  }
  return (stop) => statuses.get(keyOf(stop)) ?? (stop.why === 'ended' ? 'resolved' : 'pending');
}

export function rowOf(raw: RawStretch, { daysOf, statusOf }: Named): Stretch {
  if (raw.kind === 'clock_change') return raw;
  const ms = raw.untilAt - raw.fromAt;
  if (raw.kind !== 'pause') return { ...raw, ms, days: daysOf(raw) };
  const { fromAt, untilAt, openMs, stop } = raw;
  return { kind: 'pause', fromAt, untilAt, ms, openMs, why: stop.why, status: statusOf(stop) };
}

/** The pause that a clock stands in now, after the stretches that lead to it. */
export function standingPause(grant: Grant, fromAt: Instant, nowAt: Instant, { statusOf }: Named): Stretch {
  const untilAt = Math.max(fromAt, nowAt);
  const stop = grant.stops.find((each) => each.untilAt === null);
  const status = stop === undefined ? 'pending' : statusOf(stop);
  const openMs = grant.open.between(fromAt, untilAt);
  return { kind: 'pause', fromAt, untilAt: null, ms: untilAt - fromAt, openMs, why: 'status', status };
}
