import type { Instant } from '../../../preload/contract/values.ts';
import type { Config, RuleVersion, User } from '../config/config.ts';
import { resolveTarget } from '../escalation/resolve-target.ts';
import { rulesInPlay } from '../escalation/rules-in-play.ts';
import { clockIdOfTrigger } from '../escalation/trigger-clock.ts';
import { engineEventId } from '../ticket/engine-ids.ts';
import type { Escalated, NewEvent, SkipReason } from '../ticket/events.ts';
import type { TicketState } from '../ticket/state.ts';
import { plan, type Moment } from './planner.ts';

type Due = { rule: RuleVersion; at: Instant };

/**
 * What the engine owes a ticket next. Fold these in and ask again until nothing is owed.
 * @param isDue  whether an instant has come
 * @param nowAt  when the engine acts: kept beside the true instant of what it does
 * @returns the earliest breach; when there is none, what the rules due together come to; else nothing
 * Rule: product.md, SLA 11: worked off in order with true times; of levels due together only the highest acts.
 */
export function owed(
  state: TicketState,
  isDue: (at: Instant) => boolean,
  nowAt: Instant,
  config: Config,
): readonly NewEvent[] {
  const due = plan(state, config).filter((moment) => isDue(moment.at));
  const breach = due.find((moment) => moment.kind === 'breach');
  if (breach !== undefined) return [breachEvent(state, breach, nowAt)];
  const rules = due.flatMap((moment) => (moment.kind === 'rule' ? [{ rule: moment.rule, at: moment.at }] : []));
  return escalation(state, [...rules, ...heldAgain(state, isDue, nowAt, config)], nowAt, config);
}

function breachEvent(state: TicketState, moment: Extract<Moment, { kind: 'breach' }>, nowAt: Instant): NewEvent {
  const { target, at } = moment;
  const clockId = state.runs[target];
  return {
    id: engineEventId(state.id, clockId, 'breached', target),
    ticketId: state.id,
    occurredAt: at,
    actorId: null,
    kind: 'breached',
    body: { clockId, target, dueAt: at, noticedAt: nowAt, history: at <= (state.historyUntil ?? -Infinity) },
  };
}

/** Levels that came due when nobody held their target, and somebody does now. They act now, not at their old instant. */
function heldAgain(state: TicketState, isDue: (at: Instant) => boolean, nowAt: Instant, config: Config): Due[] {
  return rulesInPlay(state, config).flatMap(({ rule, at, outcome }) =>
    outcome === 'nobody' && isDue(at) && resolveTarget(rule.target, state, nowAt, config) !== null
      ? [{ rule, at: nowAt }]
      : [],
  );
}

/** Highest level first: it acts when somebody holds its target, and those below are recorded as overtaken. */
function escalation(state: TicketState, due: readonly Due[], nowAt: Instant, config: Config): readonly NewEvent[] {
  const events: NewEvent[] = [];
  let acted = false;
  for (const { rule, at } of [...due].sort((a, b) => b.rule.level - a.rule.level)) {
    const target = acted ? null : resolveTarget(rule.target, state, nowAt, config);
    if (acted) events.push(skipped(state, rule, at, 'overtaken', nowAt));
    else if (target === null) events.push(skipped(state, rule, at, 'nobody', nowAt));
    else {
      acted = true;
      const holds = target.id === state.assigneeId;
      events.push(holds ? skipped(state, rule, at, 'already_holds', nowAt) : escalated(state, rule, at, target, nowAt));
    }
  }
  return events;
}

/** A rule is in play only once its trigger has come to pass, so its clock is known. */
function clockIdOf(state: TicketState, rule: RuleVersion): string {
  return clockIdOfTrigger(rule.trigger.kind, state) ?? state.cycle.id;
}

function escalated(state: TicketState, rule: RuleVersion, at: Instant, target: User, nowAt: Instant): NewEvent {
  const body: Escalated = {
    clockId: clockIdOf(state, rule),
    level: rule.level,
    ruleVersionId: rule.id,
    trigger: rule.trigger.kind,
    targetUserId: target.id,
    formerAssigneeId: state.assigneeId,
    reason: '',
    noticedAt: nowAt,
  };
  return {
    id: engineEventId(state.id, body.clockId, 'escalated', rule.level),
    ticketId: state.id,
    occurredAt: at,
    actorId: null,
    kind: 'escalated',
    body,
  };
}

function skipped(state: TicketState, rule: RuleVersion, at: Instant, why: SkipReason, nowAt: Instant): NewEvent {
  const clockId = clockIdOf(state, rule);
  return {
    id: engineEventId(state.id, clockId, 'escalation_skipped', `${rule.level} ${rule.ruleId} ${why}`),
    ticketId: state.id,
    occurredAt: at,
    actorId: null,
    kind: 'escalation_skipped',
    body: { clockId, level: rule.level, ruleVersionId: rule.id, why, noticedAt: nowAt },
  };
}
