import type { Instant } from '../../../preload/contract/values.ts';
import type { RuleVersion, User } from '../config/config.ts';
import { engineEvent, type Engine } from '../sla/engine.ts';
import type { Escalated, NewEvent, SkipReason } from '../ticket/events.ts';
import type { TicketState } from '../ticket/state.ts';
import { resolveTarget } from './resolve-target.ts';
import type { RuleInPlay } from './rules-in-play.ts';
import { clockIdOfTrigger } from './trigger-clock.ts';

export type DueRule = { rule: RuleVersion; at: Instant };

/** Levels that came due when nobody held their target, and somebody does now. They act now, not at their old instant. */
function heldAgain(
  awaiting: readonly RuleInPlay[],
  state: TicketState,
  isDue: (at: Instant) => boolean,
  { nowAt, config }: Engine,
): DueRule[] {
  return awaiting.flatMap(({ rule, at }) =>
    isDue(at) && resolveTarget(rule.target, state, nowAt, config) !== null ? [{ rule, at: nowAt }] : [],
  );
}

/**
 * What rules that are due together come to. Highest level first: it acts when somebody holds its target, and those below
 * are recorded as overtaken. A second rule of the level that acted is not: levels overtake each other, and its own was reached.
 * @param awaiting  rules that came due before and found nobody
 * Rule: product.md, SLA 11 and Escalation 3.
 */
export function escalation(
  state: TicketState,
  rules: readonly DueRule[],
  awaiting: readonly RuleInPlay[],
  isDue: (at: Instant) => boolean,
  engine: Engine,
): NewEvent[] {
  const due = [...rules, ...heldAgain(awaiting, state, isDue, engine)];
  const events: NewEvent[] = [];
  let acted: number | null = null;
  for (const { rule, at } of due.sort((a, b) => b.rule.level - a.rule.level)) {
    if (rule.level === acted) continue;
    const target: User | null = acted === null ? resolveTarget(rule.target, state, engine.nowAt, engine.config) : null;
    if (target === null) events.push(skipped(state, rule, at, acted === null ? 'nobody' : 'overtaken', engine));
    else if (target.id === state.assigneeId) events.push(skipped(state, rule, at, 'already_holds', engine));
    else events.push(escalated(state, rule, at, target, engine));
    if (target !== null) acted = rule.level;
  }
  return events;
}

/** A rule is in play only once its trigger has come to pass, so its clock is known. */
function clockIdOf(state: TicketState, rule: RuleVersion): string {
  return clockIdOfTrigger(rule.trigger.kind, state) ?? state.cycle.id;
}

function escalated(state: TicketState, rule: RuleVersion, at: Instant, target: User, engine: Engine): NewEvent {
  const body: Escalated = {
    clockId: clockIdOf(state, rule),
    level: rule.level,
    ruleVersionId: rule.id,
    trigger: rule.trigger.kind,
    targetUserId: target.id,
    formerAssigneeId: state.assigneeId,
    reason: '',
    noticedAt: engine.nowAt,
  };
  return engineEvent(state, at, rule.level, { kind: 'escalated', body }, engine);
}

function skipped(state: TicketState, rule: RuleVersion, at: Instant, why: SkipReason, engine: Engine): NewEvent {
  const clockId = clockIdOf(state, rule);
  const body = { clockId, level: rule.level, ruleVersionId: rule.id, why, noticedAt: engine.nowAt };
  return engineEvent(state, at, `${rule.level} ${rule.ruleId} ${why}`, { kind: 'escalation_skipped', body }, engine);
}
