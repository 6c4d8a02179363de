import { may } from '../../domain/access/access.ts';
import { addressOn } from '../../domain/messages/addresses.ts';
import { wayOf, type Happening } from '../../domain/messages/happening.ts';
import type { Message } from '../../domain/messages/message.ts';
import { messageTermsOf } from '../../domain/messages/message-terms.ts';
import { audibleAt } from '../../domain/messages/quiet-hours.ts';
import { foldTicket } from '../../domain/ticket/fold.ts';
import type { TicketState } from '../../domain/ticket/state.ts';
import type { WriteContext } from '../commands/write-context.ts';
import type { TicketRow } from '../schema/ticket.ts';
import { marksOf } from './marks.ts';

/** Rule: notifications.md, Outbox: one message per recipient per 10 s. */
const APART_MS = 10_000;

type Check = (context: WriteContext, message: Message) => Happening | null;

const withdrawn = (why: Extract<Happening, { kind: 'withdrawn' }>['why']): Happening => ({ kind: 'withdrawn', why });

const inTime: Check = ({ nowAt }, { expiresAt }) => (nowAt >= expiresAt ? { kind: 'expired' } : null);

/** News of a status that is not the ticket's any more is none. A pause is told of to nobody: it takes back no receipt. */
function isStillSo({ kind, facts }: Message, { status, mergedInto }: TicketState): boolean {
  if (kind !== 'status_update') return true;
  const isReceived = facts['status'] === 'open' && status === 'pending';
  return mergedInto === null && (facts['status'] === status || isReceived);
}

function contactStands({ config, log }: WriteContext, message: Message, row: TicketRow): Happening | null {
  if (row.sensitive === 1) return withdrawn('sensitive');
  const state = foldTicket(log.ofTicket(row.id), config);
  if (state === null) return withdrawn('gone');
  if (!isStillSo(message, state)) return withdrawn('replaced');
  const { channel, address } = wayOf(message);
  const { country } = messageTermsOf(config.organization(message.organizationId));
  if (addressOn(channel, state.contact, country) !== address) return withdrawn('address_changed');
  return state.contact.channels?.includes(channel) === false ? withdrawn('not_allowed') : null;
}

function readerStands({ config }: WriteContext, message: Message, row: TicketRow | null): Happening | null {
  const { recipient, organizationId } = message;
  const user = recipient.kind === 'user' ? config.user(recipient.userId) : undefined;
  if (user === undefined || !user.active) return withdrawn('not_allowed');
  if (row !== null && !may(user, 'view_ticket', { ...row, sensitive: row.sensitive === 1 }, config))
    return withdrawn('not_allowed');
  const settings = config.readerSettings(user.id);
  const { channel, address } = wayOf(message);
  const { country } = messageTermsOf(config.organization(organizationId));
  const isSame = settings !== undefined && addressOn(channel, settings, country) === address;
  return isSame ? null : withdrawn('address_changed');
}

/** The ticket and its people may have changed since it was decided. Tests go where whoever asked said. */
const stillStands: Check = (context, message) => {
  const { ticketId, organizationId, kind, recipient } = message;
  if (kind === 'test') return null;
  const row = ticketId === null ? null : context.tickets.byId(ticketId);
  if (ticketId !== null && row === null) return withdrawn('gone');
  if (row !== null && row.organizationId !== organizationId) return withdrawn('moved');
  if (recipient.kind === 'user') return readerStands(context, message, row);
  return row === null ? withdrawn('gone') : contactStands(context, message, row);
};

const notMarked: Check = ({ statements }, message) => {
  const { channel, address } = wayOf(message);
  const mark = marksOf(statements).of(message.organizationId, channel, address);
  if (mark === undefined || mark === 'allowed') return null;
  return mark === 'opted_out' ? withdrawn('opted_out') : { kind: 'barred', code: mark.toUpperCase() };
};

const notQuiet: Check = ({ config, nowAt }, { critical, kind, recipient, organizationId }) => {
  if (critical || kind === 'test') return null;
  const { quietHours } = messageTermsOf(config.organization(organizationId));
  const own = recipient.kind === 'user' ? config.readerSettings(recipient.userId)?.quietHours : null;
  const untilAt = audibleAt(nowAt, own ?? quietHours, recipient.timezone);
  return untilAt > nowAt ? { kind: 'deferred', untilAt, code: 'quiet' } : null;
};

/** Also one that is under way and has not left yet counts as just now. A test goes to whoever sits before it and asked. */
const notJustNow: Check = ({ statements, nowAt }, message) => {
  if (message.kind === 'test') return null;
  const { channel, address } = wayOf(message);
  const left = statements
    .of<[string, number], { at: number }>(
      `SELECT max(sending_at) AS at FROM message WHERE address = ? AND sending_at > ?`,
    )
    .get(address, nowAt - APART_MS);
  const under = statements
    .of<[string, string, string], unknown>(
      `SELECT 1 FROM message WHERE organization_id = ? AND channel = ? AND lane = 3 AND next_at IS NOT NULL AND address = ?`,
    )
    .get(message.organizationId, channel, address);
  const lastAt = under === undefined ? (left?.at ?? null) : nowAt;
  // The same message tried again keeps its own distance.
  if (lastAt === null || lastAt === message.sendingAt) return null;
  return { kind: 'deferred', untilAt: lastAt + APART_MS, code: 'recipient' };
};

const checks: readonly Check[] = [inTime, stillStands, notMarked, notQuiet, notJustNow];

/**
 * Before a message leaves everything that it rests on is read once more.
 * @returns what happens to it instead of leaving; null where nothing stands against it
 * Rule: notifications.md, Outbox: deferred messages re-check the ticket first.
 */
export function lookAgain(context: WriteContext, message: Message): Happening | null {
  for (const check of checks) {
    const instead = check(context, message);
    if (instead !== null) return instead;
  }
  return null;
}
