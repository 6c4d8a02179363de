import { failure, success } from '../../../preload/contract/result.ts';
import { may } from '../../domain/access/access.ts';
import { normalise } from '../search/words.ts';
import { ticketColumns } from '../projection/ticket-table.ts';
import type { TicketRow } from '../schema/ticket.ts';
import type { Query, ReadContext } from './read-context.ts';

/** Tickets of a tracking number that the viewer may see: one, or several where desks imported the same file. */
export function ticketsOfNumber(context: ReadContext, number: string): TicketRow[] {
  const { viewer, config } = context;
  if (viewer === null) return [];
  const byNumber = context.statements.of<[string], TicketRow>(`SELECT ${ticketColumns} FROM ticket WHERE number = ?`);
  // Numbers of desks are upper case; those of an import are as their source wrote them.
  const forms = new Set([number.trim(), normalise(number).trim().toUpperCase()]);
  return [...forms]
    .flatMap((form) => byNumber.all(form))
    .filter((row) => may(viewer, 'view_ticket', { ...row, sensitive: row.sensitive === 1 }, config));
}

export const findTicket: Query<'find-ticket'> = ({ number }, context) => {
  const [found] = ticketsOfNumber(context, number);
  return found === undefined ? failure('NOT_FOUND') : success({ ticketId: found.id });
};
