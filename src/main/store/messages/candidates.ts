import type { Status } from '../../../preload/contract/values.ts';
import { addressOn } from '../../domain/messages/addresses.ts';
import { messageTermsOf } from '../../domain/messages/message-terms.ts';
import { foldTicket } from '../../domain/ticket/fold.ts';
import type { Candidate } from '../../domain/messages/inbound.ts';
import type { ProviderMessage } from '../../ports/sender.ts';
import type { WriteContext } from '../commands/write-context.ts';
import type { Place } from './channel-box.ts';

type Row = { ticketId: string; number: string; status: Status; lastAt: number; reference: string | null };

/** Tickets about which this address was written to last; more than these nobody means. */
const MOST_OWN = 50;
/** A tracking number, of a desk or as an import brought it. */
const numbered = /[\p{L}\p{N}]+(?:[-/][\p{L}\p{N}]+)+/gu;
const MOST_NAMED = 5;

function candidates(rows: readonly Row[], isOwn: (ticketId: string) => boolean): Candidate[] {
  const byTicket = Map.groupBy(rows, ({ ticketId }) => ticketId);
  return [...byTicket].map(([ticketId, own]) => ({
    ticketId,
    number: own[0]?.number ?? '',
    references: own.flatMap(({ reference }) => reference ?? []),
    isOwn: isOwn(ticketId),
    isClosed: own[0]?.status === 'closed',
    lastAt: Math.max(...own.map(({ lastAt }) => lastAt)),
  }));
}

function written({ statements }: WriteContext, { organizationId, channel }: Place, from: string): Row[] {
  return statements
    .of<(string | number)[], Row>(
      `SELECT m.ticket_id AS ticketId, t.number, t.status, m.sending_at AS lastAt, m.reference FROM message m
       JOIN ticket t ON t.id = m.ticket_id
       WHERE m.address = ? AND m.sending_at IS NOT NULL AND m.organization_id = ? AND m.channel = ? AND m.user_id IS NULL
         AND t.organization_id = m.organization_id ORDER BY m.sending_at DESC LIMIT ?`,
    )
    .all(from, organizationId, channel, MOST_OWN);
}

function named({ statements }: WriteContext, { organizationId }: Place, text: string): Row[] {
  const numbers = [...new Set(text.toUpperCase().match(numbered) ?? [])].slice(0, MOST_NAMED);
  const byNumber = statements.of<[string, string], Row>(
    `SELECT id AS ticketId, number, status, created_at AS lastAt, NULL AS reference FROM ticket
     WHERE number = ? AND organization_id = ? AND sensitive = 0`,
  );
  return numbers.flatMap((number) => byNumber.all(number, organizationId));
}

/** A number that its contact had before is a stranger's by now, whatever was once written to it. */
function isContactsNow({ config, log }: WriteContext, { channel }: Place, from: string, ticketId: string): boolean {
  const state = foldTicket(log.ofTicket(ticketId), config);
  if (state === null) return false;
  const { country } = messageTermsOf(config.organization(state.organizationId));
  return addressOn(channel, state.contact, country) === from;
}

/** @returns tickets that a message could belong to, each once */
export function candidatesFor(context: WriteContext, place: Place, { from, text }: ProviderMessage): Candidate[] {
  const own = candidates(written(context, place, from), (ticketId) => isContactsNow(context, place, from, ticketId));
  const others = candidates(named(context, place, text), () => false);
  return [...own, ...others.filter((it) => !own.some(({ ticketId }) => ticketId === it.ticketId))];
}
