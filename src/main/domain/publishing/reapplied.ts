import type { Instant } from '../../../preload/contract/values.ts';
import type { Config } from '../config/config.ts';
import type { NewEvent } from '../ticket/events.ts';
import { matchOf } from '../ticket/policy-matched.ts';
import type { TicketState } from '../ticket/state.ts';
import { isEnded } from '../ticket/status-moves.ts';

/**
 * What lets the policies and calendars of today count for an open ticket.
 * @param given  whose word it is, an id for the event and when it is carried out (epoch ms)
 * @returns null where nothing would become another: the ticket has ended, is sensitive, or has today's policy and calendar
 * Rule: product.md, SLA 2.
 */
export function reapplied(
  state: TicketState,
  config: Config,
  given: { actorId: string; newId: () => string; nowAt: Instant },
): NewEvent | null {
  const match = isEnded(state.status) || state.sensitive ? null : matchOf(state, config);
  if (match === null) return null;
  const isSame = match.version.id === state.policyVersionId && match.calendarVersionId === state.calendarVersionId;
  if (isSame) return null;
  const { actorId, newId, nowAt } = given;
  return { id: newId(), ticketId: state.id, occurredAt: nowAt, actorId, kind: 'policy_reapplied', body: {} };
}
