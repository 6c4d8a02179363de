import { failure } from '../../../../preload/contract/result.ts';
import { isAssignable } from '../assignable.ts';
import { decided, refusal, type Decision } from '../decision.ts';

type Input = { assigneeId: string | null; teamId?: string | null | undefined };

/** Hands the ticket to a person and, where one is named, a team. Taking it oneself asks for less than giving it away. */
export const assignTicket: Decision<Input> = ({ state }, input, context) => {
  const teamId = input.teamId === undefined ? state.teamId : input.teamId;
  const isTaking = input.assigneeId === context.actor.id && teamId === state.teamId;
  const refused = refusal(isTaking ? 'take_ticket' : 'assign_ticket', state, context);
  if (refused !== null) return refused;
  if (teamId !== null && context.config.team(teamId)?.organizationId !== state.organizationId)
    return failure('NOT_FOUND');
  const assignable = isAssignable(state, input.assigneeId, context.config);
  if (!assignable.ok) return assignable;
  return decided(context, state, { kind: 'assigned', body: { assigneeId: input.assigneeId, teamId } });
};
