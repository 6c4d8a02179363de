import type { CreateTicketInput } from '../../../../preload/contract/tickets.ts';
import { failure, success, type Result } from '../../../../preload/contract/result.ts';
import { isAssignable } from '../assignable.ts';
import { by, refusal, type DecisionContext } from '../decision.ts';
import type { NewEvent } from '../events.ts';

/**
 * A new ticket. `nextNumber` is called only when it will be made, so that a refusal leaves no gap in the numbers.
 */
export function createTicket(
  input: CreateTicketInput,
  context: DecisionContext,
  nextNumber: () => string,
): Result<readonly NewEvent[]> {
  const { organizationId, teamId, assigneeId, sensitive, ...fields } = input;
  const refused = refusal('create_ticket', { organizationId, teamId, assigneeId, sensitive: false }, context);
  if (refused !== null) return refused;
  if (teamId !== null && context.config.team(teamId)?.organizationId !== organizationId) return failure('NOT_FOUND');
  const assignable = isAssignable({ organizationId, sensitive }, assigneeId, context.config);
  if (!assignable.ok) return assignable;

  const ticketId = context.newId();
  const body = {
    ...fields,
    number: nextNumber(),
    organizationId,
    teamId,
    assigneeId,
    sensitive,
    batchId: null,
    historyUntil: null,
  };
  return success([by(context, ticketId, { kind: 'ticket_created', body })]);
}
