import type { Reckoning, TargetPart } from '../../../preload/contract/explain-clocks.ts';
import { targets, type Instant, type Target } from '../../../preload/contract/values.ts';
import type { Config } from '../config/config.ts';
import { clockOf, grantOf, type Grant } from '../sla/clocks.ts';
import { endedStops, instantWhenUsed, usedBetween } from '../sla/running-time.ts';
import type { TicketState } from '../ticket/state.ts';
import type { Step } from './history.ts';
import { namedDaysIn } from './named-days.ts';
import { calendarOf, calendarRef, policyRef } from './refs.ts';
import { shortened } from './stretch-rows.ts';
import { rowOf, standingPause, statusesIn } from './named-stretches.ts';
import { joined, stretchesOf, sumsOf } from './stretches.ts';
import { isAlive, whyNoClock } from './why-no-clock.ts';

type Given = { state: TicketState; steps: readonly Step[]; config: Config; nowAt: Instant };

/**
 * The ticket as it stood when the target's clock last ran or stood still: by it a clock was counted that has been answered
 * or missed since, whatever policy was matched later.
 */
export function decidingState(target: Target, steps: readonly Step[], config: Config): TicketState | null {
  return steps.findLast(({ after }) => isAlive(clockOf(target, after, config)))?.after ?? null;
}

/** What began the cycle that the ticket is in. */
export function startedBy(state: TicketState, steps: readonly Step[]): 'creation' | 'reopening' | 'unmarking' {
  const kind = steps.find(({ event }) => event.id === state.cycle.id)?.event.kind;
  if (kind === 'unmarked_sensitive') return 'unmarking';
  return kind === 'status_changed' ? 'reopening' : 'creation';
}

/** The instant up to which time is counted: the deadline, or where the clock stopped before it. */
function endOf(grant: Grant, usedUpAt: Instant | null, target: Target, { state, nowAt }: Given): Instant {
  const clock = state.clocks[target];
  const standing = grant.stops.find(({ untilAt }) => untilAt === null);
  switch (clock.kind) {
    case 'met':
      return Math.max(grant.startAt, clock.metAt);
    case 'paused':
      return Math.max(grant.startAt, standing?.fromAt ?? nowAt);
    case 'none':
      return Math.max(grant.startAt, state.resolvedAt ?? state.closedAt ?? usedUpAt ?? nowAt);
    default:
      return usedUpAt ?? Math.max(grant.startAt, standing?.fromAt ?? nowAt);
  }
}

/** Time since a deadline that has passed, noticed or not. Rule: product.md, SLA 4: hours overdue do not pause. */
function overdueOf(target: Target, open: Grant['open'], { state, nowAt }: Given): Reckoning['overdue'] {
  const clock = state.clocks[target];
  const isPast = clock.kind === 'breached' || (clock.kind === 'running' && clock.dueAt <= nowAt);
  if (!isPast) return null;
  const untilAt = Math.max(clock.dueAt, (clock.kind === 'breached' ? clock.endedAt : null) ?? nowAt);
  const openMs = usedBetween(clock.dueAt, untilAt, endedStops(state.stops), open);
  return { fromAt: clock.dueAt, untilAt, elapsedMs: untilAt - clock.dueAt, openMs };
}

function reckoningOf(target: Target, given: Given): Reckoning | null {
  const { state, steps, config, nowAt } = given;
  const then = decidingState(target, steps, config);
  const grant = then === null ? null : grantOf(target, then, config);
  if (then === null || grant === null) return null;
  const { policy, startAt, openMs: grantedMs, stops, open } = grant;
  const clock = state.clocks[target];
  const usedUpAt = instantWhenUsed(grantedMs, startAt, stops, open);
  const dueAt = 'dueAt' in clock ? clock.dueAt : null;
  const untilAt = endOf(grant, usedUpAt, target, given);
  const raw = joined(stretchesOf(grant, untilAt));
  const { openMs: countedMs, closedMs, pausedMs, pausedOpenMs } = sumsOf(raw);
  const isOver = clock.kind !== 'running' || clock.dueAt <= nowAt;
  const usedMs = isOver ? Math.min(countedMs, grantedMs) : usedBetween(startAt, Math.min(nowAt, untilAt), stops, open);
  const named = { daysOf: namedDaysIn(calendarOf(then.calendarVersionId, config)), statusOf: statusesIn(steps) };
  const rows = shortened(raw.map((each) => rowOf(each, named)));
  if (clock.kind === 'paused') rows.push(standingPause(grant, untilAt, nowAt, named));
  const isMessage = target === 'next_response';
  return {
    policy: policyRef(policy),
    calendar: calendarRef(then.calendarVersionId, config),
    startAt,
    startedBy: isMessage ? 'message' : startedBy(then, steps),
    grantedMs,
    usedMs,
    leftMs: grantedMs - usedMs,
    dueAt,
    movedToMatch: usedUpAt !== null && then.matchedAt !== null && usedUpAt < then.matchedAt,
    untilAt,
    elapsedMs: untilAt - startAt,
    countedMs,
    closedMs,
    pausedMs,
    pausedOpenMs,
    stretches: rows,
    resumedDueAt: clock.kind === 'paused' ? open.add(nowAt, clock.remainingMs) : null,
    overdue: overdueOf(target, open, given),
  };
}

/** Each target's clock as it stands, how it was counted, or why there is none. Rule: product.md, SLA 2 to 6 and 9. */
export function targetParts(given: Given): TargetPart[] {
  const { state, steps, config } = given;
  return targets.map((target): TargetPart => {
    const clock = state.clocks[target];
    const none = clock.kind === 'none' ? whyNoClock({ target, state, steps, config }) : null;
    const isReckoned = none === null || none === 'cancelled';
    return { target, clock, none, reckoning: isReckoned ? reckoningOf(target, given) : null };
  });
}
