import { byPrecedence } from '../../../preload/contract/policy-order.ts';
import type { Config, Organization, PolicyVersion } from '../config/config.ts';
import { conditionsHold, type Matched } from './conditions.ts';
import { systemDefault } from './system-defaults.ts';

/** Active policies, the winner first, by the list that they were taken from: a configuration keeps it while nothing changes. */
const ranked = new WeakMap<readonly PolicyVersion[], readonly PolicyVersion[]>();

function byRank(policies: readonly PolicyVersion[]): readonly PolicyVersion[] {
  const known = ranked.get(policies);
  if (known !== undefined) return known;
  const sorted = policies.filter(({ active }) => active).sort(byPrecedence);
  ranked.set(policies, sorted);
  return sorted;
}

/**
 * The policy that decides a ticket's targets.
 * @returns the most specific active policy of the organization; its policy that names nothing; else the system default
 * Rule: product.md, SLA 1.
 */
export function matchPolicy(ticket: Matched, organization: Organization, config: Config): PolicyVersion {
  const winner = byRank(config.currentPolicies(organization.id)).find(({ match }) => conditionsHold(match, ticket));
  return winner ?? systemDefault(organization.profile, ticket.severity);
}
