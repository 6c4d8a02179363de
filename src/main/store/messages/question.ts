import type { MessageState } from '../../../preload/contract/messages.ts';
import type { Instant } from '../../../preload/contract/values.ts';
import { addressOn } from '../../domain/messages/addresses.ts';
import { messageTermsOf } from '../../domain/messages/message-terms.ts';
import type { Config } from '../../domain/config/config.ts';
import type { Question } from '../../domain/messages/confirmation.ts';
import type { TicketState } from '../../domain/ticket/state.ts';
import type { Statements } from '../statements.ts';

type Asked = 'told' | 'maybe' | 'waiting' | 'not';

/** Whether somebody was asked by a message that stands so. */
const asks: Readonly<Record<MessageState, Asked>> = {
  queued: 'waiting',
  claimed: 'waiting',
  retry: 'waiting',
  held: 'waiting',
  sending: 'maybe',
  unknown: 'maybe',
  sent: 'told',
  delivered: 'told',
  read: 'told',
  failed: 'not',
  cancelled: 'not',
  expired: 'not',
  suppressed: 'not',
  simulated: 'not',
};

type Row = { address: string; state: MessageState; sendingAt: Instant | null; sentAt: Instant | null };

type Context = { statements: Statements; config: Config };

/**
 * Messages that ask the contact whether what was resolved last is done, on whichever way; not what went to an address that
 * they have no more: somebody else was asked by that.
 */
function questions({ statements, config }: Context, state: TicketState): Row[] {
  const { id, status, sensitive, resolvedAt, contact, organizationId } = state;
  if (status !== 'resolved' || sensitive || resolvedAt === null) return [];
  const { country } = messageTermsOf(config.organization(organizationId));
  const own = new Set((['whatsapp', 'email'] as const).map((channel) => addressOn(channel, contact, country)));
  const asking = statements
    .of<[string, Instant], Row>(
      `SELECT address, state, sending_at AS sendingAt, sent_at AS sentAt FROM message WHERE ticket_id = ? AND user_id IS NULL
         AND created_at >= ? AND json_extract(wanted, '$.facts.status') = 'resolved'`,
    )
    .all(id, resolvedAt);
  return asking.filter(({ address }) => own.has(address));
}

function earliest(instants: readonly (Instant | null)[]): Instant | null {
  const known = instants.filter((at) => at !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/** What became of the question of a ticket that is resolved: what may have left is not known to have been read. */
export function questionOf(context: Context, state: TicketState): Question {
  const rows = questions(context, state);
  const told = rows.filter((row) => asks[row.state] === 'told');
  const askedAt = earliest(told.map(({ sentAt, sendingAt }) => sentAt ?? sendingAt));
  if (askedAt !== null) return { kind: 'asked', askedAt };
  return rows.some((row) => asks[row.state] !== 'not') ? { kind: 'waiting' } : { kind: 'none' };
}

/** @returns since when the contact may have read the question, epoch ms: what was written before it is no answer */
export function mayAnswerSince(context: Context, state: TicketState): Instant | null {
  const left = questions(context, state).filter((row) => asks[row.state] === 'told' || asks[row.state] === 'maybe');
  return earliest(left.map(({ sendingAt }) => sendingAt));
}
