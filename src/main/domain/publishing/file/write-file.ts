import type { ConfigSnapshot } from '../../config/config-snapshot.ts';
import type { Organization } from '../../config/config.ts';
import { hoursText } from './duration.ts';
import type { ConfigFileInput } from './file-form.ts';
import { messagesText, textTexts } from './messages-part.ts';
import { byName, Names } from './names.ts';
import { byLevel } from './rule-order.ts';
import { calendarText, policyText, ruleText } from './write-parts.ts';
import { teamText, userText } from './write-people.ts';

type OrganizationText = NonNullable<ConfigFileInput['organizations']>[number];

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
  const { id, name, profile, timezone, categories, secondApprover, messages } = organization;
  const templates = config.currentTemplates(id);
  return {
    name,
    profile,
    timezone,
    categories: [...categories],
    ...(secondApprover === true ? { second_approver: true } : {}),
    ...explanationText(organization, names),
    ...(messages === undefined ? {} : { messages: messagesText(messages) }),
    calendars: [...config.currentCalendars(id)]
      .sort(byName((one) => one.name))
      .map((one) => calendarText(one, timezone)),
    policies: [...config.currentPolicies(id)].sort(byName((one) => one.name)).map((one) => policyText(one, names)),
    rules: [...config.currentRules(id)]
      .sort(byLevel((userId) => names.user(userId)))
      .map((one) => ruleText(one, names)),
    teams: [...config.teams(id)].sort(byName((one) => one.name)).map((one) => teamText(one, names)),
    roles: rolesText(organization, config),
    ...(templates.length === 0 ? {} : { texts: textTexts(templates) }),
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
