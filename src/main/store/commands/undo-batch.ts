import { failure, success } from '../../../preload/contract/result.ts';
import { mayInStore } from '../../domain/access/access.ts';
import type { NewEvent } from '../../domain/ticket/events.ts';
import { transact } from '../../domain/ticket/transact.ts';
import { recordTransaction } from '../projection/record-transaction.ts';
import type { Command, WriteContext } from './write-context.ts';

/** A void of the creation: the row goes, the events stay in the log. */
function undoTicket(context: WriteContext, ticketId: string): void {
  const { nowAt, actorId, config, stamp, questionOf, newId } = context;
  const log = context.log.ofTicket(ticketId);
  const before = context.tickets.byId(ticketId);
  const created = log.find(({ kind }) => kind === 'ticket_created');
  if (created === undefined || before === null) return;
  const voided: NewEvent = {
    id: newId(),
    ticketId,
    occurredAt: nowAt,
    actorId,
    kind: 'voided',
    body: { eventId: created.id },
  };
  const transaction = transact(log, [voided], { nowAt, config, stamp, questionOf });
  recordTransaction(context, { log, before, transaction, organizationId: before.organizationId });
}

/** Takes an import back, a part at a time so that the desk stays responsive. */
export const undoBatch: Command<'undo-batch'> = ({ batchId, limit }, context) => {
  const { db, nowAt, actorId, actor } = context;
  if (actorId !== null && (actor === null || !mayInStore(actor, 'import_tickets'))) return failure('ACCESS_DENIED');
  const batch = db.prepare('SELECT 1 FROM import_batch WHERE id = ? AND undone_at IS NULL').get(batchId);
  if (batch === undefined) return failure('NOTHING_TO_UNDO');
  const ticketIds = db
    .prepare<[string, number], string>('SELECT id FROM ticket WHERE batch_id = ? LIMIT ?')
    .pluck()
    .all(batchId, limit);
  for (const ticketId of ticketIds) undoTicket(context, ticketId);
  const remaining = db.prepare<[string], number>('SELECT count(*) FROM ticket WHERE batch_id = ?').pluck().get(batchId);
  if (remaining === 0) {
    db.prepare('UPDATE import_batch SET undone_at = ? WHERE id = ?').run(nowAt, batchId);
    context.audit.append(nowAt, actorId, 'import_undone', batchId);
  }
  return success({ undone: ticketIds.length, remaining: remaining ?? 0 });
};
