import type { ConfigSnapshot } from '../../config/config-snapshot.ts';
import type {
  CalendarVersion,
  Conditions,
  Organization,
  PolicyVersion,
  RuleVersion,
  Team,
  User,
} from '../../config/config.ts';
import { weekdays, type Interval } from '../../calendar/business-hours.ts';
import { folded } from '../check/common.ts';
import { hoursText, secondsText } from './duration.ts';
import type { ConfigFileInput } from './file-form.ts';
import { byLevel } from './rule-order.ts';

type OrganizationText = NonNullable<ConfigFileInput['organizations']>[number];
type PolicyText = NonNullable<OrganizationText['policies']>[number];
type RuleText = NonNullable<OrganizationText['rules']>[number];
type CalendarText = NonNullable<OrganizationText['calendars']>[number];
type TeamText = NonNullable<OrganizationText['teams']>[number];
type UserText = NonNullable<ConfigFileInput['users']>[number];

/** The same order on every machine, whatever its language. */
function byName<T>(nameOf: (thing: T) => string): (a: T, b: T) => number {
  return (a, b) => {
    const [x, y] = [folded(nameOf(a)), folded(nameOf(b))];
    return x === y ? 0 : x < y ? -1 : 1;
  };
}

function conditionsText({ kind, category, severity, priority }: Conditions): { for?: PolicyText['for'] } {
  const named = {
    ...(kind === null ? {} : { kind }),
    ...(category === null ? {} : { category }),
    ...(severity === null ? {} : { severity }),
    ...(priority === null ? {} : { priority }),
  };
  return Object.keys(named).length === 0 ? {} : { for: named };
}

/** Names in place of ids, of one configuration. */
class Names {
  readonly #config: ConfigSnapshot;

  constructor(config: ConfigSnapshot) {
    this.#config = config;
  }

  user(id: string): string {
    return this.#config.user(id)?.userName ?? id;
  }

  calendar(organizationId: string, id: string): string {
    return this.#config.currentCalendars(organizationId).find(({ calendarId }) => calendarId === id)?.name ?? id;
  }
}

function calendarText({ name, active, hours, country, holidayNames }: CalendarVersion, zone: string): CalendarText {
  const { timezone, holidays, breaks, dateOverrides } = hours;
  const spans = (intervals: readonly Interval[]): string[] => intervals.map(([from, to]) => `${from}-${to}`);
  const week = weekdays.filter((day) => hours.hours[day] !== undefined);
  const breaksByDate = Map.groupBy(breaks, ({ date }) => date);
  const dates = <T>(entries: Iterable<readonly [string, T]>): Record<string, T> =>
    Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    name,
    ...(active ? {} : { active }),
    ...(timezone === zone ? {} : { timezone }),
    hours: Object.fromEntries(week.map((day) => [day, spans(hours.hours[day] ?? [])])),
    ...(country === null ? {} : { country }),
    ...(holidays.length === 0 ? {} : { holidays: dates(holidays.map((date) => [date, holidayNames[date] ?? ''])) }),
    ...(Object.keys(dateOverrides).length === 0
      ? {}
      : { dates: dates(Object.entries(dateOverrides).map(([date, intervals]) => [date, spans(intervals)])) }),
    ...(breaks.length === 0
      ? {}
      : { breaks: dates([...breaksByDate].map(([date, all]) => [date, all.map(({ from, to }) => `${from}-${to}`)])) }),
  };
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, n) => one === b[n]);
}

function policyText(policy: PolicyVersion, names: Names): PolicyText {
  const { response, next_response: nextResponse, resolution } = policy.targetSeconds;
  const { active, calendarId, warnPercent, pauseStatuses, pausesAffect, highestLevel, reopening } = policy;
  return {
    name: policy.name,
    ...(active ? {} : { active }),
    ...conditionsText(policy.match),
    ...(calendarId === null ? {} : { calendar: names.calendar(policy.organizationId, calendarId) }),
    ...(response === null ? {} : { response: secondsText(response) }),
    ...(nextResponse === null ? {} : { next_response: secondsText(nextResponse) }),
    ...(resolution === null ? {} : { resolution: secondsText(resolution) }),
    ...(policy.remindersBeforeSeconds.length === 0
      ? {}
      : { reminders: policy.remindersBeforeSeconds.map(secondsText) }),
    ...(warnPercent === 75 ? {} : { warn_percent: warnPercent }),
    ...(sameList(pauseStatuses, ['pending']) ? {} : { pause_in: [...pauseStatuses] }),
    ...(sameList(pausesAffect, ['resolution']) ? {} : { pauses: [...pausesAffect] }),
    ...(highestLevel === null ? {} : { highest_level: highestLevel }),
    ...(reopening === 'resume' ? {} : { reopening }),
    ...(policy.firstMoveIsResponse ? { first_move_is_response: true } : {}),
  };
}

function ruleTarget({ target }: RuleVersion, names: Names): RuleText['to'] {
  if (target.kind === 'team_manager') return { team_manager: true };
  // The form of the file refuses other roles, and so does the check: one that a later release lets through is told by name.
  return target.kind === 'role' ? ({ role: target.role } as RuleText['to']) : { user: names.user(target.userId) };
}

