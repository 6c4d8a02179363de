import { failure, success, type ErrorCode, type Failure } from '../../../preload/contract/result.ts';
import { mayInStore } from '../../domain/access/access.ts';
import type { NewEvent } from '../../domain/ticket/events.ts';
import { transact } from '../../domain/ticket/transact.ts';
import { recordTransaction } from '../projection/record-transaction.ts';
import type { ImportBatch } from './command-map.ts';
import type { Command, WriteContext } from './write-context.ts';

function refusal({ organizationId }: ImportBatch, { actorId, actor, config }: WriteContext): Failure | null {
  if (actorId !== null && (actor === null || !mayInStore(actor, 'import_tickets'))) return failure('ACCESS_DENIED');
  return config.organization(organizationId) === undefined ? failure('NOT_FOUND', { what: 'organization' }) : null;
}

function noteBatch({ db, nowAt, actorId }: WriteContext, batch: ImportBatch, imported: number): void {
  db.prepare(
    `INSERT INTO import_batch (id, organization_id, file_name, made_at, made_by, tickets) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET tickets = tickets + excluded.tickets`,
  ).run(batch.id, batch.organizationId, batch.fileName, nowAt, actorId, imported);
}

/** @returns why this ticket alone stays out, or null when it is in */
function importTicket(
  context: WriteContext,
  batch: ImportBatch,
  events: readonly NewEvent[],
  wasAwake: boolean,
): ErrorCode | null {
  const [created, ...rest] = events;
  if (created?.kind !== 'ticket_created') return 'BAD_INPUT';
  const { body } = created;
  if (body.organizationId !== batch.organizationId || body.batchId !== batch.id) return 'BAD_INPUT';
  if (body.number !== '' && context.tickets.hasNumber(body.number)) return 'DUPLICATE_NAME';
  if (context.log.hasStream(created.ticketId)) return 'DUPLICATE_NAME';
  const numbered: NewEvent = {
    ...created,
    body: { ...body, number: body.number === '' ? context.nextNumber() : body.number },
  };
  const { nowAt, config, stamp } = context;
  const transaction = transact([], [numbered, ...rest], { nowAt, config, stamp, wasAwake });
  recordTransaction(context, { log: [], before: null, transaction, organizationId: batch.organizationId });
  return null;
}

/** Rows of a file as tickets with their own past, many in one transaction. */
export const importBatch: Command<'import-batch'> = ({ batch, tickets, wasAwake = false }, context) => {
  const refused = refusal(batch, context);
  if (refused !== null) return refused;
  const left: { index: number; code: ErrorCode }[] = [];
  tickets.forEach((events, index) => {
    const code = importTicket(context, batch, events, wasAwake);
    if (code !== null) left.push({ index, code });
  });
  const imported = tickets.length - left.length;
  noteBatch(context, batch, imported);
  context.audit.append(context.nowAt, context.actorId, 'imported', batch.id);
  return success({ imported, refused: left });
};
