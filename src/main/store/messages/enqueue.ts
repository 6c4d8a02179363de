import type { Wanted } from '../../domain/messages/message.ts';
import type { WriteContext } from '../commands/write-context.ts';
import { channelBox } from './channel-box.ts';
import { happens } from './happens.ts';
import { insertMessage, messageColumns, toMessage, type MessageRow } from './message-row.ts';
import { messageIdOf, newMessage } from './new-message.ts';

const unsent = `('queued', 'retry', 'held', 'claimed')`;

/** What waits to leave of a ticket, newest first. */
export function waitingOf({ statements }: WriteContext, ticketId: string): MessageRow[] {
  return statements
    .of<[string], MessageRow>(
      `SELECT ${messageColumns} FROM message WHERE ticket_id = ? AND state IN ${unsent} ORDER BY seq DESC`,
    )
    .all(ticketId);
}

/** Older news of the same to the same person is worth nothing any more. Rule: notifications.md, Outbox. */
function replaceOlder(context: WriteContext, { ticketId, recipient }: Wanted): void {
  if (ticketId === null) return;
  const userId = recipient.kind === 'user' ? recipient.userId : null;
  for (const row of waitingOf(context, ticketId)) {
    const older = toMessage(row);
    if (row.userId === userId && older.replaces) happens(context, older, { kind: 'withdrawn', why: 'replaced' });
  }
}

/** The mail that waits for the same member of staff, and that more news can go into. Rule: product.md, Notifications: within 5 min in one. */
function bundleFor(
  { statements, nowAt }: WriteContext,
  { recipient, ways, critical, organizationId, ticketId, facts }: Wanted,
): string | null {
  // What speaks of a sensitive ticket stands in no mail that others may read of.
  if (facts['restricted'] !== undefined) return null;
  // A digest is a mail by itself.
  if (recipient.kind !== 'user' || critical || ticketId === null || ways[0].channel !== 'email') return null;
  const found = statements
    .of<[string, string, string, number], { id: string }>(
      `SELECT id FROM message WHERE user_id = ? AND state = 'queued' AND organization_id = ? AND channel = 'email'
         AND address = ? AND lane = 1 AND tries = 0 AND ticket_id IS NOT NULL AND next_at > ?
         AND json_extract(wanted, '$.facts.restricted') IS NULL ORDER BY seq DESC LIMIT 1`,
    )
    .get(recipient.userId, organizationId, ways[0].address, nowAt);
  return found?.id ?? null;
}

/** @returns whether it is the first that this is to be told */
function addCause({ statements }: WriteContext, wanted: Wanted, id: string, messageId: string): boolean {
  const joined = id === messageId ? null : JSON.stringify(wanted);
  return (
    statements
      .of<(string | null)[], never>(
        'INSERT OR IGNORE INTO message_cause (id, message_id, ticket_id, joined) VALUES (?, ?, ?, ?)',
      )
      .run(id, messageId, wanted.ticketId, joined).changes === 1
  );
}

/** One message that somebody decided on, once however often that is asked. @returns whether it is new */
export function enqueue(context: WriteContext, wanted: Wanted): boolean {
  const id = messageIdOf(wanted, 0);
  const bundle = bundleFor(context, wanted);
  if (!addCause(context, wanted, id, bundle ?? id)) return false;
  context.change.messages += 1;
  if (bundle !== null) return true;
  if (wanted.replaces) replaceOlder(context, wanted);
  const message = newMessage(wanted, 0, context);
  const { organizationId } = wanted;
  const isUnset = channelBox(context, { organizationId, channel: wanted.ways[0].channel }, true).access === 'unset';
  // Shown as held until the channel is set up; it expires like any other.
  const held = { state: 'held', code: 'NO_CHANNEL', nextAt: message.expiresAt } as const;
  insertMessage(context.statements, isUnset ? { ...message, ...held } : message, wanted);
  return true;
}
