import type { Instant } from '../../../preload/contract/values.ts';
import { roundTheClock } from '../calendar/open-time.ts';
import type { Config, RuleTrigger, RuleVersion } from '../config/config.ts';
import { openTimeOf } from '../sla/calendars.ts';
import { conditionsHold } from '../sla/conditions.ts';
import { endedStops, instantWhenUsed, spanMs } from '../sla/running-time.ts';
import { policyVersionOf } from '../sla/system-defaults.ts';
import { speaksSince } from '../ticket/speaks-since.ts';
import type { TicketState } from '../ticket/state.ts';
import { clockIdOfTrigger, firstReminderSent, reachedKey } from './trigger-clock.ts';

const HOUR_MS = 3_600_000;

/** A rule that can still act on a ticket. `at`: its instant; `outcome`: `nobody` when it came due and found nobody. */
export type RuleInPlay = { rule: RuleVersion; at: Instant; outcome: 'nobody' | undefined };

type HoursAfter = Extract<RuleTrigger, { hours: number }>;

/** Instant of what the hours of a trigger count from; null while it has not come to pass, or no longer counts. */
const startOfTrigger: Readonly<Record<HoursAfter['kind'], (state: TicketState) => Instant | null>> = {
  resolution_breach: (state) => state.breaches.resolution?.dueAt ?? null,
  response_breach: (state) => state.breaches.response?.dueAt ?? null,
  reminder: (state) => {
    const reminder = firstReminderSent(state);
    if (reminder === undefined) return null;
    // What somebody did in the very instant of the reminder came before it: within one instant people come first.
    const isActedOn = state.lastActionAt !== null && state.lastActionAt > reminder.at;
    return isActedOn ? null : reminder.at;
  },
};

/**
 * Instant at which a rule comes due by its trigger; null while the trigger has not come to pass. What of this lies before a
 * change is done at the change, see `actsAt`.
 */
export function instantOfRule({ trigger }: RuleVersion, state: TicketState, config: Config): Instant | null {
  if (trigger.kind === 'creation') return state.cycle.startedAt === state.createdAt ? state.createdAt : null;
  const startAt = startOfTrigger[trigger.kind](state);
  const ms = spanMs(trigger.hours, HOUR_MS);
  const open = trigger.elapsed ? roundTheClock : openTimeOf(state.calendarVersionId, config);
  if (startAt === null || ms === null || open === null) return null;
  // Hours overdue do not pause, but time in which the ticket was resolved is no time overdue.
  return instantWhenUsed(ms, startAt, endedStops(state.stops), open);
}

function isAbove(level: number, state: TicketState, highest: number): boolean {
  return Number.isInteger(level) && level > state.escalation.level && level <= highest;
}

/**
 * The step-down that answered a level which came due while the ticket stood as high or higher: rules act upward alone, and
 * one that did not act then must not climb again at once when somebody has just brought the ticket down.
 * Rule: product.md, Escalation 3 and 6.
 */
export function answeredBy(
  level: number,
  dueAt: Instant,
  { escalation }: TicketState,
): TicketState['escalation']['steppedDown'][number] | undefined {
  return escalation.steppedDown.find((stepped) => dueAt < stepped.at && level <= stepped.level);
}

/**
 * Whether a rule was not yet there when it came due by its trigger. A level that found nobody is owed and stays so, whichever
 * version of its rule it waits under: else to correct a target that nobody holds would be to drop the level without a word.
 * Rule: product.md, SLA 11 and Escalation 3.
 */
export function isTooLate({ ruleId, publishedAt }: RuleVersion, dueAt: Instant, { escalation }: TicketState): boolean {
  return dueAt < publishedAt && escalation.outcomes[ruleId] !== 'nobody';
}

/**
 * When a rule acts that came due: never before the version that acts, before it spoke of the ticket or the policy allowed
 * its level, nor while the ticket had ended; and not before an acknowledgement is over.
 * Rule: product.md, SLA 5, 6 and 11, Escalation 6: what a change puts into the past happens at the change.
 */
function actsAt(rule: RuleVersion, dueAt: Instant, state: TicketState): Instant {
  const changedAt = Math.max(speaksSince(rule.conditions, state), state.matchedAt ?? -Infinity);
  const since = Math.max(dueAt, rule.publishedAt, changedAt);
  const at = instantWhenUsed(0, since, endedStops(state.stops), roundTheClock) ?? since;
  return Math.max(at, state.escalation.acknowledgedUntil ?? at);
}

/**
 * The rules that can still act on a ticket, each with its instant. Asked of tickets that are neither sensitive nor ended.
 * Left out: rules of a level that the ticket has reached or passed, or that acted or came due before a step-down, past the
 * policy's highest level, that have acted in this cycle, or whose instant lies before their publication or in imported
 * history.
 * Rule: product.md, Escalation 1–3 and SLA 11.
 */
export function rulesInPlay(state: TicketState, config: Config): readonly RuleInPlay[] {
  const rules = config.currentRules(state.organizationId);
  if (rules.length === 0 || state.disposition === 'duplicate') return [];
  const policy = state.policyVersionId === null ? undefined : policyVersionOf(config, state.policyVersionId);
  const highest = policy?.highestLevel ?? Infinity;
  const { outcomes, reached } = state.escalation;

  const inPlay: RuleInPlay[] = [];
  for (const rule of rules) {
    const clockId = rule.active ? clockIdOfTrigger(rule.trigger.kind, state) : undefined;
    if (clockId === undefined || !isAbove(rule.level, state, highest)) continue;
    const outcome = outcomes[rule.ruleId];
    if (outcome !== undefined && outcome !== 'nobody') continue;
    if (reached.includes(reachedKey(clockId, rule.level)) || !conditionsHold(rule.conditions, state)) continue;
    const dueAt = instantOfRule(rule, state, config);
    if (dueAt === null || isTooLate(rule, dueAt, state) || dueAt <= (state.historyUntil ?? -Infinity)) continue;
    if (answeredBy(rule.level, dueAt, state) === undefined)
      inPlay.push({ rule, at: actsAt(rule, dueAt, state), outcome });
  }
  return inPlay;
}
