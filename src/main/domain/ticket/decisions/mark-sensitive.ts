import { isClearedFor } from '../../access/access.ts';
import { decided, refusal, type Decision } from '../decision.ts';

/** Anybody who sees a ticket may mark it; an assignee without clearance loses it. Rule: product.md, SLA 10. */
export const markSensitive: Decision<object> = ({ state }, _input, context) => {
  const refused = refusal('mark_sensitive', state, context);
  if (refused !== null) return refused;
  const assignee = state.assigneeId === null ? undefined : context.config.user(state.assigneeId);
  const mayKeep = assignee !== undefined && isClearedFor(assignee, state.organizationId);
  const marked = { kind: 'marked_sensitive', body: {} } as const;
  if (state.assigneeId === null || mayKeep) return decided(context, state, marked);
  return decided(context, state, marked, { kind: 'assigned', body: { assigneeId: null, teamId: state.teamId } });
};
