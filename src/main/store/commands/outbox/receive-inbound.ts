import { success } from '../../../../preload/contract/result.ts';
import { beforeSilence } from '../../../domain/messages/before-silence.ts';
import { confirmationDecision } from '../../../domain/messages/confirmation.ts';
import { joinInbound, wishIn, type Joined } from '../../../domain/messages/inbound.ts';
import type { Inbound, NewEvent } from '../../../domain/ticket/events.ts';
import type { ProviderMessage } from '../../../ports/sender.ts';
import { candidatesFor } from '../../messages/candidates.ts';
import type { Place } from '../../messages/channel-box.ts';
import { markAddress } from '../../messages/marks.ts';
import { mayAnswerSince } from '../../messages/question.ts';
import { carryOut } from '../../projection/carry-out.ts';
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
  const { nowAt, config, newId } = context;
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
  carryOut(context, { log, before, decided, organizationId: before.organizationId });
}

/** A messaging service has many numbers, and which of them are its own only the provider knows. */
const isService = (from: string): boolean => from.startsWith('MG');

/**
 * Organizations that a message may be for: what an answer belongs to, and whom a STOP stops. Of those that use the account
 * the ones that write from the very number it was sent to; else all that have a messaging service.
 * @returns without `place` where it is for others alone
 */
function placesFor({ config }: WriteContext, place: Place, { to }: ProviderMessage): Place[] {
  const own = config.channel(place.organizationId, place.channel)?.settings;
  if (own === undefined || own.channel === 'email') return [place];
  const using = [...config.organizations()].flatMap(({ id }) => {
    const settings = config.channel(id, place.channel)?.settings;
    const isShared = settings?.channel === own.channel && settings.accountSid === own.accountSid;
    return isShared ? { organizationId: id, channel: place.channel, from: settings.from } : [];
  });
  const named = using.filter(({ from }) => from === to);
  if (named.length > 0) return named;
  return using.filter(({ organizationId, from }) => isService(from) || organizationId === place.organizationId);
}

type Received = 'known' | 'left' | 'joined' | 'unjoined';

function receive(context: WriteContext, place: Place, message: ProviderMessage): Received {
  if (isKnown(context, message.providerSid)) return 'known';
  const places = placesFor(context, place, message);
  // Whoever has that number reads it as well: noted here, it would be known there and joined nowhere.
  if (!places.some(({ organizationId }) => organizationId === place.organizationId)) return 'left';
  const wish = wishIn(message.text);
  const { from: address, at } = message;
  if (wish !== null) for (const each of places) markAddress(context, { ...each, address, at, mark: marks[wish] });
  const joined = joinInbound(
    message.text,
    places.flatMap((each) => candidatesFor(context, each, message)),
  );
  note(context, place, message, joined);
  if (joined === null) {
    // No ticket tells of it, and the outbox shows it.
    context.change.messages += 1;
    return 'unjoined';
  }
  join(context, message, joined);
  return 'joined';
}

/** What contacts wrote joins its ticket, each message once, the oldest first. Rule: product.md, Notifications. */
export const receiveInbound: Command<'receive-inbound'> = ({ messages, ...place }, context) => {
  const counts: Record<Received, number> = { joined: 0, unjoined: 0, known: 0, left: 0 };
  const inbound = messages.filter(({ direction }) => direction === 'in').toSorted((a, b) => a.at - b.at);
  for (const message of inbound) counts[receive(context, place, message)] += 1;
  const { joined, unjoined } = counts;
  return success({ joined, unjoined });
};
