import { failure, success } from '../../../preload/contract/result.ts';
import { decide, type TicketCommand } from '../../domain/ticket/decide.ts';
import { foldTicket } from '../../domain/ticket/fold.ts';
import { carryOut } from '../projection/carry-out.ts';
import type { Command, WriteContext } from './write-context.ts';

function ticketOf(command: TicketCommand, context: WriteContext): string | null {
  if (command.kind === 'create') return null;
  return command.kind === 'undo' ? context.log.streamOf(command.input.eventId) : command.input.ticketId;
}

/** What a person does to one ticket: decided by the rules, appended, folded. */
export const ticketCommand: Command<'ticket-command'> = (command, context) => {
  const { actor, config, nowAt, newId } = context;
  if (actor === null) return failure('ACCESS_DENIED');
  const ticketId = ticketOf(command, context);
  const log = ticketId === null ? [] : context.log.ofTicket(ticketId);
  const state = foldTicket(log, config);
  const decided = decide(
    state === null ? null : { state, log },
    command,
    { nowAt, actor, config, newId, otherTicket: (id) => foldTicket(context.log.ofTicket(id), config) },
    context.nextNumber,
  );
  if (!decided.ok) return decided;
  const [first] = decided.value;
  const organizationId = state?.organizationId ?? (first?.kind === 'ticket_created' ? first.body.organizationId : null);
  if (first === undefined || organizationId === null) throw new Error(`${command.kind} was decided without an event`);

  const before = context.tickets.byId(first.ticketId);
  const transaction = carryOut(context, { log, before, decided: decided.value, organizationId });
  const number = transaction.state?.number ?? state?.number ?? '';
  return success({ ticketId: first.ticketId, number, eventId: first.id, version: transaction.state?.version ?? 0 });
};
