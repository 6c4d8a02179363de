import type { Message } from '../../domain/messages/message.ts';
import type { Statements } from '../statements.ts';

/**
 * Whether the contact was told, or is about to be told, how the ticket stands by something that was decided after this.
 * What was called off tells nobody.
 */
export function hasNewerNews(statements: Statements, { id, ticketId, replaces }: Message): boolean {
  if (!replaces || ticketId === null) return false;
  return (
    statements
      .of<[string, string], unknown>(
        `SELECT 1 FROM message WHERE ticket_id = ? AND user_id IS NULL AND state <> 'cancelled' AND step = 0
           AND json_extract(wanted, '$.replaces') AND seq > (SELECT seq FROM message WHERE id = ?) LIMIT 1`,
      )
      .get(ticketId, id) !== undefined
  );
}
