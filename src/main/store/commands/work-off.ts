import { success } from '../../../preload/contract/result.ts';
import { transact } from '../../domain/ticket/transact.ts';
import { recordTransaction } from '../projection/record-transaction.ts';
import { askToPlanAgain, AWAITING, nextInstantOf, toPlanAgain } from '../projection/planned.ts';
import type { Command, WriteContext } from './write-context.ts';

/** @returns events added */
function workOffTicket(context: WriteContext, ticketId: string): number {
  const { config, nowAt, stamp } = context;
  const log = context.log.ofTicket(ticketId);
  const before = context.tickets.byId(ticketId);
  if (before === null) return 0;
  const transaction = transact(log, [], { nowAt, config, stamp });
  recordTransaction(context, { log, before, transaction, organizationId: before.organizationId });
  return transaction.added.length;
}

/**
 * What is due, oldest first: a crash midway must not starve early breaches. What only has to be planned again comes
 * after, with the room that is left.
 */
export const workOff: Command<'work-off'> = ({ limit, awaiting }, context) => {
  const { db, nowAt } = context;
  if (awaiting) askToPlanAgain(db, AWAITING);
  const due = db
    .prepare<[number, number], string>('SELECT id FROM ticket WHERE next_at <= ? ORDER BY next_at LIMIT ?')
    .pluck()
    .all(nowAt, limit);
  const again = due.length < limit ? toPlanAgain(db, limit - due.length) : [];
  const tickets = new Set([...due, ...again]);
  let added = 0;
  for (const ticketId of tickets) added += workOffTicket(context, ticketId);
  const nextAt = nextInstantOf(db, nowAt);
  return success({ worked: tickets.size, added, more: nextAt !== null && nextAt <= nowAt, nextAt });
};
