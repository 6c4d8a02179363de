import { failure } from '../../../../preload/contract/result.ts';
import { statusMoves } from '../../../../preload/contract/status-moves.ts';
import type { Disposition, Status } from '../../../../preload/contract/values.ts';
import { silenceDueAt } from '../../messages/confirmation.ts';
import { decided, refusal, type Decision } from '../decision.ts';

type Input = { status: Status; reason: string; disposition: Disposition | null; thank?: boolean | undefined };

/** Closing thanks the contact unless the person says otherwise; the contact of a sensitive ticket never hears of it. */
export const setStatus: Decision<Input> = ({ state }, { status, reason, disposition, thank = true }, context) => {
  const refused = refusal('work_ticket', state, context);
  if (refused !== null) return refused;
  const moves: readonly string[] = statusMoves[state.status];
  if (!moves.includes(status)) return failure('STATUS_NOT_ALLOWED', { from: state.status, to: status });
  const body = { status, reason, disposition };
  const closing = status === 'closed' ? { thank: thank && !state.sensitive } : {};
  const closesAt = status === 'resolved' ? silenceDueAt(state, context.nowAt, context.config) : null;
  const resolving = closesAt === null ? {} : { closesAt };
  return decided(context, state, { kind: 'status_changed', body: { ...body, ...closing, ...resolving } });
};
