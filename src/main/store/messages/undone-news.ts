import type { ContactNews } from '../../domain/messages/contact-news.ts';
import type { Message } from '../../domain/messages/message.ts';
import { toContact } from '../../domain/messages/outward.ts';
import { whyNotSo } from '../../domain/messages/still-so.ts';
import type { EventOf } from '../../domain/ticket/events.ts';
import type { TicketState } from '../../domain/ticket/state.ts';
import type { WriteContext } from '../commands/write-context.ts';
import { seenNow } from './as-of-now.ts';
import { enqueue, waitingOf } from './enqueue.ts';
import { happens } from './happens.ts';
import { leaveBundles } from './leave-bundles.ts';
import { marksOf } from './marks.ts';
import { messageColumns, toMessage, type MessageRow } from './message-row.ts';

type Undone = EventOf<'voided'>;

/** The last that a ticket's contact was, or was to be, told of how it stands; what was taken back itself is left out. */
function lastNews({ statements }: WriteContext, ticketId: string): Message | null {
  const row = statements
    .of<[string], MessageRow>(
      `SELECT ${messageColumns} FROM message WHERE ticket_id = ? AND user_id IS NULL
         AND json_extract(wanted, '$.replaces') AND code IS NOT 'undone' ORDER BY seq DESC LIMIT 1`,
    )
    .get(ticketId);
  return row === undefined ? null : toMessage(row);
}

const away: ReadonlySet<Message['state']> = new Set(['sending', 'unknown', 'sent', 'delivered', 'read']);

/** How the ticket stands now, to whoever heard of what was taken back. */
function newsOf(event: Undone, state: TicketState): ContactNews {
  return state.status === 'escalated'
    ? { kind: 'escalation_notice', facts: {}, event, state }
    : { kind: 'status_update', facts: { status: state.status }, event, state };
}

function tellAsItIs(context: WriteContext, event: Undone, state: TicketState): void {
  const { config, nowAt, statements } = context;
  const wanted = toContact(newsOf(event, state), config, { marks: marksOf(statements), nowAt });
  if (wanted !== null) enqueue(context, wanted);
}

/** What it had replaced goes after all where it is so again; where it had left already, the contact hears how the ticket stands. */
function setRight(context: WriteContext, event: Undone): void {
  const { ticketId, body } = event;
  const last = lastNews(context, ticketId);
  if (last === null) return;
  const seen = seenNow(context, ticketId);
  if (seen === null || seen.state.sensitive || seen.state.mergedInto !== null) return;
  const { state } = seen;
  const isSo = whyNotSo(last, seen) === null;
  if (isSo && last.state === 'cancelled' && last.code === 'replaced') happens(context, last, { kind: 'restored' });
  else if (!isSo && last.causeId === body.eventId && away.has(last.state)) tellAsItIs(context, event, state);
}

/** A person took an event back: what it would have told is not sent, and its contact is left with what is so. */
export function withdrawUndone(context: WriteContext, event: Undone): void {
  const { ticketId, body } = event;
  for (const row of waitingOf(context, ticketId)) {
    const message = toMessage(row);
    if (message.causeId === body.eventId) happens(context, message, { kind: 'withdrawn', why: 'undone' });
  }
  leaveBundles(context, ticketId, body.eventId);
  setRight(context, event);
}