function ruleText(rule: RuleVersion, names: Names): RuleText {
  const { level, active, trigger, conditions } = rule;
  return {
    level,
    ...(active ? {} : { active }),
    when: trigger.kind,
    ...(trigger.kind === 'creation' || trigger.hours === 0 ? {} : { after: hoursText(trigger.hours) }),
    ...(trigger.kind === 'creation' || !trigger.elapsed ? {} : { elapsed: true }),
    to: ruleTarget(rule, names),
    ...conditionsText(conditions),
  };
}

function explanationText(organization: Organization, names: Names): { explanation?: OrganizationText['explanation'] } {
  const { id, explanation } = organization;
  if (explanation === undefined) return {};
  const { responseHours, reminderHoursBefore, escalate, escalationHoursOverdue, maxLevels, calendarId } = explanation;
  return {
    explanation: {
      ...(responseHours === undefined ? {} : { response: hoursText(responseHours) }),
      ...(reminderHoursBefore === undefined
        ? {}
        : { reminder_before: reminderHoursBefore === null ? null : hoursText(reminderHoursBefore) }),
      ...(escalate === undefined ? {} : { escalate }),
      ...(escalationHoursOverdue === undefined ? {} : { escalate_after: hoursText(escalationHoursOverdue) }),
      ...(maxLevels === undefined ? {} : { levels: maxLevels }),
      ...(calendarId === undefined ? {} : { calendar: calendarId === null ? null : names.calendar(id, calendarId) }),
    },
  };
}

function teamText({ name, managerId, memberIds }: Team, names: Names): TeamText {
  return {
    name,
    ...(managerId === null ? {} : { manager: names.user(managerId) }),
    members: memberIds.map((id) => names.user(id)),
  };
}

/** Holders of each role, the first to be escalated to first. */
function rolesText({ id }: Organization, config: ConfigSnapshot): NonNullable<OrganizationText['roles']> {
  const held = new Set(
    [...config.users()]
      .flatMap(({ grants }) => grants.filter((one) => one.organizationId === id))
      .map(({ role }) => role),
  );
  return Object.fromEntries(
    [...held].sort().map((role) => [role, config.holders(id, role).map(({ userName }) => userName)]),
  );
}

function organizationText(organization: Organization, config: ConfigSnapshot, names: Names): OrganizationText {
  const { id, name, profile, timezone, categories, secondApprover } = organization;
  return {
    name,
    profile,
    timezone,
    categories: [...categories],
    ...(secondApprover === true ? { second_approver: true } : {}),
    ...explanationText(organization, names),
    calendars: [...config.currentCalendars(id)]
      .sort(byName((one) => one.name))
      .map((one) => calendarText(one, timezone)),
    policies: [...config.currentPolicies(id)].sort(byName((one) => one.name)).map((one) => policyText(one, names)),
    rules: [...config.currentRules(id)]
      .sort(byLevel((userId) => names.user(userId)))
      .map((one) => ruleText(one, names)),
    teams: [...config.teams(id)].sort(byName((one) => one.name)).map((one) => teamText(one, names)),
    roles: rolesText(organization, config),
  };
}

function userText(
  { userName, displayName, language, active, administrator, lineManagerId, outOfOffice }: User,
  names: Names,
): UserText {
  const at = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z');
  return {
    user: userName,
    name: displayName,
    language,
    ...(active ? {} : { active }),
    ...(administrator ? { administrator } : {}),
    ...(lineManagerId === null ? {} : { line_manager: names.user(lineManagerId) }),
    ...(outOfOffice === null
      ? {}
      : {
          out_of_office: {
            from: at(outOfOffice.fromAt),
            until: at(outOfOffice.untilAt),
            ...(outOfOffice.coverUserId === null ? {} : { cover: names.user(outOfOffice.coverUserId) }),
          },
        }),
  };
}

/** Everybody whom the configuration of some organizations names, and whom these name. */
function peopleOf(organizations: readonly Organization[], config: ConfigSnapshot): Set<string> {
  const ids = new Set(organizations.map(({ id }) => id));
  const known = new Set<string>();
  const add = (id: string | null | undefined): void => {
    const user = id === null || id === undefined ? undefined : config.user(id);
    if (user === undefined || known.has(user.id)) return;
    known.add(user.id);
    add(user.lineManagerId);
    add(user.outOfOffice?.coverUserId);
  };
  for (const { id, grants } of config.users())
    if (grants.some(({ organizationId }) => ids.has(organizationId))) add(id);
  for (const id of ids) {
    for (const { managerId, memberIds } of config.teams(id))
      for (const userId of [managerId, ...memberIds]) add(userId);
    for (const { target } of config.currentRules(id)) if (target.kind === 'user') add(target.userId);
  }
  return known;
}

/**
 * The configuration as a file for people: names and no ids, what has a default left out, always in the same order.
 * @param organizationIds  left out: the whole store; else these, with the people whom they name
 * No password, no key and no clearance stand in it.
 */
export function configFileOf(config: ConfigSnapshot, organizationIds?: ReadonlySet<string>): ConfigFileInput {
  const names = new Names(config);
  const organizations = [...config.organizations()]
    .filter(({ id }) => organizationIds === undefined || organizationIds.has(id))
    .sort(byName(({ name }) => name));
  const people = organizationIds === undefined ? null : peopleOf(organizations, config);
  return {
    watchkeeper: 1,
    organizations: organizations.map((one) => organizationText(one, config, names)),
    users: [...config.users()]
      .filter(({ id }) => people === null || people.has(id))
      .sort(byName(({ userName }) => userName))
      .map((one) => userText(one, names)),
  };
}

export function configFileText(file: ConfigFileInput): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}
