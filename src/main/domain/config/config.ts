import type {
  Channel,
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
import type { BusinessHours, LocalDate } from '../calendar/business-hours.ts';
import type { OpenTime } from '../calendar/open-time.ts';
import type { ChannelConfig, MessageTerms, ReaderSettings, TemplateVersion } from './messaging.ts';
import type { MessagingEntity } from './messaging-snapshot.ts';
import type { Proposal, ProposalDecision } from './proposal.ts';

/**
 * How explanations are asked for in an organization. Hours are elapsed hours, unless a calendar is named for them.
 * Rule: product.md, Explanation requests; seed B's explanation configuration.
 */
export type ExplanationTerms = {
  responseHours: number;
  /** Null: no reminder. */
  reminderHoursBefore: number | null;
  /** Whether an overdue request climbs to the line manager. */
  escalate: boolean;
  /** 0: at once when overdue. */
  escalationHoursOverdue: number;
  maxLevels: number;
  calendarId: string | null;
};

/** A municipality or hospital; the unit of sight, policies and rules. `timezone` is an IANA name. */
export type Organization = {
  id: string;
  name: string;
  profile: Profile;
  timezone: string;
  categories: readonly string[];
  /** What is left out has the product's default. */
  explanation?: Partial<ExplanationTerms>;
  /** The same. */
  messages?: Partial<MessageTerms>;
  /** Publishing makes a proposal, which another person approves. */
  secondApprover?: boolean;
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

/** One published version of a calendar: tickets pin it with their policy, so an edit changes nothing of the past. */
export type CalendarVersion = {
  /** Id of the event that published it. */
  id: string;
  /** The same through all versions of one calendar; what policies name. */
  calendarId: string;
  organizationId: string;
  name: string;
  active: boolean;
  publishedAt: Instant;
  hours: BusinessHours;
  /** What the holidays of `hours` are called, as far as they have a name. */
  holidayNames: Readonly<Record<LocalDate, string>>;
  /** ISO 3166 code of the country whose holidays were taken over; null for none. */
  country: string | null;
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
  /** Holders of a role in an organization, in the administrator's order. */
  holders(organizationId: string, role: Role): readonly User[];
  teams(organizationId: string): readonly Team[];
  policyVersion(id: string): PolicyVersion | undefined;
  /** The newest version of each policy of the organization, active or not. */
  currentPolicies(organizationId: string): readonly PolicyVersion[];
  /** The newest version of each rule of the organization, active or not. */
  currentRules(organizationId: string): readonly RuleVersion[];
  ruleVersion(id: string): RuleVersion | undefined;
  calendarVersion(id: string): CalendarVersion | undefined;
  /** The newest version of each calendar of the organization, active or not. */
  currentCalendars(organizationId: string): readonly CalendarVersion[];
  /** The newest version of each text of the organization, active or not. */
  currentTemplates(organizationId: string): readonly TemplateVersion[];
  channel(organizationId: string, channel: Channel): ChannelConfig | undefined;
  readerSettings(userId: string): ReaderSettings | undefined;
  /** @returns compiled hours of a calendar's version; undefined for one that is unknown or cannot be understood */
  openTime(calendarVersionId: string): OpenTime | undefined;
};

/** Configuration travels as events of the same log; each carries the whole new value. */
export type ConfigEntity =
  | { kind: 'organization_saved'; value: Organization }
  | { kind: 'team_saved'; value: Team }
  | { kind: 'user_saved'; value: User }
  | { kind: 'policy_published'; value: PolicyVersion }
  | { kind: 'rule_published'; value: RuleVersion }
  | { kind: 'calendar_published'; value: CalendarVersion }
  | MessagingEntity
  | { kind: 'proposal_saved'; value: Proposal }
  | { kind: 'proposal_decided'; value: ProposalDecision };
