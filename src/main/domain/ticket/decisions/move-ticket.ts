import { failure } from '../../../../preload/contract/result.ts';
import { isAssignable } from '../assignable.ts';
import { decided, refusal, type Decision } from '../decision.ts';

type Input = { organizationId: string; teamId: string | null };

/**
 * Hands a ticket to another organization: somebody who may give it away here and may create tickets there.
 * Its holder keeps it only where they would be given it anew.
 */
export const moveTicket: Decision<Input> = ({ state }, { organizationId, teamId }, context) => {
  const there = { organizationId, teamId, assigneeId: null, sensitive: state.sensitive };
  const refused = refusal('assign_ticket', state, context) ?? refusal('create_ticket', there, context);
  if (refused !== null) return refused;
  if (organizationId === state.organizationId) return failure('BAD_INPUT', { field: 'organizationId' });
  if (teamId !== null && context.config.team(teamId)?.organizationId !== organizationId) return failure('NOT_FOUND');
  const mayKeep = isAssignable(there, state.assigneeId, context.config).ok;
  const body = { organizationId, teamId, assigneeId: mayKeep ? state.assigneeId : null };
  return decided(context, state, { kind: 'moved', body });
};
