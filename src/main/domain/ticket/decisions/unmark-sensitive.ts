import { failure } from '../../../../preload/contract/result.ts';
import { decided, refusal, type Decision } from '../decision.ts';

/** Needs clearance, which the access check asks for on every sensitive ticket; its clocks start anew. */
export const unmarkSensitive: Decision<{ reason: string }> = ({ state }, { reason }, context) => {
  const refused = refusal('unmark_sensitive', state, context);
  if (refused !== null) return refused;
  if (!state.sensitive) return failure('BAD_INPUT', { field: 'sensitive' });
  return decided(context, state, { kind: 'unmarked_sensitive', body: { reason } });
};
