import { failure } from '../../../../preload/contract/result.ts';
import { decided, refusal, type Decision } from '../decision.ts';

/**
 * Closes a ticket as a duplicate of another, which lives on.
 * @returns BAD_INPUT for itself, one that is a duplicate in turn, or one of another organization. The link would tell
 * everybody who sees this ticket of a sensitive one, so only a sensitive ticket is merged into such.
 */
export const mergeTicket: Decision<{ intoTicketId: string }> = ({ state }, { intoTicketId }, context) => {
  const refused = refusal('work_ticket', state, context);
  if (refused !== null) return refused;
  const into = context.otherTicket(intoTicketId);
  if (into === null) return failure('NOT_FOUND');
  const unseen = refusal('work_ticket', into, context);
  if (unseen !== null) return unseen;
  const isOneOfItsOwn = into.id === state.id || into.mergedInto !== null;
  if (isOneOfItsOwn || into.organizationId !== state.organizationId || (into.sensitive && !state.sensitive))
    return failure('BAD_INPUT', { field: 'intoTicketId' });
  if (state.status === 'closed') return failure('STATUS_NOT_ALLOWED', { from: state.status, to: 'closed' });
  return decided(context, state, { kind: 'merged', body: { intoTicketId, intoNumber: into.number } });
};
