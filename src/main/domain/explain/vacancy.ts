import type { Vacancy } from '../../../preload/contract/explain-rules.ts';
import type { Instant } from '../../../preload/contract/values.ts';
import type { Config, RuleTarget } from '../config/config.ts';
import { resolveTarget, type TargetPlace } from '../escalation/resolve-target.ts';

type Seats = { userIds: readonly string[]; emptyBecause: Vacancy['why'] };

function seatsOf(target: RuleTarget, state: TargetPlace, config: Config): Seats {
  switch (target.kind) {
    case 'team_manager': {
      const managerId = state.teamId === null ? null : (config.team(state.teamId)?.managerId ?? null);
      const emptyBecause = state.teamId === null ? 'no_team' : 'no_manager';
      return { userIds: managerId === null ? [] : [managerId], emptyBecause };
    }
    case 'role': {
      const userIds = config.holders(state.organizationId, target.role).map(({ id }) => id);
      return { userIds, emptyBecause: 'nobody_has_role' };
    }
    case 'user':
      return { userIds: [target.userId], emptyBecause: 'nobody_available' };
    default:
      return { userIds: [], emptyBecause: 'unknown_target' };
  }
}

function whyNotThere(userId: string, nowAt: Instant, config: Config): Vacancy['people'][number] {
  const user = config.user(userId);
  if (user === undefined) return { userId, standing: 'unknown', awayUntil: null, coverUserId: null };
  const away = user.outOfOffice;
  const isAway = away !== null && away.fromAt <= nowAt && nowAt < away.untilAt;
  if (!user.active || !isAway) return { userId, standing: 'inactive', awayUntil: null, coverUserId: null };
  return { userId, standing: 'away', awayUntil: away.untilAt, coverUserId: away.coverUserId };
}

/**
 * Why nobody holds a target.
 * @param nowAt  at which moment, epoch ms
 * @returns null when somebody does
 * Rule: product.md, Escalation 1: the first available holder, then their cover.
 */
export function vacancyOf(target: RuleTarget, state: TargetPlace, nowAt: Instant, config: Config): Vacancy | null {
  if (resolveTarget(target, state, nowAt, config) !== null) return null;
  const { userIds, emptyBecause } = seatsOf(target, state, config);
  if (userIds.length === 0) return { why: emptyBecause, people: [] };
  return { why: 'nobody_available', people: userIds.map((userId) => whyNotThere(userId, nowAt, config)) };
}
