import { may } from '../../domain/access/access.ts';
import { addressOn } from '../../domain/messages/addresses.ts';
import type { User } from '../../domain/config/config.ts';
import { wayOf, type Happening, type Withdrawal } from '../../domain/messages/happening.ts';
import type { Message, StaffKind, Way } from '../../domain/messages/message.ts';
import { messageTermsOf } from '../../domain/messages/message-terms.ts';
import { contactWays } from '../../domain/messages/outward.ts';
import { growsStale, whyNotSo } from '../../domain/messages/still-so.ts';
import { chosenBy } from '../../domain/messages/ways.ts';
import { goOnBy } from '../../domain/messages/ways-now.ts';
import type { WriteContext } from '../commands/write-context.ts';
import type { TicketRow } from '../schema/ticket.ts';
import { seenNow } from './as-of-now.ts';
import { marksOf } from './marks.ts';
import { hasNewerNews } from './newer-news.ts';

const withdrawn = (why: Withdrawal): Happening => ({ kind: 'withdrawn', why });

/** To where its recipient is reached now. @param otherwise  why not, where they are reached nowhere */
function goesOn(message: Message, now: readonly Way[], otherwise: Withdrawal): Happening {
  const course = goOnBy(message, now);
  return course === null ? withdrawn(otherwise) : { kind: 'readdressed', ...course };
}

function contactStands(context: WriteContext, message: Message, row: TicketRow): Happening | null {
  const { config, statements } = context;
  if (row.sensitive === 1) return withdrawn('sensitive');
  const seen = seenNow(context, row.id);
  if (seen === null) return withdrawn('gone');
  const { state } = seen;
  const why = hasNewerNews(statements, message) ? 'replaced' : whyNotSo(message, seen);
  if (why !== null) return withdrawn(why);
  const { channel, address } = wayOf(message);
  const { country } = messageTermsOf(config.organization(message.organizationId));
  const isWanted = state.contact.channels?.includes(channel) !== false;
  if (isWanted && addressOn(channel, state.contact, country) === address) return null;
  const now = contactWays(state, message.facts, config, marksOf(statements));
  return goesOn(message, now, isWanted ? 'address_changed' : 'not_allowed');
}

/** News of the ticket that are none any more. Folding a ticket costs, and most kinds of news are not asked about. */
function newsStands(context: WriteContext, message: Message, { id }: TicketRow): Happening | null {
  if (!growsStale(message.kind)) return null;
  const seen = seenNow(context, id);
  const why = seen === null ? 'gone' : whyNotSo(message, seen);
  return why === null ? null : withdrawn(why);
}

/** Staff are told by no kind but their own. What stands in for a way that they chose was not chosen itself. */
function wants({ config }: WriteContext, { id }: User, { kind, ways }: Message): boolean {
  const settings = config.readerSettings(id);
  return settings !== undefined && chosenBy(settings, kind as StaffKind).includes(ways[0].channel);
}

/** What is about no ticket is a digest: whoever supervises nobody any more learns nothing of how the tickets stand. */
function maySee({ config }: WriteContext, user: User, organizationId: string, row: TicketRow | null): boolean {
  return row === null
    ? config.holders(organizationId, 'supervisor').some(({ id }) => id === user.id)
    : may(user, 'view_ticket', { ...row, sensitive: row.sensitive === 1 }, config);
}

function readerStands(context: WriteContext, message: Message, row: TicketRow | null): Happening | null {
  const { config } = context;
  const { recipient, organizationId } = message;
  const user = recipient.kind === 'user' ? config.user(recipient.userId) : undefined;
  if (user === undefined || !user.active) return withdrawn('not_allowed');
  if (!maySee(context, user, organizationId, row) || !wants(context, user, message)) return withdrawn('not_allowed');
  const settings = config.readerSettings(user.id);
  if (settings === undefined) return withdrawn('not_allowed');
  const { channel, address } = wayOf(message);
  const { country } = messageTermsOf(config.organization(organizationId));
  const now = addressOn(channel, settings, country);
  if (now !== address) {
    const ways = message.ways.map((way) => (way.channel === channel && now !== null ? { channel, address: now } : way));
    return goesOn(message, now === null ? [] : ways, 'address_changed');
  }
  return row === null ? null : newsStands(context, message, row);
}

/**
 * The ticket and its people may have changed since it was decided. Tests go where whoever asked said.
 * @returns what happens to it instead of leaving; null where all still stands
 */
export function stillStands(context: WriteContext, message: Message): Happening | null {
  const { ticketId, organizationId, kind, recipient } = message;
  if (kind === 'test') return null;
  const row = ticketId === null ? null : context.tickets.byId(ticketId);
  if (ticketId !== null && row === null) return withdrawn('gone');
  if (row !== null && row.organizationId !== organizationId) return withdrawn('moved');
  if (recipient.kind === 'user') return readerStands(context, message, row);
  return row === null ? withdrawn('gone') : contactStands(context, message, row);
}

/** Of news that joined a mail: whether its reader may still be told of it, in a mail that is about other tickets too. */
export function mayStandBeside(context: WriteContext, item: Message): boolean {
  const { ticketId, recipient } = item;
  const row = ticketId === null ? null : context.tickets.byId(ticketId);
  const user = recipient.kind === 'user' ? context.config.user(recipient.userId) : undefined;
  if (row === null || user === undefined || row.sensitive === 1) return false;
  const isTheirs = maySee(context, user, row.organizationId, row) && wants(context, user, item);
  return isTheirs && newsStands(context, item, row) === null;
}
