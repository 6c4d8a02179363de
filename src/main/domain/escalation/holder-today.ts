import type { RuleHolder } from '../../../preload/contract/escalation.ts';
import type { Instant } from '../../../preload/contract/values.ts';
import type { Config, RuleVersion } from '../config/config.ts';
import { vacancyOf } from '../explain/vacancy.ts';
import { holdersOf, resolveTarget, standInFor, type TargetPlace } from './resolve-target.ts';

function holderAt({ target }: RuleVersion, place: TargetPlace, nowAt: Instant, config: Config): RuleHolder {
  const { teamId } = place;
  const user = resolveTarget(target, place, nowAt, config);
  if (user === null)
    return { teamId, userId: null, standsInForId: null, vacancy: vacancyOf(target, place, nowAt, config) };
  const holders = holdersOf(target, place, config);
  const isOwn = holders.some(({ id }) => id === user.id);
  const covered = isOwn ? undefined : holders.find((holder) => standInFor(holder, nowAt, config)?.id === user.id);
  return { teamId, userId: user.id, standsInForId: covered?.id ?? null, vacancy: null };
}

/**
 * Whom a rule would escalate to at this moment, cover included, before any ticket is named.
 * @param nowAt  epoch ms
 * @returns one, or one per team where it is the manager of the ticket's team
 * Rule: product.md, Escalation 1.
 */
export function holdersToday(rule: RuleVersion, nowAt: Instant, config: Config): RuleHolder[] {
  const { organizationId, target } = rule;
  if (target.kind !== 'team_manager') return [holderAt(rule, { organizationId, teamId: null }, nowAt, config)];
  return config
    .teams(organizationId)
    .map(({ id: teamId }) => holderAt(rule, { organizationId, teamId }, nowAt, config));
}
