import { failure, type Failure } from '../../../../preload/contract/result.ts';
import { isTheirs } from '../../explanation/explanation-access.ts';
import { decided, refusal, type Decision, type DecisionContext } from '../decision.ts';
import type { TicketState } from '../state.ts';

/** Who may ask may judge the answer; never one's own. */
function unjudgeable(state: TicketState, requestId: string, to: string, context: DecisionContext): Failure | null {
  const refused = refusal('ask_explanation', state, context);
  if (refused !== null) return refused;
  const explanation = state.explanations.find(({ id }) => id === requestId);
  if (explanation === undefined) return failure('NOT_FOUND');
  if (isTheirs(explanation, context.actor.id)) return failure('ACCESS_DENIED');
  return explanation.status === 'answered' ? null : failure('STATUS_NOT_ALLOWED', { from: explanation.status, to });
}

export const acceptExplanation: Decision<{ requestId: string }> = ({ state }, { requestId }, context) =>
  unjudgeable(state, requestId, 'accepted', context) ??
  decided(context, state, { kind: 'explanation_accepted', body: { requestId } });

export const sendBackExplanation: Decision<{ requestId: string; reason: string }> = (
  { state },
  { requestId, reason },
  context,
) =>
  unjudgeable(state, requestId, 'sent_back', context) ??
  decided(context, state, { kind: 'explanation_sent_back', body: { requestId, reason } });
