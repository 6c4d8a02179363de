import { targets, type Instant, type Target } from '../../../preload/contract/values.ts';
import type { Config, PolicyVersion } from '../config/config.ts';
import type { TicketState } from '../ticket/state.ts';
import { grantOf, instantWithin, type Grant } from './clocks.ts';
import { spanMs } from './running-time.ts';

/** What people are told before a deadline. `nth` of a reminder: its place in the policy's list, 1 the earliest. */
export type Foretold =
  | { kind: 'warning'; at: Instant; target: Target; dueAt: Instant }
  | { kind: 'reminder'; at: Instant; nth: number; dueAt: Instant };

/** A policy's spans before the deadline in ms, the longest first; made once per version. */
const reminderSpans = new WeakMap<PolicyVersion, readonly number[]>();

export function reminderSpansOf(policy: PolicyVersion): readonly number[] {
  const known = reminderSpans.get(policy);
  if (known !== undefined) return known;
  const spans = policy.remindersBeforeSeconds.map((seconds) => spanMs(seconds, 1000)).filter((ms) => ms !== null);
  const sorted = [...new Set(spans)].sort((a, b) => b - a);
  reminderSpans.set(policy, sorted);
  return sorted;
}

/** Neither at the deadline, where the breach is told, nor in imported history. */
function isAhead(at: Instant | null, dueAt: Instant, state: TicketState): at is Instant {
  return at !== null && at < dueAt && at > (state.historyUntil ?? -Infinity);
}

function pushWarning(into: Foretold[], target: Target, dueAt: Instant, grant: Grant, state: TicketState): void {
  const { warnPercent } = grant.policy;
  // 0 warns of nothing, and beyond 100 there is nothing left to warn of.
  if (!(warnPercent > 0 && warnPercent < 100)) return;
  const at = instantWithin(grant, Math.ceil((grant.openMs * warnPercent) / 100), state);
  if (isAhead(at, dueAt, state)) into.push({ kind: 'warning', at, target, dueAt });
}

function pushReminders(into: Foretold[], dueAt: Instant, grant: Grant, state: TicketState): void {
  let nth = 0;
  for (const beforeMs of reminderSpansOf(grant.policy)) {
    nth += 1;
    if (isRecorded(nth, state)) continue;
    // One that would lie before the start is due at the start.
    const at = instantWithin(grant, Math.max(0, grant.openMs - beforeMs), state);
    if (isAhead(at, dueAt, state)) into.push({ kind: 'reminder', at, nth, dueAt });
  }
}

/**
 * When a warning or reminder that was recorded would be due by the deadline of now: it is not made again in its cycle.
 * @param told  `nth` of a reminder: its place in the policy's list, 1 the earliest
 * @returns null where its clock does not come to it: it stands still, or the policy of now knows none such
 */
export function dueAgainAt(
  told: { kind: 'warned'; target: Target } | { kind: 'reminded'; nth: number },
  state: TicketState,
  config: Config,
): Instant | null {
  const grant = grantOf(told.kind === 'warned' ? told.target : 'resolution', state, config);
  if (grant === null) return null;
  const { openMs, policy } = grant;
  if (told.kind === 'warned') return instantWithin(grant, Math.ceil((openMs * policy.warnPercent) / 100), state);
  const beforeMs = reminderSpansOf(policy)[told.nth - 1];
  return beforeMs === undefined ? null : instantWithin(grant, Math.max(0, openMs - beforeMs), state);
}

function isRecorded(nth: number, { reminders }: TicketState): boolean {
  for (const reminder of reminders) if (reminder.nth === nth) return true;
  return false;
}

/**
 * Warnings and reminders of a ticket that are still to come or have come due. None of a clock that stands still, and none
 * that was recorded in this cycle.
 * Rule: product.md, SLA 7 and 8.
 */
export function foretold(state: TicketState, config: Config): readonly Foretold[] {
  const told: Foretold[] = [];
  for (const target of targets) {
    const clock = state.clocks[target];
    if (clock.kind !== 'running') continue;
    const isWarned = state.warned[target] !== undefined;
    if (isWarned && target !== 'resolution') continue;
    const grant = grantOf(target, state, config);
    if (grant === null) continue;
    if (!isWarned) pushWarning(told, target, clock.dueAt, grant, state);
    if (target === 'resolution') pushReminders(told, clock.dueAt, grant, state);
  }
  return told;
}
