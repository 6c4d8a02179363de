import { failure, success } from '../../../preload/contract/result.ts';
import { mayInStore } from '../../domain/access/access.ts';
import { hasReapplyOrder, takeToReapply } from '../projection/reapply-orders.ts';
import { workOffAll } from './work-tickets.ts';
import type { Command } from './write-context.ts';

/** Works off orders to re-apply and nothing else: for whoever published without a desk that runs. */
export const reapplyConfig: Command<'reapply-config'> = ({ limit }, context) => {
  const { db, actor } = context;
  if (actor === null || !mayInStore(actor, 'configure')) return failure('ACCESS_DENIED');
  const asked = takeToReapply(db, limit);
  const { acts } = workOffAll(context, new Map(asked.map(({ ticketId, ...word }) => [ticketId, word])));
  const reapplied = acts.filter(({ event }) => event.kind === 'policy_reapplied').length;
  return success({ reapplied, more: hasReapplyOrder(db) });
};
