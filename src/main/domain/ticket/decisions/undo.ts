import { failure } from '../../../../preload/contract/result.ts';
import { may } from '../../access/access.ts';
import { voidedIds } from '../event-order.ts';
import { decided, type Decision } from '../decision.ts';
import type { EventKind } from '../events.ts';

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
] as const);

/** Takes back what the same person just did; both stay in the timeline. */
export const undo: Decision<{ eventId: string }> = ({ state, log }, { eventId }, context) => {
  const { actor, config, nowAt } = context;
  if (!may(actor, 'view_ticket', state, config)) return failure('NOT_FOUND');
  const event = log.find(({ id }) => id === eventId);
  if (event === undefined || event.actorId !== actor.id || !undoable.has(event.kind) || voidedIds(log).has(eventId)) {
    return failure('NOTHING_TO_UNDO');
  }
  if (nowAt - event.occurredAt > UNDO_WITHIN_MS) return failure('UNDO_TOO_LATE');
  return decided(context, state, { kind: 'voided', body: { eventId } });
};
