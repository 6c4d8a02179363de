import type { NoClockReason } from '../../../preload/contract/explain-clocks.ts';
import type { TargetClock } from '../../../preload/contract/tickets.ts';
import type { Target } from '../../../preload/contract/values.ts';
import type { Config } from '../config/config.ts';
import { openTimeOf } from '../sla/calendars.ts';
import { clockOf } from '../sla/clocks.ts';
import { spanMs } from '../sla/running-time.ts';
import { policyVersionOf } from '../sla/system-defaults.ts';
import type { TicketState } from '../ticket/state.ts';
import { isEnded } from '../ticket/status-moves.ts';
import type { Step } from './history.ts';

/** Whether a clock runs, or stands still until it runs again. */
export function isAlive({ kind }: TargetClock): boolean {
  return kind === 'running' || kind === 'paused';
}

type Look = { target: Target; state: TicketState; steps: readonly Step[]; config: Config };

function wasImportedWithout(steps: readonly Step[]): boolean {
  return steps.some(({ event }) => event.kind === 'ticket_created' && event.body.withoutTargets === true);
}

/** In the order in which `sla/clocks.ts` comes to each; the first that holds is told. */
const checks: readonly ((look: Look) => NoClockReason | null)[] = [
  ({ state }) => (state.policyVersionId === null ? 'no_policy' : null),
  ({ target, state, steps }) => {
    if (state.cycle.targets.includes(target)) return null;
    return state.cycle.targets.length === 0 && wasImportedWithout(steps) ? 'imported_without' : 'not_in_cycle';
  },
  ({ target, state, config }) => {
    const policy = policyVersionOf(config, state.policyVersionId ?? '');
    if (policy === undefined) return 'policy_not_received';
    const seconds = policy.targetSeconds[target];
    if (seconds === null) return 'omitted';
    return spanMs(seconds, 1000) === null ? 'unusable_hours' : null;
  },
  ({ state, config }) => (openTimeOf(state.calendarVersionId, config) === null ? 'calendar_not_received' : null),
  ({ target, state }) => (target === 'next_response' && state.unanswered === null ? 'nothing_waits' : null),
];

function whileAlive(look: Look): NoClockReason | null {
  for (const check of checks) {
    const reason = check(look);
    if (reason !== null) return reason;
  }
  return null;
}

/**
 * Why a target of a ticket that is not sensitive has no clock.
 * @param target  one whose clock is `none`
 * Rule: product.md, SLA 1, 2 and 5.
 */
export function whyNoClock(look: Look): NoClockReason {
  const { target, state, steps } = look;
  if (!isEnded(state.status)) return whileAlive(look) ?? 'never_opens';
  const ending = steps.findLast(({ before, after }) => !isEnded(before.status) && isEnded(after.status));
  if (ending === undefined) return whileAlive(look) ?? 'ended';
  if (isAlive(clockOf(target, ending.before, look.config))) return 'cancelled';
  return whileAlive({ ...look, state: ending.before }) ?? 'ended';
}
