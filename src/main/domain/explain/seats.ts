import type { TellingStanding } from '../../../preload/contract/explain-tellings.ts';
import { may } from '../access/access.ts';
import type { Config } from '../config/config.ts';
import type { TicketState } from '../ticket/state.ts';

export type Seat = Extract<TellingStanding, { kind: 'nobody' }>['seats'][number];

function standingOf(userId: string, state: TicketState, config: Config): Seat['standing'] {
  const user = config.user(userId);
  if (user === undefined) return 'unknown';
  if (!user.active) return 'inactive';
  return may(user, 'view_ticket', state, config) ? 'reached' : 'may_not_see';
}

/** @param userId  null for a seat that nobody has */
export function seatOf(seat: Seat['seat'], userId: string | null, state: TicketState, config: Config): Seat {
  return { seat, userId, standing: userId === null ? 'empty' : standingOf(userId, state, config) };
}

/** Where a warning or reminder looks for somebody, by today's configuration. Rule: product.md, SLA 7 and 8. */
export function seatsOf(state: TicketState, config: Config): Seat[] {
  const team = state.teamId === null ? undefined : config.team(state.teamId);
  const manager: Seat =
    state.teamId === null
      ? { seat: 'team_manager', userId: null, standing: 'no_team' }
      : seatOf('team_manager', team?.managerId ?? null, state, config);
  return [seatOf('assignee', state.assigneeId, state, config), manager];
}
