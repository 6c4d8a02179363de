import type { Status } from '../../../preload/contract/values.ts';
import { addressOn } from '../../domain/messages/addresses.ts';
import { messageTermsOf } from '../../domain/messages/message-terms.ts';
import { beforeSilence } from '../../domain/messages/before-silence.ts';
import type { Candidate } from '../../domain/messages/inbound.ts';
import type { ProviderMessage } from '../../ports/sender.ts';
import type { WriteContext } from '../commands/write-context.ts';
import { digitsOf, phoneForms } from '../search/phone-forms.ts';
import type { Place } from './channel-box.ts';
import { mayAnswerSince } from './question.ts';

type Row = { ticketId: string; number: string; status: Status; lastAt: number; reference: string | null };

/** Tickets about which this address was written to last; more than these nobody means. */
const MOST_OWN = 50;
/** A tracking number, of a desk or as an import brought it. */
const numbered = /[\p{L}\p{N}]+(?:[-/][\p{L}\p{N}]+)+/gu;
const MOST_NAMED = 5;

type Standing = Pick<Candidate, 'isOwn' | 'isClosed' | 'askedAt'>;

function candidates(rows: readonly Row[], standingOf: (row: Row) => Standing): Candidate[] {
  return [...Map.groupBy(rows, ({ ticketId }) => ticketId).values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const { ticketId, number } = first;
    const references = own.flatMap(({ reference }) => reference ?? []);
    return { ticketId, number, references, ...standingOf(first), lastAt: Math.max(...own.map(({ lastAt }) => lastAt)) };
  });
}

/** By WhatsApp or SMS alike: whoever answers does not mind which of them they were asked by. */
function written({ statements }: WriteContext, { organizationId }: Place, from: string): Row[] {
  return statements
    .of<(string | number)[], Row>(
      `SELECT m.ticket_id AS ticketId, t.number, t.status, m.sending_at AS lastAt, m.reference FROM message m
       JOIN ticket t ON t.id = m.ticket_id
       WHERE m.address = ? AND m.sending_at IS NOT NULL AND m.organization_id = ? AND m.channel <> 'email' AND m.user_id IS NULL
         AND t.organization_id = m.organization_id ORDER BY m.sending_at DESC LIMIT ?`,
    )
    .all(from, organizationId, MOST_OWN);
}

/**
 * Of contacts who were never written to at this number: the index of all words has it in every form it is written in. Of
 * sensitive tickets too: what their contact writes is read there, or nowhere.
 */
function ofContact({ statements }: WriteContext, { organizationId }: Place, from: string): Row[] {
  const forms = phoneForms(digitsOf(from)).map((form) => `"${form}"`);
  return statements
    .of<(string | number)[], Row>(
      `SELECT t.id AS ticketId, t.number, t.status, t.created_at AS lastAt, NULL AS reference
       FROM ticket_text JOIN ticket t ON t.newest = ticket_text.rowid
       WHERE ticket_text MATCH ? AND t.organization_id = ? ORDER BY ticket_text.rowid DESC LIMIT ?`,
    )
    .all(`words : (${forms.join(' OR ')})`, organizationId, MOST_OWN);
}

/** @returns what may be tracking numbers in a text, as they are written */
export function numbersIn(text: string): string[] {
  return [...new Set(text.toUpperCase().match(numbered) ?? [])].slice(0, MOST_NAMED);
}

function named({ statements }: WriteContext, { organizationId }: Place, text: string): Row[] {
  const numbers = numbersIn(text);
  const byNumber = statements.of<[string, string], Row>(
    `SELECT id AS ticketId, number, status, created_at AS lastAt, NULL AS reference FROM ticket
     WHERE number = ? AND organization_id = ? AND sensitive = 0`,
  );
  return numbers.flatMap((number) => byNumber.all(number, organizationId));
}

/**
 * How a ticket stands to a message. A number that its contact had before is a stranger's by now, whatever was once written
 * to it.
 */
function standing(context: WriteContext, { from, at }: ProviderMessage, ticketId: string): Standing {
  const { config, log } = context;
  const { state } = beforeSilence(log.ofTicket(ticketId), config, at);
  if (state === null) return { isOwn: false, isClosed: true, askedAt: null };
  const { country } = messageTermsOf(config.organization(state.organizationId));
  const sinceAt = mayAnswerSince(context, state);
  return {
    // WhatsApp takes every number that text messages reach.
    isOwn: addressOn('whatsapp', state.contact, country) === from,
    isClosed: state.status === 'closed',
    askedAt: sinceAt !== null && sinceAt < at ? sinceAt : null,
  };
}

/** @returns tickets that a message could belong to, each once */
export function candidatesFor(context: WriteContext, place: Place, message: ProviderMessage): Candidate[] {
  const { from, text } = message;
  const heard = written(context, place, from);
  const rows = heard.length > 0 ? heard : ofContact(context, place, from);
  const own = candidates(rows, ({ ticketId }) => standing(context, message, ticketId));
  const others = candidates(named(context, place, text), ({ status }) => ({
    isOwn: false,
    isClosed: status === 'closed',
    askedAt: null,
  }));
  return [...own, ...others.filter((it) => !own.some(({ ticketId }) => ticketId === it.ticketId))];
}
