import type { Config, ConfigEntity, Organization, PolicyVersion, RuleVersion, Team, User } from './config.ts';

type ByOrganization<T> = Map<string, Map<string, T>>;

function put<T>(map: ByOrganization<T>, organizationId: string, key: string, value: T): void {
  const inner = map.get(organizationId) ?? new Map<string, T>();
  inner.set(key, value);
  map.set(organizationId, inner);
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
  readonly #lists = new Map<string, readonly unknown[]>();

  apply(entity: ConfigEntity): void {
    this.#lists.clear();
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
    return this.#list(`teams ${organizationId}`, this.#teamsOf.get(organizationId));
  }

  policyVersion(id: string): PolicyVersion | undefined {
    return this.#policyVersions.get(id);
  }

  currentPolicies(organizationId: string): readonly PolicyVersion[] {
    return this.#list(`policies ${organizationId}`, this.#policiesOf.get(organizationId));
  }

  currentRules(organizationId: string): readonly RuleVersion[] {
    return this.#list(`rules ${organizationId}`, this.#rulesOf.get(organizationId));
  }

  ruleVersion(id: string): RuleVersion | undefined {
    return this.#ruleVersions.get(id);
  }

  /** Lists are made once per change of the configuration: ten thousand due tickets read the same one. */
  #list<T>(key: string, values: Map<string, T> | undefined): readonly T[] {
    const known = this.#lists.get(key);
    if (known !== undefined) return known as readonly T[];
    const list = [...(values?.values() ?? [])];
    this.#lists.set(key, list);
    return list;
  }
}
