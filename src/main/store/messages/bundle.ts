import type { Wanted } from '../../domain/messages/message.ts';
import type { Statements } from '../statements.ts';

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
