import type { Instant } from '../../../preload/contract/values.ts';
import { may } from '../access/access.ts';
import type { Config, User } from '../config/config.ts';
import { standInFor } from '../escalation/resolve-target.ts';
import type { Explanation, TicketState } from '../ticket/state.ts';

/** `manager`: whose place in the line it is; `owes`: they, or who stands in for them. */
export type InLine = { manager: User; owes: User };

/**
 * Who is next above in the line of an explanation.
 * Passed over: who is not there and has no cover, who may not see the ticket, and whoever asked, who would owe it to
 * themselves. The line of somebody without an account begins with the manager of the ticket's team.
 * @returns null at the end of the line; a line that comes back to somebody has ended
 */
export function nextInLine(
  { line, askedById }: Pick<Explanation, 'line' | 'askedById'>,
  state: TicketState,
  nowAt: Instant,
  config: Config,
): InLine | null {
  const seen = new Set(line);
  const last = line.at(-1);
  const above = (userId: string): string | null => config.user(userId)?.lineManagerId ?? null;
  const ofTeam = (): string | null => (state.teamId === null ? null : (config.team(state.teamId)?.managerId ?? null));
  for (let id = last === undefined ? ofTeam() : above(last); id !== null && !seen.has(id); id = above(id)) {
    seen.add(id);
    const manager = config.user(id);
    if (manager === undefined) return null;
    const owes = standInFor(manager, nowAt, config);
    if (owes === null || owes.id === askedById || (owes.id !== id && seen.has(owes.id))) continue;
    if (may(owes, 'view_ticket', state, config)) return { manager, owes };
  }
  return null;
}
