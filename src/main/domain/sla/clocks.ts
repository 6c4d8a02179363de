import type { TargetClock } from '../../../preload/contract/tickets.ts';
import type { Instant, Target } from '../../../preload/contract/values.ts';
import type { Config, PolicyVersion } from '../config/config.ts';
import type { OpenTime } from '../calendar/open-time.ts';
import type { Stop, TicketState } from '../ticket/state.ts';
import { isEnded } from '../ticket/status-moves.ts';
import { openTimeOf } from './calendars.ts';
import { instantWhenUsed, spanMs, stopsOf, usedBetween } from './running-time.ts';
import { policyVersionOf } from './system-defaults.ts';

export const noClock: TargetClock = { kind: 'none' };

/** What a clock is derived from, as far as the fold has come. */
type Facts = Pick<
  TicketState,
  | 'cycle'
  | 'policyVersionId'
  | 'calendarVersionId'
  | 'sensitive'
  | 'stops'
  | 'breaches'
  | 'unanswered'
  | 'matchedAt'
  | 'status'
  | 'settled'
>;

/** The time that a policy gives a target: from when on, how much, in which open time and without which stops. */
export type Grant = {
  policy: PolicyVersion;
  startAt: Instant;
  openMs: number;
  stops: readonly Stop[];
  open: OpenTime;
};

function startOf(target: Target, facts: Facts): Instant | null {
  return target === 'next_response' ? (facts.unanswered?.at ?? null) : facts.cycle.startedAt;
}

/**
 * What a target was granted, whether its clock still runs or not.
 * @returns null for a target that does not run, or whose policy or calendar this desk has not received
 */
export function grantOf(target: Target, facts: Facts, config: Config): Grant | null {
  const startAt = startOf(target, facts);
  if (startAt === null || facts.policyVersionId === null || !facts.cycle.targets.includes(target)) return null;
  const policy = policyVersionOf(config, facts.policyVersionId);
  const seconds = policy?.targetSeconds[target] ?? null;
  const openMs = seconds === null ? null : spanMs(seconds, 1000);
  if (policy === undefined || openMs === null) return null;
  const open = openTimeOf(facts.calendarVersionId, config);
  return open === null ? null : { policy, startAt, openMs, stops: stopsOf(target, facts.stops), open };
}

/**
 * The instant at which `openMs` of a grant are used.
 * @returns null while the clock stands still before then; never before a policy was matched again, since what a change
 * puts into the past comes to pass at the change (product.md, SLA 6)
 */
export function instantWithin(grant: Grant, openMs: number, facts: Pick<Facts, 'matchedAt'>): Instant | null {
  const at = instantWhenUsed(openMs, grant.startAt, grant.stops, grant.open);
  return at === null || facts.matchedAt === null ? at : Math.max(at, facts.matchedAt);
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
  const grant = grantOf(target, facts, config);
  if (grant === null) return noClock;
  const dueAt = instantWithin(grant, grant.openMs, facts);
  if (dueAt !== null) return { kind: 'running', dueAt };
  const standing = grant.stops.find(({ untilAt }) => untilAt === null);
  if (standing === undefined) return noClock;
  const usedMs = usedBetween(grant.startAt, standing.fromAt, grant.stops, grant.open);
  return { kind: 'paused', remainingMs: Math.max(0, grant.openMs - usedMs) };
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
  return grantOf(target, facts, config)?.open.add(at, remainingMs) ?? null;
}
