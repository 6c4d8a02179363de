import type { Instant } from '../../../preload/contract/values.ts';
import type { Config, RuleTarget, User } from '../config/config.ts';
import type { TicketState } from '../ticket/state.ts';

function isAway(user: User, nowAt: Instant): boolean {
  const away = user.outOfOffice;
  return away !== null && away.fromAt <= nowAt && nowAt < away.untilAt;
}

function isAvailable(user: User, nowAt: Instant): boolean {
  return user.active && !isAway(user, nowAt);
}

/**
 * The user, or whom they named for their absence, or whom that one named.
 * @returns null when nobody of them is there; covers that point at each other end in nobody
 */
export function standInFor(user: User, nowAt: Instant, config: Config): User | null {
  const seen = new Set<string>();
  let current: User | undefined = user;
  while (current !== undefined && !seen.has(current.id)) {
    if (isAvailable(current, nowAt)) return current;
    seen.add(current.id);
    const coverId: string | null = isAway(current, nowAt) ? (current.outOfOffice?.coverUserId ?? null) : null;
    current = coverId === null ? undefined : config.user(coverId);
  }
  return null;
}

/** What a target is read against: the ticket's, or one that there might be. */
export type TargetPlace = Pick<TicketState, 'organizationId' | 'teamId'>;

/** Who holds a target, there or not, in the order in which they are asked. */
export function holdersOf(target: RuleTarget, place: TargetPlace, config: Config): readonly User[] {
  switch (target.kind) {
    case 'team_manager': {
      const managerId = place.teamId === null ? null : (config.team(place.teamId)?.managerId ?? null);
      const manager = managerId === null ? undefined : config.user(managerId);
      return manager === undefined ? [] : [manager];
    }
    case 'user': {
      const user = config.user(target.userId);
      return user === undefined ? [] : [user];
    }
    case 'role':
      return config.holders(place.organizationId, target.role);
    // A target of a later release: nobody here, and shown as such.
    default:
      return [];
  }
}

/**
 * The person that a rule's target names at this moment.
 * @returns the first available holder in the administrator's order, then the first of their covers; null when nobody is there
 * Rule: product.md, Escalation 1.
 */
export function resolveTarget(target: RuleTarget, place: TargetPlace, nowAt: Instant, config: Config): User | null {
  const people = holdersOf(target, place, config);
  const there = people.find((user) => isAvailable(user, nowAt));
  if (there !== undefined) return there;
  for (const user of people) {
    const cover = standInFor(user, nowAt, config);
    if (cover !== null) return cover;
  }
  return null;
}
