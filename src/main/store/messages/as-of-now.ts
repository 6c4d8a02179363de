import type { Message } from '../../domain/messages/message.ts';
import { factsNow, growsStale, type Seen } from '../../domain/messages/still-so.ts';
import { foldTicket } from '../../domain/ticket/fold.ts';
import type { WriteContext } from '../commands/write-context.ts';

/** @returns a ticket as it stands now; null for one that is not there */
export function seenNow({ config, log, nowAt }: WriteContext, ticketId: string): Seen | null {
  const events = log.ofTicket(ticketId);
  const state = foldTicket(events, config);
  return state === null ? null : { state, events, config, nowAt };
}

function toReader(context: WriteContext, message: Message, userId: string): Message {
  const { config, tickets } = context;
  const user = config.user(userId);
  const recipient =
    user === undefined ? message.recipient : { ...message.recipient, name: user.displayName, language: user.language };
  const row = message.ticketId === null ? null : tickets.byId(message.ticketId);
  // What was plain when it was decided may speak of a ticket that is sensitive by now. Rule: product.md, SLA 10.
  if (row?.sensitive === 1) return { ...message, recipient, facts: { restricted: 'yes' } };
  const seen = row === null || !growsStale(message.kind) ? null : seenNow(context, row.id);
  return { ...message, recipient, facts: seen === null ? message.facts : factsNow(message, seen) };
}

/** A message with what was corrected since it was decided: its recipient's name and language, and a deadline that moved. */
export function asOfNow(context: WriteContext, message: Message): Message {
  const { recipient, ticketId } = message;
  if (recipient.kind === 'user') return toReader(context, message, recipient.userId);
  const contact = ticketId === null ? undefined : seenNow(context, ticketId)?.state.contact;
  return contact === undefined
    ? message
    : { ...message, recipient: { ...recipient, name: contact.name, language: contact.language } };
}
