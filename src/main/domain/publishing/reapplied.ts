import type { Instant } from '../../../preload/contract/values.ts';
import type { Config } from '../config/config.ts';
import type { NewEvent } from '../ticket/events.ts';
import { reappliedIdOf } from './proposal-ids.ts';
import { matchOf } from '../ticket/policy-matched.ts';
import type { TicketState } from '../ticket/state.ts';
import { isEnded } from '../ticket/status-moves.ts';

/** Somebody's word that the configuration of today is to count for open tickets. */
export type ReapplyWord = { orderId: string; actorId: string };

/**
 * What lets the policies and calendars of today count for an open ticket.
 * @param nowAt  when it is carried out, epoch ms
 * @returns null where nothing would become another: the ticket has ended, is sensitive, or has today's policy and calendar
 * Rule: product.md, SLA 2.
 */
export function reapplied(
  state: TicketState,
  config: Config,
  { orderId, actorId }: ReapplyWord,
  nowAt: Instant,
): NewEvent | null {
  const match = isEnded(state.status) || state.sensitive ? null : matchOf(state, config);
  if (match === null) return null;
  const isSame = match.version.id === state.policyVersionId && match.calendarVersionId === state.calendarVersionId;
  if (isSame) return null;
  const id = reappliedIdOf(orderId, state.id);
  return { id, ticketId: state.id, occurredAt: nowAt, actorId, kind: 'policy_reapplied', body: {} };
}
