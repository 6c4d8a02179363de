import { failure, success } from '../../../preload/contract/result.ts';
import { may } from '../../domain/access/access.ts';
import { explain } from '../../domain/explain/explain.ts';
import { foldTicket } from '../../domain/ticket/fold.ts';
import type { Query } from './read-context.ts';

/**
 * Why a ticket's clocks and levels stand as they do, for whoever may see the ticket. Of a sensitive one nothing is told but
 * that it is excluded, so there is no reading of it to audit.
 */
export const explainTicket: Query<'explain-ticket'> = ({ ticketId }, { viewer, config, log, nowAt }) => {
  const events = log.ofTicket(ticketId);
  const state = foldTicket(events, config);
  // One that may not be seen reads the same as one that is not there.
  if (viewer === null || state === null || !may(viewer, 'view_ticket', state, config)) return failure('NOT_FOUND');
  return success(explain(state, events, config, nowAt));
};
