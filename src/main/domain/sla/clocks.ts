import type { TargetClock } from '../../../preload/contract/tickets.ts';
import type { Instant, Target } from '../../../preload/contract/values.ts';
import type { Config, PolicyVersion } from '../config/config.ts';
import type { TicketState } from '../ticket/state.ts';
import { isEnded } from '../ticket/status-moves.ts';
import { openTimeOf } from './calendars.ts';
import { policyVersionOf } from './system-defaults.ts';

export const noClock: TargetClock = { kind: 'none' };

/** What a clock is derived from, as far as the fold has come. */
type Facts = Pick<
  TicketState,
  'cycle' | 'policyVersionId' | 'sensitive' | 'stops' | 'breaches' | 'unanswered' | 'matchedAt' | 'status' | 'settled'
>;

function startOf(target: Target, facts: Facts): Instant | null {
  return target === 'next_response' ? (facts.unanswered?.at ?? null) : facts.cycle.startedAt;
}

function budget(target: Target, facts: Facts, config: Config): { policy: PolicyVersion; openMs: number } | null {
  if (facts.policyVersionId === null || !facts.cycle.targets.includes(target)) return null;
  const policy = policyVersionOf(config, facts.policyVersionId);
  const seconds = policy?.targetSeconds[target] ?? null;
  return policy === undefined || seconds === null ? null : { policy, openMs: seconds * 1000 };
}

/**
 * The clock of one target while the ticket lives: what its events so far make it, without asking what time it is now.
 * @returns `running` with its deadline, `paused` with the open time left, `breached` when that was recorded, else `none`
 * Rule: product.md, SLA 2, 4, 6 and 9.
 */
function runningClock(target: Target, facts: Facts, config: Config): TargetClock {
  const breach = facts.breaches[target];
  if (breach !== undefined) {
    return { kind: 'breached', dueAt: breach.dueAt, noticedAt: breach.noticedAt, endedAt: null };
  }
  const startAt = startOf(target, facts);
  const granted = budget(target, facts, config);
  if (startAt === null || granted === null) return noClock;

  const open = openTimeOf(granted.policy);
  const stops = facts.stops.filter((stop) => stop.affects.includes(target) && (stop.untilAt ?? Infinity) > startAt);
  const stoppedMs = stops.reduce(
    (sum, stop) => sum + (stop.untilAt === null ? 0 : open.between(Math.max(startAt, stop.fromAt), stop.untilAt)),
    0,
  );
  const standing = stops.find((stop) => stop.untilAt === null);
  if (standing !== undefined) {
    const usedMs = open.between(startAt, Math.max(startAt, standing.fromAt)) - stoppedMs;
    const remainingMs = granted.openMs - usedMs;
    // Matched again to a shorter target while it stood still: that breaches at the change, pause or not.
    if (remainingMs < 0) return { kind: 'running', dueAt: facts.matchedAt ?? standing.fromAt };
    return { kind: 'paused', remainingMs };
  }
  const dueAt = open.add(startAt, granted.openMs + stoppedMs);
  if (dueAt === null) return noClock;
  // A deadline that a change of severity puts into the past breaches at the change, not before it was made.
  return { kind: 'running', dueAt: Math.max(dueAt, facts.matchedAt ?? dueAt) };
}

/**
 * The clock of one target as it stands after the events so far.
 * What was answered stays as it was then: a policy matched later does not turn met into missed.
 */
export function clockOf(target: Target, facts: Facts, config: Config): TargetClock {
  if (facts.sensitive) return noClock;
  const settled = facts.settled[target];
  if (settled !== undefined) return settled;
  return isEnded(facts.status) ? noClock : runningClock(target, facts, config);
}

/**
 * How a clock ends when it is answered at `endedAt`.
 * @returns `met` when that is not later than the deadline, else `breached` with its end; a clock that stood still is met
 * Rule: product.md, SLA 5: met exactly at the deadline is met.
 */
export function settle(target: Target, facts: Facts, config: Config, endedAt: Instant): TargetClock {
  const clock = runningClock(target, facts, config);
  switch (clock.kind) {
    case 'running':
      return endedAt <= clock.dueAt
        ? { kind: 'met', metAt: endedAt, dueAt: clock.dueAt }
        : { kind: 'breached', dueAt: clock.dueAt, noticedAt: null, endedAt };
    case 'paused':
      return { kind: 'met', metAt: endedAt, dueAt: dueIfResumed(target, facts, config, clock.remainingMs, endedAt) };
    case 'breached':
      return { ...clock, endedAt };
    default:
      return clock;
  }
}

function dueIfResumed(target: Target, facts: Facts, config: Config, remainingMs: number, at: Instant): Instant | null {
  const granted = budget(target, facts, config);
  return granted === null ? null : openTimeOf(granted.policy).add(at, remainingMs);
}
