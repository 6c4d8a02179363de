import { may } from '../access/access.ts';
import type { Config } from '../config/config.ts';
import type { TicketState } from '../ticket/state.ts';

/** @returns those of `userIds` who can be told of a ticket, each once: active users who may see it */
export function reachable(userIds: readonly (string | null)[], state: TicketState, config: Config): string[] {
  const ids = new Set<string>();
  for (const id of userIds) {
    const user = id === null ? undefined : config.user(id);
    if (user !== undefined && may(user, 'view_ticket', state, config)) ids.add(user.id);
  }
  return [...ids];
}

export function managerOf(state: TicketState, config: Config): string | null {
  return state.teamId === null ? null : (config.team(state.teamId)?.managerId ?? null);
}

/** A warning goes to the assignee and the team's manager. Rule: product.md, SLA 7. */
export function warnedOf(state: TicketState, config: Config): string[] {
  return reachable([state.assigneeId, managerOf(state, config)], state, config);
}

/** A reminder goes to the assignee, else to the team's manager. Rule: product.md, SLA 8. */
export function remindedOf(state: TicketState, config: Config): string[] {
  return reachable([state.assigneeId, managerOf(state, config)], state, config).slice(0, 1);
}
