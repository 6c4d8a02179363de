import { failure } from '../../../../preload/contract/result.ts';
import { may } from '../../access/access.ts';
import { isTheirs } from '../../explanation/explanation-access.ts';
import { decided, refusal, type Decision } from '../decision.ts';

type Input = { requestId: string; text: string };

/** An answer, recorded by whoever was asked or owes it by now, or for them by somebody who may ask. */
export const answerExplanation: Decision<Input> = ({ state }, { requestId, text }, context) => {
  const { actor, config } = context;
  const explanation = state.explanations.find(({ id }) => id === requestId);
  if (explanation === undefined || !may(actor, 'view_ticket', state, config)) return failure('NOT_FOUND');
  const refused = isTheirs(explanation, actor.id) ? null : refusal('ask_explanation', state, context);
  if (refused !== null) return refused;
  if (explanation.status === 'accepted')
    return failure('STATUS_NOT_ALLOWED', { from: explanation.status, to: 'answered' });
  return decided(context, state, { kind: 'explanation_answered', body: { requestId, text } });
};
