import { targets, type Instant, type Target } from '../../../preload/contract/values.ts';
import type { Config, RuleVersion } from '../config/config.ts';
import { resolveTarget } from '../escalation/resolve-target.ts';
import { rulesInPlay, type RuleInPlay } from '../escalation/rules-in-play.ts';
import type { TicketState } from '../ticket/state.ts';

/** Something that the engine will do to a ticket when its instant comes. */
export type Moment = { kind: 'breach'; at: Instant; target: Target } | { kind: 'rule'; at: Instant; rule: RuleVersion };

/**
 * Everything that is planned for a ticket, as its events stand.
 * @returns moments in the order in which they act: by instant; within one instant breaches, then rules from the highest
 * level down. Rule: product.md, SLA 11.
 */
export function plan(state: TicketState, config: Config): readonly Moment[] {
  const breaches = targets.flatMap((target): Moment[] => {
    const clock = state.clocks[target];
    return clock.kind === 'running' ? [{ kind: 'breach', at: clock.dueAt, target }] : [];
  });
  const rules = rulesInPlay(state, config)
    .filter((inPlay) => inPlay.outcome === undefined)
    .map(({ rule, at }: RuleInPlay): Moment => ({ kind: 'rule', at, rule }));
  return [...breaches, ...rules].sort(byOrder);
}

function byOrder(a: Moment, b: Moment): number {
  if (a.at !== b.at) return a.at - b.at;
  if (a.kind === 'rule' && b.kind === 'rule') return b.rule.level - a.rule.level || (a.rule.id < b.rule.id ? -1 : 1);
  return a.kind === b.kind ? 0 : a.kind === 'breach' ? -1 : 1;
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
  const awaiting = rulesInPlay(state, config).filter((inPlay) => inPlay.outcome === 'nobody');
  // Somebody was named while an acknowledgement holds the level back: it acts when that ends.
  const heldBack = awaiting.filter(
    ({ rule, at }) =>
      at === state.escalation.acknowledgedUntil && resolveTarget(rule.target, state, at, config) !== null,
  );
  const next = [...plan(state, config), ...heldBack].map(({ at }) => at).filter((at) => at > afterAt);
  return { nextAt: next.length === 0 ? null : Math.min(...next), awaitingTarget: awaiting.length > 0 };
}
