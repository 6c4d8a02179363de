import { priorities, severities, ticketKinds } from '../../../../preload/contract/values.ts';
import type { ConfigSnapshot } from '../../config/config-snapshot.ts';
import type { Conditions, Organization, PolicyVersion } from '../../config/config.ts';
import { conditionsHold, type Matched } from '../../sla/conditions.ts';
import { matchPolicy } from '../../sla/policy-match.ts';

/** Stands for every category that no policy names. */
const ANY_OTHER = '';

/** Every sort of ticket that an organization can have, as far as its policies tell them apart, with the policy that decides it. */
export class Winners {
  readonly #all: { ticket: Matched; policy: PolicyVersion }[] = [];

  constructor(organization: Organization, config: ConfigSnapshot) {
    const named = config.currentPolicies(organization.id).map(({ match }) => match.category);
    const ofRules = config.currentRules(organization.id).map(({ conditions }) => conditions.category);
    const categories = new Set([ANY_OTHER, ...[...named, ...ofRules].filter((category) => category !== null)]);
    for (const kind of ticketKinds)
      for (const category of categories)
        for (const severity of severities)
          for (const priority of priorities) {
            const ticket = { kind, category, severity, priority };
            this.#all.push({ ticket, policy: matchPolicy(ticket, organization, config) });
          }
  }

  /** @returns each policy that decides a ticket for which the conditions hold */
  of(conditions: Conditions): Set<PolicyVersion> {
    const fitting = this.#all.filter(({ ticket }) => conditionsHold(conditions, ticket));
    return new Set(fitting.map(({ policy }) => policy));
  }
}
