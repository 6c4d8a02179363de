import type { Instant, Target } from '../../../../preload/contract/values.ts';
import type { OpenTime } from '../../../domain/calendar/open-time.ts';
import type { Config } from '../../../domain/config/config.ts';
import { grantOf } from '../../../domain/sla/clocks.ts';
import { usedBetween } from '../../../domain/sla/running-time.ts';
import type { Stop, TicketState } from '../../../domain/ticket/state.ts';
import { isEnded } from '../../../domain/ticket/status-moves.ts';
import type { TimelineAnswer } from './answer.ts';

const wholeSeconds = (ms: number): number => Math.floor(ms / 1000);

export function stateTold(target: Target, { clocks }: TicketState): TimelineAnswer['response_state'] {
  const { kind } = clocks[target];
  // `ended` is how imports tell of an end without a time; a line has none.
  return kind === 'ended' ? 'none' : kind;
}

/** @returns the deadline, also of a clock that has ended; one that stands still as if it ran again at `untilAt` */
export function dueTold(target: Target, { clocks }: TicketState, untilAt: Instant, open: OpenTime): Instant | null {
  const clock = clocks[target];
  const isAnswered = clock.kind === 'met' || (clock.kind === 'breached' && clock.endedAt !== null);
  if (clock.kind === 'none' || (target === 'next_response' && isAnswered)) return null;
  return clock.kind === 'paused' ? open.add(untilAt, clock.remainingMs) : clock.dueAt;
}

function endOf(target: Target, { clocks }: TicketState, untilAt: Instant): Instant {
  const clock = clocks[target];
  if (clock.kind === 'met') return clock.metAt;
  return clock.kind === 'breached' ? (clock.endedAt ?? untilAt) : untilAt;
}

/** Stops that count for a clock: after its breach, hours overdue do not pause. */
function countingStops(target: Target, { clocks }: TicketState, stops: readonly Stop[]): readonly Stop[] {
  const clock = clocks[target];
  if (clock.kind !== 'breached') return stops;
  return stops.filter(({ why, fromAt }) => why === 'ended' || fromAt < clock.dueAt);
}

/** @returns whole seconds of the target's own time, final once it was answered; null where none runs */
export function elapsedTold(target: Target, state: TicketState, untilAt: Instant, config: Config): number | null {
  const grant = state.clocks[target].kind === 'none' ? null : grantOf(target, state, config);
  if (grant === null) return null;
  const stops = countingStops(target, state, grant.stops);
  return wholeSeconds(usedBetween(grant.startAt, endOf(target, state, untilAt), stops, grant.open));
}

/** Open time in which the ticket stood in a pausing status, and whether it does. */
export function pausesTold(
  state: TicketState,
  untilAt: Instant,
  open: OpenTime,
): Pick<TimelineAnswer, 'pause_total_s' | 'paused'> {
  const endAt = isEnded(state.status) ? (state.resolvedAt ?? state.closedAt ?? untilAt) : untilAt;
  const pauses = state.stops.filter(({ why, affects }) => why === 'status' && affects.length > 0);
  const totalMs = pauses.reduce((sum, { fromAt, untilAt: overAt }) => sum + open.between(fromAt, overAt ?? endAt), 0);
  const paused = !isEnded(state.status) && pauses.some(({ untilAt: overAt }) => overAt === null);
  return { pause_total_s: wholeSeconds(totalMs), paused };
}
