import { success } from '../../../../preload/contract/result.ts';
import { beforeSilence } from '../../../domain/messages/before-silence.ts';
import { confirmationDecision } from '../../../domain/messages/confirmation.ts';
import { joinInbound, wishIn, type Joined } from '../../../domain/messages/inbound.ts';
import type { Inbound, NewEvent } from '../../../domain/ticket/events.ts';
import { transact } from '../../../domain/ticket/transact.ts';
import type { ProviderMessage } from '../../../ports/sender.ts';
import { candidatesFor } from '../../messages/candidates.ts';
import type { Place } from '../../messages/channel-box.ts';
import { markAddress } from '../../messages/marks.ts';
import { mayAnswerSince } from '../../messages/question.ts';
import { recordTransaction } from '../../projection/record-transaction.ts';
import type { Command, WriteContext } from '../write-context.ts';

const marks = { stop: 'opted_out', start: 'allowed' } as const;

function isKnown({ statements }: WriteContext, providerSid: string): boolean {
  const find = statements.of<[string], unknown>('SELECT 1 FROM inbound_message WHERE provider_sid = ?');
  return find.get(providerSid) !== undefined;
}

function note(
  { statements }: WriteContext,
  { organizationId, channel }: Place,
  message: ProviderMessage,
  joined: Joined | null,
): void {
  const { providerSid, from, at, text } = message;
  statements
    .of<(string | number | null)[], never>(
      `INSERT INTO inbound_message (provider_sid, organization_id, channel, address, at, ticket_id, text)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(providerSid, organizationId, channel, from, at, joined?.ticketId ?? null, joined === null ? text : null);
}

/** What the contact wrote, and what follows from it where it answers a question that was asked. */
function join(context: WriteContext, message: ProviderMessage, { ticketId, confirms }: Joined): void {
  const { nowAt, config, stamp, isHeld, newId, questionOf } = context;
  const before = context.tickets.byId(ticketId);
  const log = context.log.ofTicket(ticketId);
  const { state, silence } = beforeSilence(log, config, message.at);
  if (before === null || state === null) return;
  const { channel, providerSid, text } = message;
  // What was written before the question had left is no answer to it.
  const sinceAt = mayAnswerSince(context, state);
  const via: Inbound = { channel, providerSid, confirms: sinceAt !== null && message.at > sinceAt ? confirms : null };
  // The provider's time is when it was written; nothing happens later than now.
  const at = { ticketId, occurredAt: Math.min(message.at, nowAt), actorId: null };
  const wrote: NewEvent = { ...at, id: newId(), kind: 'contact_wrote', body: { text, via } };
  const decided: NewEvent[] = [wrote];
  // A yes is what the silence was taken for: the contact is not thanked twice.
  if (silence === null || via.confirms !== 'yes') {
    const decision = confirmationDecision(state, via);
    if (decision !== null) decided.push({ ...at, id: newId(), ...decision });
    if (silence !== null) {
      const body = { eventId: silence.id };
      // First, though it happens now: the rest finds the ticket as it was when it was written.
      decided.unshift({ ...at, occurredAt: nowAt, id: newId(), kind: 'voided', body });
    }
  }
  const transaction = transact(log, decided, { nowAt, config, stamp, isHeld, questionOf });
  recordTransaction(context, { log, before, transaction, organizationId: before.organizationId });
}

/** Organizations that write from the same sender: an answer to it, and a STOP, is for all of them, whichever asked first. */
function sharing({ config }: WriteContext, place: Place): Place[] {
  const own = config.channel(place.organizationId, place.channel)?.settings;
  if (own === undefined || own.channel === 'email') return [place];
  const isShared = (organizationId: string): boolean => {
    const other = config.channel(organizationId, place.channel)?.settings;
    return other?.channel === own.channel && other.accountSid === own.accountSid && other.from === own.from;
  };
  return [...config.organizations()]
    .filter(({ id }) => isShared(id))
    .map(({ id }) => ({ ...place, organizationId: id }));
}

function receive(context: WriteContext, place: Place, message: ProviderMessage): 'known' | 'joined' | 'unjoined' {
  if (isKnown(context, message.providerSid)) return 'known';
  const places = sharing(context, place);
  const wish = wishIn(message.text);
  if (wish !== null)
    for (const each of places) markAddress(context, { ...each, address: message.from, mark: marks[wish] });
  const joined = joinInbound(
    message.text,
    places.flatMap((each) => candidatesFor(context, each, message)),
  );
  note(context, place, message, joined);
  if (joined === null) return 'unjoined';
  join(context, message, joined);
  return 'joined';
}

/** What contacts wrote joins its ticket, each message once, the oldest first. Rule: product.md, Notifications. */
export const receiveInbound: Command<'receive-inbound'> = ({ messages, ...place }, context) => {
  const counts = { joined: 0, unjoined: 0, known: 0 };
  const inbound = messages.filter(({ direction }) => direction === 'in').toSorted((a, b) => a.at - b.at);
  for (const message of inbound) counts[receive(context, place, message)] += 1;
  const { joined, unjoined } = counts;
  return success({ joined, unjoined });
};
