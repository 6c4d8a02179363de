import { may } from '../../domain/access/access.ts';
import type { TicketEvent } from '../../domain/ticket/events.ts';
import type { Transaction } from '../../domain/ticket/transact.ts';
import type { WriteContext } from '../commands/write-context.ts';
import { enqueueWanted } from '../messages/enqueue-wanted.ts';
import { withdrawTicket } from '../messages/withdraw-ticket.ts';
import type { TicketRow } from '../schema/ticket.ts';
import { ticketRow } from './ticket-row.ts';
import { ticketText, touchesText } from './ticket-text.ts';

export type Recorded = {
  /** All events of the ticket before this transaction. */
  log: readonly TicketEvent[];
  /** Its row before; null for one that has none. */
  before: TicketRow | null;
  transaction: Transaction;
  organizationId: string;
};

/** Whoever may not see the ticket any more keeps no line about it and no text begun on it. */
function purgeWhereUnseen(context: WriteContext, row: TicketRow): void {
  const { organizationId, teamId, assigneeId } = row;
  const ticket = { organizationId, teamId, assigneeId, sensitive: row.sensitive === 1 };
  for (const user of context.config.users()) {
    if (!may(user, 'view_ticket', ticket, context.config)) context.inbox.purge(user.id, row.id);
  }
}

/** Marked sensitive, or handed to another organization. */
function isNewlyHidden(before: TicketRow | null, row: TicketRow): boolean {
  if (before === null) return false;
  return before.organizationId !== row.organizationId || (row.sensitive === 1 && before.sensitive === 0);
}

function removeRow(context: WriteContext, before: TicketRow): void {
  context.tickets.remove(before.newest);
  context.searchIndex.remove(before.newest);
  context.inbox.removeTicket(before.id);
  withdrawTicket(context, before.id, 'gone');
}

function project(context: WriteContext, { log, before, transaction }: Recorded): void {
  const { state, added } = transaction;
  if (before !== null) context.change.touch(before);
  if (state === null) {
    if (before !== null) removeRow(context, before);
    context.counters.count(before, null);
    return;
  }
  const text = before === null || added.some(touchesText) ? ticketText(state, [...log, ...added]) : null;
  const newest = before?.newest ?? context.tickets.freePlace(state.createdAt);
  const row = ticketRow(state, transaction, { newest, textDigest: text?.digest ?? before?.textDigest ?? 0 });
  if (before === null) context.tickets.insert(row);
  else context.tickets.update(before, row);
  if (text !== null && before === null) context.searchIndex.add(newest, text);
  else if (text !== null && text.digest !== before?.textDigest) context.searchIndex.replace(newest, text);
  context.counters.count(before, row);
  context.change.touch(row);
  if (!isNewlyHidden(before, row)) return;
  purgeWhereUnseen(context, row);
  withdrawTicket(context, row.id, row.sensitive === 1 ? 'sensitive' : 'moved');
}

/**
 * Appends what a transaction of the rules added and makes the ticket's row what the fold says: row, counters, search
 * words, inbox. The row is never patched: any order in which events arrive gives the same one.
 */
export function recordTransaction(context: WriteContext, recorded: Recorded): void {
  const { transaction, organizationId } = recorded;
  for (const event of transaction.added) context.log.append(event, event.ticketId, organizationId);
  project(context, recorded);
  for (const notice of transaction.notices) {
    if (context.inbox.add(notice, context.nowAt)) context.change.notices += 1;
  }
  enqueueWanted(context, transaction);
}
