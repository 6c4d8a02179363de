import type { WriteContext } from '../commands/write-context.ts';
import { happens } from './happens.ts';
import { rowById, toMessage } from './message-row.ts';

/**
 * A ticket's news leave the mails of others that they had joined. One that is claimed is written anew: what it says is in
 * somebody's hands already, and goes nowhere once its claim is void.
 * @param causeId  event whose news alone are meant; null: all of the ticket
 */
export function leaveBundles(context: WriteContext, ticketId: string, causeId: string | null): void {
  const left = context.statements
    .of<(string | null)[], { messageId: string }>(
      `UPDATE message_cause SET joined = '' WHERE ticket_id = ? AND joined IS NOT NULL AND joined <> ''
         AND (? IS NULL OR json_extract(joined, '$.causeId') = ?) RETURNING message_id AS messageId`,
    )
    .all(ticketId, causeId, causeId);
  for (const id of new Set(left.map(({ messageId }) => messageId))) {
    const row = rowById(context.statements, id);
    if (row !== undefined) happens(context, toMessage(row), { kind: 'put_back' });
  }
}
