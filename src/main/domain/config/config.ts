import type {
  DeskLanguage,
  Instant,
  Priority,
  Profile,
  Role,
  Severity,
  Target,
  TicketKind,
  Status,
} from '../../../preload/contract/values.ts';

/** A municipality or hospital; the unit of sight, policies and rules. `timezone` is an IANA name. */
export type Organization = {
  id: string;
  name: string;
  profile: Profile;
  timezone: string;
  categories: readonly string[];
};

export type Team = {
  id: string;
  organizationId: string;
  name: string;
  managerId: string | null;
  memberIds: readonly string[];
};

/** `order`: the administrator's order among the holders of one role; the lowest available holder is the target. */
export type RoleGrant = { organizationId: string; role: Role; order: number };

export type User = {
  id: string;
  /** Signs in with it; unique in the store, compared without case. */
  userName: string;
  displayName: string;
  language: DeskLanguage;
  active: boolean;
  /** Configures the whole store; the only role that is not bound to an organization. */
  administrator: boolean;
  grants: readonly RoleGrant[];
  /** Organizations whose sensitive tickets this user may see. */
  clearedFor: readonly string[];
  lineManagerId: string | null;
  outOfOffice: { fromAt: Instant; untilAt: Instant; coverUserId: string | null } | null;
};

export type TargetSeconds = { [T in Target]: number | null };

/** Which tickets a policy or rule names; null = any. */
export type Conditions = {
  kind: TicketKind | null;
  category: string | null;
  severity: Severity | null;
  priority: Priority | null;
};

/** One published version, never changed afterwards: a ticket keeps `id`, so its deadlines can always be derived again. */
export type PolicyVersion = {
  /** Id of the event that published it. */
  id: string;
  /** The same through all versions of one policy. */
  policyId: string;
  organizationId: string;
  name: string;
  active: boolean;
  match: Conditions;
  /** Null: open 24×7. */
  calendarId: string | null;
  /** Open seconds per target; null: that target does not run. */
  targetSeconds: TargetSeconds;
  pauseStatuses: readonly Status[];
  pausesAffect: readonly Target[];
  warnPercent: number;
  remindersBeforeSeconds: readonly number[];
  /** No escalation goes past it; null: no limit. */
  highestLevel: number | null;
  reopening: 'resume' | 'new_cycle';
  /** A person's first move out of `open` answers the response target too. */
  firstMoveIsResponse: boolean;
  publishedAt: Instant;
};

export type RuleTrigger =
  | { kind: 'resolution_breach' | 'response_breach' | 'reminder'; hours: number; elapsed: boolean }
  | { kind: 'creation' };

export type RuleTarget = { kind: 'team_manager' } | { kind: 'role'; role: Role } | { kind: 'user'; userId: string };

/** One published version of an escalation rule. */
export type RuleVersion = {
  id: string;
  ruleId: string;
  organizationId: string;
  /** 1, 2, 3 … */
  level: number;
  trigger: RuleTrigger;
  target: RuleTarget;
  conditions: Conditions;
  active: boolean;
  publishedAt: Instant;
};

/** What the rules read of the configuration; a snapshot that does not change under a decision. */
export type Config = {
  organization(id: string): Organization | undefined;
  team(id: string): Team | undefined;
  user(id: string): User | undefined;
  users(): Iterable<User>;
  teams(organizationId: string): readonly Team[];
  policyVersion(id: string): PolicyVersion | undefined;
  /** The newest version of each policy of the organization, active or not. */
  currentPolicies(organizationId: string): readonly PolicyVersion[];
  /** The newest version of each rule of the organization, active or not. */
  currentRules(organizationId: string): readonly RuleVersion[];
  ruleVersion(id: string): RuleVersion | undefined;
};

/** Configuration travels as events of the same log; each carries the whole new value. */
export type ConfigEntity =
  | { kind: 'organization_saved'; value: Organization }
  | { kind: 'team_saved'; value: Team }
  | { kind: 'user_saved'; value: User }
  | { kind: 'policy_published'; value: PolicyVersion }
  | { kind: 'rule_published'; value: RuleVersion };
