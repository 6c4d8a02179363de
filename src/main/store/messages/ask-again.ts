import { askedAgain } from '../../domain/messages/confirmation.ts';
import type { Wanted } from '../../domain/messages/message.ts';
import { foldTicket } from '../../domain/ticket/fold.ts';
import type { WriteContext } from '../commands/write-context.ts';
import { carryOut } from '../projection/carry-out.ts';
import type { MessageRow } from './message-row.ts';

/** A message leaves again by hand: where it asks a contact to confirm what was resolved last, its ticket waits for the answer. */
export function askAgain(context: WriteContext, row: MessageRow): void {
  const { ticketId, recipient, facts } = JSON.parse(row.wanted) as Wanted;
  if (ticketId === null || recipient.kind !== 'contact' || facts['status'] !== 'resolved') return;
  const { config, nowAt, newId, questionOf } = context;
  const before = context.tickets.byId(ticketId);
  const log = context.log.ofTicket(ticketId);
  const state = foldTicket(log, config);
  if (before === null || state === null || row.createdAt < (state.resolvedAt ?? Infinity)) return;
  const decision = askedAgain(state, questionOf(state), nowAt, config);
  if (decision === null) return;
  const event = { id: newId(), ticketId, occurredAt: nowAt, actorId: null, ...decision };
  carryOut(context, { log, before, decided: [event], organizationId: before.organizationId });
}
