import { failure } from '../../../../preload/contract/result.ts';
import type { Instant } from '../../../../preload/contract/values.ts';
import { decided, refusal, type Decision } from '../decision.ts';

/** Whoever holds an escalated ticket stops the next level until a set time. Rule: product.md, Escalation 6. */
export const acknowledge: Decision<{ untilAt: Instant }> = ({ state }, { untilAt }, context) => {
  const refused = refusal('acknowledge', state, context);
  if (refused !== null) return refused;
  if (state.escalation.level === 0) return failure('STATUS_NOT_ALLOWED', { from: state.status, to: 'acknowledged' });
  if (untilAt <= context.nowAt) return failure('BAD_INPUT', { field: 'untilAt' });
  return decided(context, state, { kind: 'acknowledged', body: { untilAt } });
};
