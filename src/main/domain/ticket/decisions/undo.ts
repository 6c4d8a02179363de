import { failure } from '../../../../preload/contract/result.ts';
import { isClearedFor, may } from '../../access/access.ts';
import type { Config } from '../../config/config.ts';
import { voidedIds } from '../event-order.ts';
import { decided, type Decision } from '../decision.ts';
import type { EventKind } from '../events.ts';
import { foldTicket } from '../fold.ts';
import type { TicketState } from '../state.ts';

/** The window offers undo for 10 s; two more for the way there. */
const UNDO_WITHIN_MS = 12_000;

/** A mark of sensitivity sticks: taking it back is an unmarking, with clearance and a reason. */
const undoable: ReadonlySet<EventKind> = new Set([
  'ticket_created',
  'ticket_updated',
  'status_changed',
  'assigned',
  'noted',
  'replied',
  'referred',
  'acknowledged',
  'stepped_down',
  'escalated',
  'moved',
  'merged',
  'explanation_requested',
  'explanation_answered',
  'explanation_accepted',
  'explanation_sent_back',
] as const);

function isHeldUncleared({ assigneeId, organizationId }: TicketState, config: Config): boolean {
  const holder = assigneeId === null ? undefined : config.user(assigneeId);
  return holder !== undefined && !isClearedFor(holder, organizationId);
}

/** Takes back what the same person just did; both stay in the timeline. */
export const undo: Decision<{ eventId: string }> = ({ state, log }, { eventId }, context) => {
  const { actor, config, nowAt } = context;
  if (!may(actor, 'view_ticket', state, config)) return failure('NOT_FOUND');
  const event = log.find(({ id }) => id === eventId);
  if (event === undefined || event.actorId !== actor.id || !undoable.has(event.kind) || voidedIds(log).has(eventId)) {
    return failure('NOTHING_TO_UNDO');
  }
  if (nowAt - event.occurredAt > UNDO_WITHIN_MS) return failure('UNDO_TOO_LATE');
  const before = foldTicket(
    log.filter(({ id }) => id !== eventId),
    config,
  );
  // Who held it before may have lost it by the mark: an undo must not hand it back to them.
  if (before !== null && before.sensitive && isHeldUncleared(before, config)) {
    return failure('SENSITIVE_NEEDS_CLEARED_HOLDER');
  }
  return decided(context, state, { kind: 'voided', body: { eventId } });
};
