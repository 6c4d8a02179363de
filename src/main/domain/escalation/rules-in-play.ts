import type { Instant } from '../../../preload/contract/values.ts';
import type { Config, RuleVersion } from '../config/config.ts';
import { openTimeOf } from '../sla/calendars.ts';
import { conditionsHold } from '../sla/conditions.ts';
import { policyVersionOf } from '../sla/system-defaults.ts';
import type { TicketState } from '../ticket/state.ts';
import { clockIdOfTrigger, reachedKey } from './trigger-clock.ts';
import { isEnded } from '../ticket/status-moves.ts';

const HOUR_MS = 3_600_000;

/** A rule that can still act on a ticket. `at`: its instant; `outcome`: `nobody` when it came due and found nobody. */
export type RuleInPlay = { rule: RuleVersion; at: Instant; outcome: 'nobody' | undefined };

/** Instant at which a rule's trigger lets it act; null while the trigger has not come to pass. */
function instantOf(rule: RuleVersion, state: TicketState, config: Config): Instant | null {
  const { trigger } = rule;
  switch (trigger.kind) {
    case 'creation':
      return state.cycle.startedAt === state.createdAt ? state.createdAt : null;
    case 'reminder':
      return null;
    default: {
      const breach = state.breaches[trigger.kind === 'resolution_breach' ? 'resolution' : 'response'];
      const policy = state.policyVersionId === null ? undefined : policyVersionOf(config, state.policyVersionId);
      if (breach === undefined || policy === undefined) return null;
      const ms = Math.round(trigger.hours * HOUR_MS);
      return trigger.elapsed ? breach.dueAt + ms : afterBreach(breach.dueAt, ms, state, openTimeOf(policy));
    }
  }
}

/** Hours overdue do not pause, but time in which the ticket was resolved is no time overdue. */
function afterBreach(breachAt: Instant, openMs: number, state: TicketState, open: ReturnType<typeof openTimeOf>) {
  const endedMs = state.stops
    .filter((stop) => stop.why === 'ended' && stop.untilAt !== null)
    .reduce((sum, stop) => sum + open.between(Math.max(breachAt, stop.fromAt), stop.untilAt ?? breachAt), 0);
  return open.add(breachAt, openMs + endedMs);
}

/**
 * The rules that can still act on a ticket, each with its instant.
 * Left out: rules of a level that the ticket has reached or passed, or that acted on this clock before a step-down, past the policy's highest level, that have acted in
 * this cycle, or whose instant lies before their publication or in imported history.
 * Rule: product.md, Escalation 1–3 and SLA 11.
 */
export function rulesInPlay(state: TicketState, config: Config): readonly RuleInPlay[] {
  if (state.sensitive || isEnded(state.status) || state.disposition === 'duplicate') return [];
  const policy = state.policyVersionId === null ? undefined : policyVersionOf(config, state.policyVersionId);
  const highest = policy?.highestLevel ?? Infinity;
  const { level, acknowledgedUntil, outcomes, reached } = state.escalation;

  return config.currentRules(state.organizationId).flatMap((rule): RuleInPlay[] => {
    if (!rule.active || rule.level <= level || rule.level > highest || !conditionsHold(rule.conditions, state))
      return [];
    const outcome = outcomes[rule.ruleId];
    if (outcome !== undefined && outcome !== 'nobody') return [];
    const clockId = clockIdOfTrigger(rule.trigger.kind, state);
    if (clockId === undefined || reached.includes(reachedKey(clockId, rule.level))) return [];
    const dueAt = instantOf(rule, state, config);
    if (dueAt === null || dueAt < rule.publishedAt || dueAt <= (state.historyUntil ?? -Infinity)) return [];
    return [{ rule, at: Math.max(dueAt, acknowledgedUntil ?? dueAt), outcome }];
  });
}
