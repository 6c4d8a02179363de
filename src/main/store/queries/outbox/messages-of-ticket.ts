import { failure, success } from '../../../../preload/contract/result.ts';
import { may } from '../../../domain/access/access.ts';
import { messageColumns, type MessageRow } from '../../messages/message-row.ts';
import { ticketColumns } from '../../projection/ticket-table.ts';
import type { TicketRow } from '../../schema/ticket.ts';
import type { Query } from '../read-context.ts';
import { messageView } from './message-view.ts';

export const messagesOfTicket: Query<'messages-of-ticket'> = ({ ticketId }, context) => {
  const { statements, viewer, config } = context;
  const ticket = statements.of<[string], TicketRow>(`SELECT ${ticketColumns} FROM ticket WHERE id = ?`).get(ticketId);
  const isSensitive = ticket?.sensitive === 1;
  if (
    viewer === null ||
    ticket === undefined ||
    !may(viewer, 'view_ticket', { ...ticket, sensitive: isSensitive }, config)
  )
    return failure('NOT_FOUND', { what: 'ticket' });
  const rows = statements
    .of<[string, string], MessageRow>(
      `SELECT ${messageColumns} FROM message WHERE ticket_id = ? OR id IN
         (SELECT message_id FROM message_cause WHERE ticket_id = ? AND joined IS NOT NULL AND joined <> '') ORDER BY seq`,
    )
    .all(ticketId, ticketId);
  if (isSensitive && rows.length > 0) context.auditRead(ticketId);
  return success(rows.flatMap((row) => messageView(context, row, viewer, ticketId) ?? []));
};
