import { failure } from '../../../../preload/contract/result.ts';
import { termsOf } from '../../explanation/explanation-terms.ts';
import { isAssignable } from '../assignable.ts';
import { decided, refusal, type Decision } from '../decision.ts';

type Input = { ofUserId: string | null; ofName: string; question: string };

/**
 * Asks a member of staff, with or without an account, to explain a ticket.
 * @returns NOT_FOUND for a user who does not see the organization; SENSITIVE_NEEDS_CLEARED_HOLDER for somebody who is not
 * cleared, or of whom nobody can know, on a sensitive ticket. Rule: product.md, Explanation requests.
 */
export const askExplanation: Decision<Input> = ({ state }, { ofUserId, ofName, question }, context) => {
  const refused = refusal('ask_explanation', state, context);
  if (refused !== null) return refused;
  const organization = context.config.organization(state.organizationId);
  if (organization === undefined) return failure('NOT_FOUND');
  if (ofUserId === null && ofName === '') return failure('BAD_INPUT', { field: 'ofName' });
  if (ofUserId === null && state.sensitive) return failure('SENSITIVE_NEEDS_CLEARED_HOLDER');
  if (ofUserId === context.actor.id) return failure('BAD_INPUT', { field: 'ofUserId' });
  const asked = isAssignable(state, ofUserId, context.config);
  if (!asked.ok) return asked;
  const name = ofUserId === null ? ofName : (context.config.user(ofUserId)?.displayName ?? ofName);
  const terms = state.sensitive ? null : termsOf(organization, context.config);
  return decided(context, state, { kind: 'explanation_requested', body: { ofUserId, ofName: name, question, terms } });
};
