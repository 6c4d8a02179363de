import { failure } from '../../../../preload/contract/result.ts';
import { statusMoves } from '../../../../preload/contract/status-moves.ts';
import type { Disposition, Status } from '../../../../preload/contract/values.ts';
import { decided, refusal, type Decision } from '../decision.ts';

type Input = { status: Status; reason: string; disposition: Disposition | null };

export const setStatus: Decision<Input> = ({ state }, { status, reason, disposition }, context) => {
  const refused = refusal('work_ticket', state, context);
  if (refused !== null) return refused;
  const moves: readonly string[] = statusMoves[state.status];
  if (!moves.includes(status)) return failure('STATUS_NOT_ALLOWED', { from: state.status, to: status });
  return decided(context, state, { kind: 'status_changed', body: { status, reason, disposition } });
};
