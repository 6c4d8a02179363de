import type { Channel, Role } from '../../../preload/contract/values.ts';
import { compileCalendar } from '../calendar/compile-calendar.ts';
import type { OpenTime } from '../calendar/open-time.ts';
import type {
  CalendarVersion,
  Config,
  ConfigEntity,
  Organization,
  PolicyVersion,
  RuleVersion,
  Team,
  User,
} from './config.ts';
import type { ChannelConfig, ReaderSettings, TemplateVersion } from './messaging.ts';
import { MessagingSnapshot } from './messaging-snapshot.ts';

type ByOrganization<T> = Map<string, Map<string, T>>;

function put<T>(map: ByOrganization<T>, organizationId: string, key: string, value: T): void {
  const inner = map.get(organizationId) ?? new Map<string, T>();
  inner.set(key, value);
  map.set(organizationId, inner);
}

function copyInto<T>(from: ReadonlyMap<string, T>, to: Map<string, T>): void {
  for (const [key, value] of from) to.set(key, value);
}

function listOf<T>(known: Map<string, T[]>, all: ByOrganization<T>, organizationId: string): readonly T[] {
  const list = known.get(organizationId) ?? [...(all.get(organizationId)?.values() ?? [])];
  known.set(organizationId, list);
  return list;
}

/** Holders of a role in an organization, in the administrator's order; ties by id, so that every desk finds the same one. */
function inOrder(users: Iterable<User>, organizationId: string, role: Role): User[] {
  const ranked: { user: User; order: number }[] = [];
  for (const user of users) {
    const grant = user.grants.find((held) => held.organizationId === organizationId && held.role === role);
    if (grant !== undefined) ranked.push({ user, order: grant.order });
  }
  return ranked.sort((a, b) => a.order - b.order || (a.user.id < b.user.id ? -1 : 1)).map(({ user }) => user);
}

/** Hours are checked where they are written; those of another release may still be beyond this one, and stop no desk. */
function compiled({ hours }: CalendarVersion): OpenTime | null {
  try {
    return compileCalendar(hours);
  } catch {
    return null;
  }
}

/**
 * The configuration as the log gives it: `apply` each entity in the order of the log (`at`, `id`) and the newest wins.
 * Versions of policies, rules and calendars are all kept, since tickets name them.
 */
export class ConfigSnapshot implements Config {
  readonly #organizations = new Map<string, Organization>();
  readonly #teams = new Map<string, Team>();
  readonly #users = new Map<string, User>();
  readonly #policyVersions = new Map<string, PolicyVersion>();
  readonly #ruleVersions = new Map<string, RuleVersion>();
  readonly #calendarVersions = new Map<string, CalendarVersion>();
  /** Null for hours that cannot be understood. */
  readonly #openTimes = new Map<string, OpenTime | null>();
  readonly #teamsOf: ByOrganization<Team> = new Map();
  readonly #policiesOf: ByOrganization<PolicyVersion> = new Map();
  readonly #rulesOf: ByOrganization<RuleVersion> = new Map();
  readonly #calendarsOf: ByOrganization<CalendarVersion> = new Map();
  readonly #messaging = new MessagingSnapshot();
  /** Lists are made once per change of the configuration: ten thousand due tickets read the same one. */
  readonly #lists = {
    teams: new Map<string, Team[]>(),
    policies: new Map<string, PolicyVersion[]>(),
    rules: new Map<string, RuleVersion[]>(),
    calendars: new Map<string, CalendarVersion[]>(),
    holders: new Map<string, User[]>(),
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
        return;
      case 'calendar_published':
        this.#calendarVersions.set(entity.value.id, entity.value);
        this.#openTimes.delete(entity.value.id);
        put(this.#calendarsOf, entity.value.organizationId, entity.value.calendarId, entity.value);
        return;
      case 'template_published':
      case 'channel_saved':
      case 'reader_settings_saved':
        this.#messaging.apply(entity);
        return;
      // Nothing counts by what is only proposed.
      case 'proposal_saved':
      case 'proposal_decided':
    }
  }

  /** @returns a configuration in which these are saved too, in this order; this one stays as it is */
  with(entities: readonly ConfigEntity[]): ConfigSnapshot {
    const copy = new ConfigSnapshot();
    copyInto(this.#organizations, copy.#organizations);
    copyInto(this.#teams, copy.#teams);
    copyInto(this.#users, copy.#users);
    copyInto(this.#policyVersions, copy.#policyVersions);
    copyInto(this.#ruleVersions, copy.#ruleVersions);
    copyInto(this.#calendarVersions, copy.#calendarVersions);
    copyInto(this.#openTimes, copy.#openTimes);
    for (const [id, teams] of this.#teamsOf) copy.#teamsOf.set(id, new Map(teams));
    for (const [id, policies] of this.#policiesOf) copy.#policiesOf.set(id, new Map(policies));
    for (const [id, rules] of this.#rulesOf) copy.#rulesOf.set(id, new Map(rules));
    for (const [id, calendars] of this.#calendarsOf) copy.#calendarsOf.set(id, new Map(calendars));
    this.#messaging.copyInto(copy.#messaging);
    for (const entity of entities) copy.apply(entity);
    return copy;
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

  holders(organizationId: string, role: Role): readonly User[] {
    const key = `${organizationId} ${role}`;
    const list = this.#lists.holders.get(key) ?? inOrder(this.#users.values(), organizationId, role);
    this.#lists.holders.set(key, list);
    return list;
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

  calendarVersion(id: string): CalendarVersion | undefined {
    return this.#calendarVersions.get(id);
  }

  currentCalendars(organizationId: string): readonly CalendarVersion[] {
    return listOf(this.#lists.calendars, this.#calendarsOf, organizationId);
  }

  currentTemplates(organizationId: string): readonly TemplateVersion[] {
    return this.#messaging.currentTemplates(organizationId);
  }

  channel(organizationId: string, channel: Channel): ChannelConfig | undefined {
    return this.#messaging.channel(organizationId, channel);
  }

  readerSettings(userId: string): ReaderSettings | undefined {
    return this.#messaging.readerSettings(userId);
  }

  openTime(calendarVersionId: string): OpenTime | undefined {
    const known = this.#openTimes.get(calendarVersionId);
    if (known !== undefined) return known ?? undefined;
    const version = this.#calendarVersions.get(calendarVersionId);
    if (version === undefined) return undefined;
    const open = compiled(version);
    this.#openTimes.set(calendarVersionId, open);
    return open ?? undefined;
  }
}
