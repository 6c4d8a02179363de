import { targets, type Instant, type Target } from '../../../preload/contract/values.ts';
import type { Config, RuleVersion } from '../config/config.ts';
import { resolveTarget } from '../escalation/resolve-target.ts';
import { rulesInPlay, type RuleInPlay } from '../escalation/rules-in-play.ts';
import { explanationMoments, type ExplanationMoment } from '../explanation/explanation-clock.ts';
import type { TicketState } from '../ticket/state.ts';
import { isEnded } from '../ticket/status-moves.ts';
import { foretold, type Foretold } from './told-before.ts';

/** What is counted: it comes to pass whoever is there. */
export type Counted =
  | { kind: 'breach'; at: Instant; target: Target }
  | Foretold
  | ExplanationMoment
  /** The contact of a resolved ticket kept silent: it is closed. */
  | { kind: 'silence'; at: Instant };
/** Something that the engine will do to a ticket when its instant comes. */
export type Moment = Counted | { kind: 'rule'; at: Instant; rule: RuleVersion };

/** `awaiting`: rules that came due and found nobody; they act when somebody holds their target. */
export type Plan = { moments: readonly Moment[]; awaiting: readonly RuleInPlay[] };

const none: readonly RuleInPlay[] = [];

/** Order within one instant; rules among themselves from the highest level down. Rule: product.md, SLA 11. */
const ranks: Readonly<Record<Moment['kind'], number>> = {
  breach: 0,
  warning: 1,
  reminder: 2,
  explanation_reminder: 3,
  explanation_escalation: 4,
  silence: 4,
  rule: 5,
};

function isOver({ sensitive, status }: TicketState): boolean {
  // An end removes every planned instant, and a sensitive ticket has none (product.md, SLA 5 and 10).
  return sensitive || isEnded(status);
}

/** The one instant that a resolved ticket still has. Rule: product.md, Notifications: silence for N days closes it. */
function silence({ status, sensitive, closesAt }: TicketState): readonly Counted[] {
  return status === 'resolved' && !sensitive && closesAt !== null ? [{ kind: 'silence', at: closesAt }] : [];
}

/** @returns what is planned by the clock alone, in the order in which it acts */
export function countedMoments(state: TicketState, config: Config): readonly Counted[] {
  if (isOver(state)) return silence(state);
  const moments: Counted[] = [];
  for (const target of targets) {
    const clock = state.clocks[target];
    if (clock.kind === 'running') moments.push({ kind: 'breach', at: clock.dueAt, target });
  }
  moments.push(...foretold(state, config));
  if (state.explanations.length > 0) moments.push(...explanationMoments(state, config));
  return moments.length < 2 ? moments : moments.sort(byOrder);
}

/**
 * Everything that is planned for a ticket, as its events stand.
 * @param counted  the part of it that `countedMoments` gives, for one who has it already
 * @returns moments in the order in which they act: by instant; within one instant breaches, warnings, reminders, then rules
 * from the highest level down. Rule: product.md, SLA 11.
 */
export function plan(
  state: TicketState,
  config: Config,
  counted: readonly Counted[] = countedMoments(state, config),
): Plan {
  const inPlay = isOver(state) ? none : rulesInPlay(state, config);
  if (inPlay.length === 0) return { moments: counted, awaiting: none };
  const moments: Moment[] = [...counted];
  const awaiting: RuleInPlay[] = [];
  for (const each of inPlay) {
    if (each.outcome === 'nobody') awaiting.push(each);
    else moments.push({ kind: 'rule', at: each.at, rule: each.rule });
  }
  return { moments: moments.sort(byOrder), awaiting };
}

function byOrder(a: Moment, b: Moment): number {
  if (a.at !== b.at) return a.at - b.at;
  if (a.kind === 'rule' && b.kind === 'rule') return b.rule.level - a.rule.level || (a.rule.id < b.rule.id ? -1 : 1);
  return ranks[a.kind] - ranks[b.kind];
}

/**
 * When the engine has to look at a ticket again.
 * @param afterAt  up to here all was worked off: what is left there cannot act, and asking again would only spin
 * @returns `nextAt` null when nothing is planned; `awaitingTarget` when a level is due and nobody holds its target
 */
export function nextInstant(
  state: TicketState,
  config: Config,
  afterAt: Instant = -Infinity,
): { nextAt: Instant | null; awaitingTarget: boolean } {
  return nextOf(plan(state, config), state, config, afterAt);
}

/** The same, of a plan that was made already. */
export function nextOf(
  { moments, awaiting }: Plan,
  state: TicketState,
  config: Config,
  afterAt: Instant,
): { nextAt: Instant | null; awaitingTarget: boolean } {
  let nextAt = moments.find(({ at }) => at > afterAt)?.at ?? null;
  for (const { rule, at } of awaiting) {
    // Somebody was named while an acknowledgement holds the level back, or by a version whose hours are not over yet.
    if (at > afterAt && resolveTarget(rule.target, state, at, config) !== null) nextAt = Math.min(at, nextAt ?? at);
  }
  return { nextAt, awaitingTarget: awaiting.length > 0 };
}
