import type { Config, ConfigEntity, Organization, PolicyVersion, RuleVersion, Team, User } from './config.ts';

type ByOrganization<T> = Map<string, Map<string, T>>;

function put<T>(map: ByOrganization<T>, organizationId: string, key: string, value: T): void {
  const inner = map.get(organizationId) ?? new Map<string, T>();
  inner.set(key, value);
  map.set(organizationId, inner);
}

function listOf<T>(known: Map<string, T[]>, all: ByOrganization<T>, organizationId: string): readonly T[] {
  const list = known.get(organizationId) ?? [...(all.get(organizationId)?.values() ?? [])];
  known.set(organizationId, list);
  return list;
}

/**
 * The configuration as the log gives it: `apply` each entity in the order of the log (`at`, `id`) and the newest wins.
 * Versions of policies and rules are all kept, since tickets name them.
 */
export class ConfigSnapshot implements Config {
  readonly #organizations = new Map<string, Organization>();
  readonly #teams = new Map<string, Team>();
  readonly #users = new Map<string, User>();
  readonly #policyVersions = new Map<string, PolicyVersion>();
  readonly #ruleVersions = new Map<string, RuleVersion>();
  readonly #teamsOf: ByOrganization<Team> = new Map();
  readonly #policiesOf: ByOrganization<PolicyVersion> = new Map();
  readonly #rulesOf: ByOrganization<RuleVersion> = new Map();
  /** Lists are made once per change of the configuration: ten thousand due tickets read the same one. */
  readonly #lists = {
    teams: new Map<string, Team[]>(),
    policies: new Map<string, PolicyVersion[]>(),
    rules: new Map<string, RuleVersion[]>(),
  };

  apply(entity: ConfigEntity): void {
    for (const list of Object.values(this.#lists)) list.clear();
    switch (entity.kind) {
      case 'organization_saved':
        this.#organizations.set(entity.value.id, entity.value);
        return;
      case 'team_saved':
        this.#teams.set(entity.value.id, entity.value);
        put(this.#teamsOf, entity.value.organizationId, entity.value.id, entity.value);
        return;
      case 'user_saved':
        this.#users.set(entity.value.id, entity.value);
        return;
      case 'policy_published':
        this.#policyVersions.set(entity.value.id, entity.value);
        put(this.#policiesOf, entity.value.organizationId, entity.value.policyId, entity.value);
        return;
      case 'rule_published':
        this.#ruleVersions.set(entity.value.id, entity.value);
        put(this.#rulesOf, entity.value.organizationId, entity.value.ruleId, entity.value);
    }
  }

  organization(id: string): Organization | undefined {
    return this.#organizations.get(id);
  }

  organizations(): Iterable<Organization> {
    return this.#organizations.values();
  }

  team(id: string): Team | undefined {
    return this.#teams.get(id);
  }

  user(id: string): User | undefined {
    return this.#users.get(id);
  }

  users(): Iterable<User> {
    return this.#users.values();
  }

  teams(organizationId: string): readonly Team[] {
    return listOf(this.#lists.teams, this.#teamsOf, organizationId);
  }

  policyVersion(id: string): PolicyVersion | undefined {
    return this.#policyVersions.get(id);
  }

  currentPolicies(organizationId: string): readonly PolicyVersion[] {
    return listOf(this.#lists.policies, this.#policiesOf, organizationId);
  }

  currentRules(organizationId: string): readonly RuleVersion[] {
    return listOf(this.#lists.rules, this.#rulesOf, organizationId);
  }

  ruleVersion(id: string): RuleVersion | undefined {
    return this.#ruleVersions.get(id);
  }
}
