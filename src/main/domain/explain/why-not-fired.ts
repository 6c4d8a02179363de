import type { NotFired } from '../../../preload/contract/explain-rules.ts';
import type { Config, RuleTrigger, RuleVersion } from '../config/config.ts';
import { answeredBy, instantOfRule, isTooLate } from '../escalation/rules-in-play.ts';
import { clockIdOfTrigger, firstReminderSent, reachedKey } from '../escalation/trigger-clock.ts';
import { openTimeOf } from '../sla/calendars.ts';
import { spanMs } from '../sla/running-time.ts';
import { policyVersionOf } from '../sla/system-defaults.ts';
import { reminderSpansOf } from '../sla/told-before.ts';
import type { TicketEvent } from '../ticket/events.ts';
import type { TicketState } from '../ticket/state.ts';
import { isEnded } from '../ticket/status-moves.ts';
import type { Step } from './history.ts';
import { isOfRule, mismatches } from './refs.ts';
import { whyNoClock } from './why-no-clock.ts';

const HOUR_MS = 3_600_000;

/** `isReminded`: whether a first reminder will be sent if nothing changes. */
export type Look = {
  rule: RuleVersion;
  state: TicketState;
  steps: readonly Step[];
  isReminded: boolean;
  config: Config;
};
type Check = (look: Look) => NotFired | null;

/** A breach has not come; null while its clock runs towards one. */
function notBreached(target: 'response' | 'resolution', { state, steps, config }: Look): NotFired | null {
  const { kind } = state.clocks[target];
  if (state.breaches[target] !== undefined || kind === 'running') return null;
  const none = kind === 'none' ? whyNoClock({ target, state, steps, config }) : null;
  return { why: 'not_breached', target, clock: kind, none };
}

function noReminder({ state, isReminded, config }: Look): NotFired | null {
  if (isReminded) return null;
  const policy = state.policyVersionId === null ? undefined : policyVersionOf(config, state.policyVersionId);
  const outcomes = new Set(state.reminders.map(({ outcome }) => outcome));
  const why = 'no_reminder_sent';
  if (outcomes.has('nobody')) return { why, because: 'nobody' };
  if (outcomes.has('missed')) return { why, because: 'missed' };
  if (policy === undefined || reminderSpansOf(policy).length === 0) return { why, because: 'policy_has_none' };
  return { why, because: state.clocks.resolution.kind === 'paused' ? 'stands_still' : 'none_comes' };
}

/** Somebody did something after the reminder that the rule's hours count from. */
function actedOn({ state, steps }: Look): NotFired | null {
  const reminderAt = firstReminderSent(state)?.at;
  if (reminderAt === undefined || state.lastActionAt === null || state.lastActionAt <= reminderAt) return null;
  const isAction = ({ before, after }: Step): boolean => before.lastActionAt !== after.lastActionAt;
  const act = steps.find((step) => isAction(step) && step.event.occurredAt > reminderAt)?.event;
  const { occurredAt: at = state.lastActionAt, actorId = null, kind: action = '' } = act ?? {};
  return { why: 'acted_on', reminderAt, at, actorId, action };
}

/** Why a trigger has not come to pass and will not; null when it has, or may. */
const triggerChecks: Readonly<Record<RuleTrigger['kind'], Check>> = {
  resolution_breach: (look) => notBreached('resolution', look),
  response_breach: (look) => notBreached('response', look),
  reminder: (look) => (firstReminderSent(look.state) === undefined ? noReminder(look) : actedOn(look)),
  creation: ({ state }) =>
    state.cycle.startedAt === state.createdAt ? null : { why: 'not_creation', cycleStartedAt: state.cycle.startedAt },
};

/**
 * What a level comes to on a clock is written once: also after a step-down, or when the ticket comes back from elsewhere.
 * One that found nobody is still owed, as long as the ticket knows of it.
 */
function dealtWith({ rule, state, steps, config }: Look): NotFired | null {
  const clockId = clockIdOfTrigger(rule.trigger.kind, state);
  if (clockId === undefined) return null;
  const { outcomes, reached } = state.escalation;
  const isOwed = outcomes[rule.ruleId] === 'nobody';
  const act = steps.find(
    ({ event }) => isActOn(clockId, rule, event, config) && !(isOwed && event.kind === 'escalation_skipped'),
  )?.event;
  const isReached = reached.includes(reachedKey(clockId, rule.level));
  return act === undefined && !isReached ? null : { why: 'level_acted', at: act?.occurredAt ?? null };
}

function isActOn(clockId: string, rule: RuleVersion, event: TicketEvent, config: Config): boolean {
  if (event.kind === 'escalated') {
    const { clockId: ofClock, level, ruleVersionId } = event.body;
    return ofClock === clockId && level === rule.level && ruleVersionId !== null;
  }
  return (
    event.kind === 'escalation_skipped' &&
    event.body.clockId === clockId &&
    isOfRule(rule, event.body.ruleVersionId, config)
  );
}

function isUsable({ level, trigger }: RuleVersion): boolean {
  const hasHours = trigger.kind === 'creation' || spanMs(trigger.hours, HOUR_MS) !== null;
  return Number.isInteger(level) && level > 0 && Object.hasOwn(triggerChecks, trigger.kind) && hasHours;
}

/** In the order in which people would look; the first that holds is told. */
const checks: readonly Check[] = [
  ({ rule }) => (rule.active ? null : { why: 'inactive' }),
  ({ rule }) => (isUsable(rule) ? null : { why: 'unusable' }),
  ({ rule, state }) => {
    const fields = mismatches(rule.conditions, state);
    return fields.length === 0 ? null : { why: 'condition', fields };
  },
  ({ state }) => (state.disposition === 'duplicate' ? { why: 'duplicate' } : null),
  ({ state }) => (isEnded(state.status) ? { why: 'ended', status: state.status } : null),
  ({ rule, state, config }) => {
    const policy = state.policyVersionId === null ? undefined : policyVersionOf(config, state.policyVersionId);
    const highest = policy?.highestLevel ?? null;
    return highest !== null && rule.level > highest ? { why: 'past_highest', highest } : null;
  },
  ({ rule, state: { escalation } }) =>
    rule.level <= escalation.level ? { why: 'not_above', level: escalation.level } : null,
  (look) => triggerChecks[look.rule.trigger.kind](look),
  dealtWith,
  ({ rule: { trigger }, state, config }) =>
    trigger.kind === 'creation' || trigger.elapsed || openTimeOf(state.calendarVersionId, config) !== null
      ? null
      : { why: 'calendar_not_received' },
  ({ rule, state, config }) => {
    const at = instantOfRule(rule, state, config);
    if (at === null) return null;
    const stepped = answeredBy(rule.level, at, state);
    if (stepped !== undefined) return { why: 'stepped_down', ...stepped };
    if (isTooLate(rule, at, state)) return { why: 'published_later', at, publishedAt: rule.publishedAt };
    const { historyUntil } = state;
    return historyUntil !== null && at <= historyUntil ? { why: 'imported_history', at, historyUntil } : null;
  },
];

/**
 * Why a rule cannot act on a ticket as it stands.
 * @returns null when nothing speaks against it: its instant has come or may come
 * Rule: product.md, Escalation 1 to 3 and SLA 11; what `escalation/rules-in-play.ts` leaves out.
 */
export function whyNotFired(look: Look): NotFired | null {
  for (const check of checks) {
    const reason = check(look);
    if (reason !== null) return reason;
  }
  return null;
}
