import { failure } from '../../../../preload/contract/result.ts';
import type { Config, RuleTarget } from '../../config/config.ts';
import { resolveTarget } from '../../escalation/resolve-target.ts';
import { conditionsHold } from '../../sla/conditions.ts';
import { policyVersionOf } from '../../sla/system-defaults.ts';
import { decided, refusal, type Decision } from '../decision.ts';
import type { TicketState } from '../state.ts';
import { isEnded } from '../status-moves.ts';

/** The next level and whom it names: the organization's rules where there is one above, else the team's manager. */
function nextLevels(state: TicketState, config: Config): { level: number; target: RuleTarget }[] {
  const policy = state.policyVersionId === null ? undefined : policyVersionOf(config, state.policyVersionId);
  const highest = policy?.highestLevel ?? Infinity;
  const levels = config
    .currentRules(state.organizationId)
    .filter((rule) => rule.active && rule.level > state.escalation.level && conditionsHold(rule.conditions, state))
    .map(({ level, target }) => ({ level, target }))
    .sort((a, b) => a.level - b.level);
  const named =
    levels.length > 0 ? levels : [{ level: state.escalation.level + 1, target: { kind: 'team_manager' } as const }];
  return named.filter(({ level }) => level <= highest);
}

/**
 * Escalation by a person, to the lowest level above the ticket's whose target is somebody other than who holds it.
 * @returns TARGET_NOBODY when there is no such person. Rule: product.md, Escalation 1 and 3.
 */
export const escalateByHand: Decision<{ reason: string }> = ({ state }, { reason }, context) => {
  const refused = refusal('escalate_by_hand', state, context);
  if (refused !== null) return refused;
  if (isEnded(state.status) || state.sensitive)
    return failure('STATUS_NOT_ALLOWED', { from: state.status, to: 'escalated' });
  for (const { level, target } of nextLevels(state, context.config)) {
    const user = resolveTarget(target, state, context.nowAt, context.config);
    if (user === null || user.id === state.assigneeId) continue;
    return decided(context, state, {
      kind: 'escalated',
      body: {
        clockId: state.cycle.id,
        level,
        ruleVersionId: null,
        trigger: 'by_hand',
        targetUserId: user.id,
        formerAssigneeId: state.assigneeId,
        reason,
        noticedAt: context.nowAt,
      },
    });
  }
  return failure('TARGET_NOBODY');
};
