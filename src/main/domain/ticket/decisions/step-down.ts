import { failure } from '../../../../preload/contract/result.ts';
import { decided, refusal, type Decision } from '../decision.ts';

export const stepDown: Decision<{ reason: string }> = ({ state }, { reason }, context) => {
  const refused = refusal('step_down', state, context);
  if (refused !== null) return refused;
  if (state.escalation.level === 0) return failure('STATUS_NOT_ALLOWED', { from: state.status, to: 'in_progress' });
  return decided(context, state, { kind: 'stepped_down', body: { reason } });
};
