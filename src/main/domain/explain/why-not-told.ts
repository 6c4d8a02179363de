import type { TellingStanding } from '../../../preload/contract/explain-tellings.ts';
import type { Instant } from '../../../preload/contract/values.ts';
import type { Config } from '../config/config.ts';
import { plan } from '../sla/planner.ts';
import type { TicketState } from '../ticket/state.ts';
import { isEnded } from '../ticket/status-moves.ts';
import type { Asked, Lookup } from './asked-telling.ts';

function plannedAt({ kind, target, nth }: Asked, state: TicketState, config: Config): Instant | null {
  const found = plan(state, config).moments.find((moment) => {
    if (moment.kind === 'warning') return kind === 'warning' && moment.target === target;
    return moment.kind === 'reminder' && kind === 'reminder' && moment.nth === nth;
  });
  return found?.at ?? null;
}

/**
 * Why a warning or reminder was not recorded and is not foreseen.
 * @param at  its instant by the grant of its clock; null where it has none
 * Rule: product.md, SLA 4, 7 and 8.
 */
export function whyNotTold(asked: Asked, at: Instant | null, { state, resumed, config }: Lookup): TellingStanding {
  const clock = state.clocks[asked.target];
  const dueAt = 'dueAt' in clock ? clock.dueAt : null;
  const willNot = (why: Extract<TellingStanding, { kind: 'will_not' }>['why']): TellingStanding => ({
    kind: 'will_not',
    why,
  });
  if (clock.kind === 'paused')
    return { kind: 'stands_still', resumedAt: resumed === null ? null : plannedAt(asked, resumed, config) };
  if (clock.kind === 'none') return willNot(isEnded(state.status) ? 'ended' : 'no_clock');
  if (at !== null && state.historyUntil !== null && at <= state.historyUntil) return willNot('imported_history');
  if (at !== null && dueAt !== null && at >= dueAt) return willNot('not_before_deadline');
  if (clock.kind === 'met') return willNot('answered_before');
  if (clock.kind === 'breached') return willNot('deadline_passed');
  return willNot(clock.kind === 'ended' ? 'ended' : 'not_foreseen');
}
