import { priorities, severities, ticketKinds } from '../../../../preload/contract/values.ts';
import type { ConfigSnapshot } from '../../config/config-snapshot.ts';
import type { Conditions, Organization, PolicyVersion } from '../../config/config.ts';
import { conditionsHold, type Matched } from '../../sla/conditions.ts';
import { matchPolicy } from '../../sla/policy-match.ts';

/** Stands for every category that nothing names. */
const ANY_OTHER = '';

/** Those of `all` that something names, and one that stands for the rest. */
function toldApart<T>(all: readonly T[], named: readonly (T | null)[]): T[] {
  const apart = all.filter((value) => named.includes(value));
  const other = all.find((value) => !apart.includes(value));
  return other === undefined ? apart : [...apart, other];
}

/**
 * Every sort of ticket that an organization can have, as far as its policies and rules tell them apart, with the policy that
 * decides it. Made when it is first asked for.
 */
export class Winners {
  readonly #organization: Organization;
  readonly #config: ConfigSnapshot;
  #all: { ticket: Matched; policy: PolicyVersion }[] | null = null;

  constructor(organization: Organization, config: ConfigSnapshot) {
    this.#organization = organization;
    this.#config = config;
  }

  /** @returns each policy that decides a ticket for which the conditions hold */
  of(conditions: Conditions): Set<PolicyVersion> {
    this.#all ??= this.#make();
    const fitting = this.#all.filter(({ ticket }) => conditionsHold(conditions, ticket));
    return new Set(fitting.map(({ policy }) => policy));
  }

  #make(): { ticket: Matched; policy: PolicyVersion }[] {
    const [organization, config] = [this.#organization, this.#config];
    const named = [
      ...config.currentPolicies(organization.id).flatMap(({ active, match }) => (active ? [match] : [])),
      ...config.currentRules(organization.id).flatMap(({ active, conditions }) => (active ? [conditions] : [])),
    ];
    const categories = new Set([ANY_OTHER, ...named.flatMap(({ category }) => category ?? [])]);
    const all: { ticket: Matched; policy: PolicyVersion }[] = [];
    for (const kind of toldApart(
      ticketKinds,
      named.map((one) => one.kind),
    ))
      for (const category of categories)
        // The product's own defaults go by severity.
        for (const severity of severities)
          for (const priority of toldApart(
            priorities,
            named.map((one) => one.priority),
          )) {
            const ticket = { kind, category, severity, priority };
            all.push({ ticket, policy: matchPolicy(ticket, organization, config) });
          }
    return all;
  }
}
