import { failure } from '../../../../preload/contract/result.ts';
import { decided, refusal, type Decision } from '../decision.ts';
import { isEnded } from '../status-moves.ts';

/** An administrator lets the policies and calendars of today count for an open ticket. Rule: product.md, SLA 2. */
export const reapplyPolicy: Decision<object> = ({ state }, _input, context) => {
  const refused = refusal('configure', state, context);
  if (refused !== null) return refused;
  if (isEnded(state.status)) return failure('STATUS_NOT_ALLOWED', { from: state.status, to: state.status });
  return decided(context, state, { kind: 'policy_reapplied', body: {} });
};
