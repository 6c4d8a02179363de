import type { Config, Organization, PolicyVersion } from '../config/config.ts';
import { conditionFields, conditionsHold, type Matched } from './conditions.ts';
import { systemDefault } from './system-defaults.ts';

/** How specific a policy is: first by how many fields it names, then by which, left strongest. */
function specificity(version: PolicyVersion): number {
  const named = conditionFields.map((field) => version.match[field] !== null);
  const count = named.filter(Boolean).length;
  const order = named.reduce((bits, isNamed) => bits * 2 + (isNamed ? 1 : 0), 0);
  return count * 16 + order;
}

/** Winner first; ties by newest publication, then by id so that every desk decides alike. */
function byPrecedence(a: PolicyVersion, b: PolicyVersion): number {
  return specificity(b) - specificity(a) || b.publishedAt - a.publishedAt || (a.id < b.id ? -1 : 1);
}

/**
 * The policy that decides a ticket's targets.
 * @returns the most specific active policy of the organization; its policy that names nothing; else the system default
 * Rule: product.md, SLA 1.
 */
export function matchPolicy(ticket: Matched, organization: Organization, config: Config): PolicyVersion {
  const [winner] = config
    .currentPolicies(organization.id)
    .filter((version) => version.active && conditionsHold(version.match, ticket))
    .sort(byPrecedence);
  return winner ?? systemDefault(organization.profile, ticket.severity);
}
