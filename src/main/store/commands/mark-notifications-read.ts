import { failure, success } from '../../../preload/contract/result.ts';
import type { Command } from './write-context.ts';

/** Only the actor's own, whatever was asked for. */
export const markNotificationsRead: Command<'mark-notifications-read'> = (
  { lines },
  { statements, actorId, nowAt },
) => {
  if (actorId === null) return failure('ACCESS_DENIED');
  const mark = statements.of<[number, string, string, string], never>(
    'UPDATE notification SET read_at = ? WHERE ticket_id = ? AND id = ? AND user_id = ? AND read_at IS NULL',
  );
  for (const { ticketId, id } of lines) mark.run(nowAt, ticketId, id, actorId);
  const unread = statements
    .of<[string], { n: number }>('SELECT count(*) AS n FROM notification WHERE user_id = ? AND read_at IS NULL')
    .get(actorId);
  return success({ unread: unread?.n ?? 0 });
};
