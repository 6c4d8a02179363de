import type { Wanted } from '../../domain/messages/message.ts';
import type { WriteContext } from '../commands/write-context.ts';
import type { Statements } from '../statements.ts';
import { insertMessage } from './message-row.ts';
import { newMessage } from './new-message.ts';

/** @returns news that joined a message, in the order in which it came; what was taken away again is left out */
export function joinedOf(statements: Statements, messageId: string): { id: string; wanted: Wanted }[] {
  return (
    statements
      .of<[string], { id: string; joined: string }>(
        `SELECT id, joined FROM message_cause WHERE message_id = ? AND joined IS NOT NULL AND joined <> '' ORDER BY rowid`,
      )
      .all(messageId)
      // Written by `enqueue` alone.
      .map(({ id, joined }) => ({ id, wanted: JSON.parse(joined) as Wanted }))
  );
}

/** News of other tickets that had joined a mail which is not sent any more: each in a mail of its own. */
export function releaseJoined(context: WriteContext, messageId: string): void {
  const { statements } = context;
  const own = statements.of<[string], never>('UPDATE message_cause SET message_id = id, joined = NULL WHERE id = ?');
  for (const { id, wanted } of joinedOf(statements, messageId)) {
    own.run(id);
    insertMessage(statements, newMessage(wanted, 0, context), wanted);
  }
}
