import { askedAgain } from '../../domain/messages/confirmation.ts';
import type { Wanted } from '../../domain/messages/message.ts';
import { foldTicket } from '../../domain/ticket/fold.ts';
import { transact } from '../../domain/ticket/transact.ts';
import type { WriteContext } from '../commands/write-context.ts';
import { recordTransaction } from '../projection/record-transaction.ts';

/** A message leaves again by hand: where it asks a contact to confirm, its ticket waits for the answer again. */
export function askAgain(context: WriteContext, { ticketId, recipient, facts }: Wanted): void {
  if (ticketId === null || recipient.kind !== 'contact' || facts['status'] !== 'resolved') return;
  const { config, nowAt, stamp, isHeld, newId, questionOf } = context;
  const before = context.tickets.byId(ticketId);
  const log = context.log.ofTicket(ticketId);
  const state = foldTicket(log, config);
  const decision = state === null ? null : askedAgain(state, nowAt, config);
  if (before === null || decision === null) return;
  const event = { id: newId(), ticketId, occurredAt: nowAt, actorId: null, ...decision };
  const transaction = transact(log, [event], { nowAt, config, stamp, isHeld, questionOf });
  recordTransaction(context, { log, before, transaction, organizationId: before.organizationId });
}
