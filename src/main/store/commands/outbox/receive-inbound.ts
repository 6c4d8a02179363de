import { success } from '../../../../preload/contract/result.ts';
import type { NewEvent } from '../../../domain/ticket/events.ts';
import { transact } from '../../../domain/ticket/transact.ts';
import type { ProviderMessage } from '../../../ports/sender.ts';
import { markAddress } from '../../messages/marks.ts';
import type { Place } from '../../messages/channel-box.ts';
import { recordTransaction } from '../../projection/record-transaction.ts';
import type { TicketRow } from '../../schema/ticket.ts';
import type { Command, WriteContext } from '../write-context.ts';

/** The newest ticket that this address was written about; one that its text names by number comes first. */
function ticketFor(
  context: WriteContext,
  { organizationId, channel }: Place,
  { from, text }: ProviderMessage,
): TicketRow | null {
  const rows = context.statements
    .of<[string, string, string], { ticketId: string }>(
      `SELECT ticket_id AS ticketId FROM message WHERE address = ? AND sending_at IS NOT NULL AND organization_id = ?
         AND channel = ? AND user_id IS NULL AND ticket_id IS NOT NULL ORDER BY sending_at DESC LIMIT 50`,
    )
    .all(from, organizationId, channel);
  const tickets = [...new Set(rows.map(({ ticketId }) => ticketId))]
    .map((id) => context.tickets.byId(id))
    .filter((row) => row !== null && row.organizationId === organizationId);
  const named = tickets.find((row) => row !== null && text.toUpperCase().includes(row.number.toUpperCase()));
  return named ?? tickets[0] ?? null;
}

/** @returns whether it is new here */
function note(
  { statements }: WriteContext,
  { organizationId, channel }: Place,
  message: ProviderMessage,
  ticketId: string | null,
): boolean {
  const { providerSid, from, at, text } = message;
  return (
    statements
      .of<(string | number | null)[], never>(
        `INSERT OR IGNORE INTO inbound_message (provider_sid, organization_id, channel, address, at, ticket_id, text)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(providerSid, organizationId, channel, from, at, ticketId, ticketId === null ? text : null).changes === 1
  );
}

function join(context: WriteContext, before: TicketRow, message: ProviderMessage): void {
  const { nowAt, config, stamp, isHeld, newId } = context;
  const log = context.log.ofTicket(before.id);
  const { channel, providerSid, text } = message;
  const occurredAt = Math.min(message.at, nowAt);
  const wrote: NewEvent = {
    id: newId(),
    ticketId: before.id,
    occurredAt,
    actorId: null,
    kind: 'contact_wrote',
    body: { text, via: { channel, providerSid, confirms: null } },
  };
  const transaction = transact(log, [wrote], { nowAt, config, stamp, isHeld });
  recordTransaction(context, { log, before, transaction, organizationId: before.organizationId });
}

/** What contacts wrote joins its ticket, each message once. Rule: product.md, Notifications. */
export const receiveInbound: Command<'receive-inbound'> = ({ messages, ...place }, context) => {
  const counts = { joined: 0, unjoined: 0 };
  for (const message of messages.filter(({ direction }) => direction === 'in').toSorted((a, b) => a.at - b.at)) {
    const ticket = ticketFor(context, place, message);
    if (!note(context, place, message, ticket?.id ?? null)) continue;
    if (/^\s*(?:stop|unsubscribe)\s*$/iu.test(message.text))
      markAddress(context, { ...place, address: message.from, mark: 'opted_out' });
    if (ticket === null) counts.unjoined += 1;
    else {
      join(context, ticket, message);
      counts.joined += 1;
    }
  }
  return success(counts);
};
