import type { NewEvent } from '../../domain/ticket/events.ts';
import { transact, type Transaction } from '../../domain/ticket/transact.ts';
import type { WriteContext } from '../commands/write-context.ts';
import { recordTransaction, type Recorded } from './record-transaction.ts';

type Decided = Omit<Recorded, 'transaction'> & { decided: readonly NewEvent[] };

/** What was decided of one ticket, and all that follows from it by the rules, recorded. */
export function carryOut(context: WriteContext, { log, before, decided, organizationId }: Decided): Transaction {
  const { nowAt, config, stamp, isHeld, questionOf } = context;
  const transaction = transact(log, decided, { nowAt, config, stamp, isHeld, questionOf });
  recordTransaction(context, { log, before, transaction, organizationId });
  return transaction;
}
