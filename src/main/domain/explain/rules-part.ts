import type { RulePart, RuleStanding } from '../../../preload/contract/explain-rules.ts';
import type { Instant } from '../../../preload/contract/values.ts';
import type { Config, RuleTrigger, RuleVersion } from '../config/config.ts';
import { rulesInPlay } from '../escalation/rules-in-play.ts';
import { firstReminderSent } from '../escalation/trigger-clock.ts';
import type { SkipReason } from '../ticket/events.ts';
import type { TicketState } from '../ticket/state.ts';
import { isEnded } from '../ticket/status-moves.ts';
import type { Forecast } from './forecast.ts';
import type { Step } from './history.ts';
import { isOfRule, namedIn } from './refs.ts';
import { isAct, overtakenBy, pastOf } from './rule-acts.ts';
import { vacancyOf } from './vacancy.ts';
import { whyNotFired } from './why-not-fired.ts';

type Given = { state: TicketState; steps: readonly Step[]; ahead: Forecast; config: Config; nowAt: Instant };
type Will = Extract<RuleStanding, { kind: 'will' }>;

/** What the hours of a trigger count from, once that has come to pass. */
const startOf: Readonly<Record<RuleTrigger['kind'], (state: TicketState) => Instant | undefined>> = {
  resolution_breach: ({ breaches }) => breaches.resolution?.dueAt,
  response_breach: ({ breaches }) => breaches.response?.dueAt,
  reminder: (state) => firstReminderSent(state)?.at,
  creation: ({ createdAt }) => createdAt,
};

const outcomes: Readonly<Record<SkipReason, Will['outcome']>> = {
  already_holds: 'held',
  overtaken: 'overtaken',
  nobody: 'nobody',
};

function foreseen(rule: RuleVersion, { ahead, state, config, nowAt }: Given): RuleStanding | null {
  const found = ahead.happened.find(({ event }) => isAct(event) && isOfRule(rule, event.body.ruleVersionId, config));
  if (found === undefined || !isAct(found.event)) return null;
  const { event } = found;
  const at = event.occurredAt;
  const { acknowledgedUntil } = state.escalation;
  const acts = ahead.happened.flatMap((each) => (isAct(each.event) ? [each.event] : []));
  const will = {
    kind: 'will' as const,
    at,
    startAt: startOf[rule.trigger.kind](found.state) ?? null,
    byLevel: null,
    vacancy: null,
    heldUntil: acknowledgedUntil === at ? acknowledgedUntil : null,
    isDue: at <= nowAt,
  };
  if (event.kind === 'escalated') return { ...will, outcome: 'fires', toUserId: event.body.targetUserId };
  const outcome = outcomes[event.body.why];
  return {
    ...will,
    outcome,
    toUserId: outcome === 'held' ? found.state.assigneeId : null,
    byLevel: outcome === 'overtaken' ? overtakenBy(event, acts) : null,
    vacancy: outcome === 'nobody' ? vacancyOf(rule.target, found.state, Math.max(at, nowAt), config) : null,
  };
}

/** A rule that would act, were it not for what other rules will have done by then. */
function notByThen(rule: RuleVersion, given: Given, isReminded: boolean): RuleStanding {
  const { ahead, steps, config } = given;
  const passing = ahead.happened.find(({ state }) => state.escalation.level >= rule.level);
  if (passing !== undefined) {
    const { level } = passing.state.escalation;
    return { kind: 'will_not', reason: { why: 'not_above_then', level, at: passing.event.occurredAt } };
  }
  const reason = whyNotFired({ rule, state: ahead.end, steps, isReminded, config });
  return { kind: 'will_not', reason: reason ?? { why: 'not_foreseen' } };
}

function standingOf(rule: RuleVersion, given: Given): RuleStanding {
  const { state, steps, ahead, config } = given;
  const past = pastOf(rule, given);
  if (past !== null && past.kind !== 'waiting') return past;
  const next = foreseen(rule, given);
  if (next !== null) return next;
  const isInPlay = !isEnded(state.status) && rulesInPlay(state, config).some((each) => each.rule.id === rule.id);
  if (past !== null && isInPlay) return past;

  const isReminded = firstReminderSent(ahead.end) !== undefined;
  const reason = whyNotFired({ rule, state, steps, isReminded, config });
  return reason === null ? notByThen(rule, given, isReminded) : { kind: 'will_not', reason };
}

function targetOf({ target }: RuleVersion, { teamId }: TicketState): RulePart['target'] {
  switch (target.kind) {
    case 'team_manager':
      return { kind: 'team_manager', teamId };
    case 'role':
    case 'user':
      return target;
    default:
      return { kind: 'unknown' };
  }
}

/**
 * Every rule of the ticket's organization, active or not: what it did in this cycle, what it will do if nothing changes,
 * or why it will not. Rule: product.md, Escalation 1 to 3 and 6.
 */
export function ruleParts(given: Given): RulePart[] {
  const { state, config } = given;
  const rules = [...config.currentRules(state.organizationId)].sort(
    (a, b) => a.level - b.level || (a.id < b.id ? -1 : 1),
  );
  return rules.map((rule) => ({
    ruleVersionId: rule.id,
    level: rule.level,
    active: rule.active,
    trigger: Object.hasOwn(startOf, rule.trigger.kind) ? rule.trigger.kind : null,
    hours: 'hours' in rule.trigger && Number.isFinite(rule.trigger.hours) ? rule.trigger.hours : null,
    elapsed: 'elapsed' in rule.trigger && rule.trigger.elapsed,
    target: targetOf(rule, state),
    names: namedIn(rule.conditions),
    publishedAt: rule.publishedAt,
    standing: standingOf(rule, given),
  }));
}
