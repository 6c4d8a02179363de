import { failure, type Failure } from '../../../preload/contract/result.ts';
import { isZone } from '../../domain/calendar/zone.ts';
import type { ConfigSnapshot } from '../../domain/config/config-snapshot.ts';
import type {
  CalendarVersion,
  ConfigEntity,
  Organization,
  PolicyVersion,
  RuleVersion,
  Team,
  User,
} from '../../domain/config/config.ts';

function sameName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

function checkOrganization(value: Organization, config: ConfigSnapshot): Failure | null {
  if (!isZone(value.timezone))
    return failure('UNKNOWN_TIME_ZONE', { zone: value.timezone, path: 'organization.timezone' });
  if (!hasCalendar(value.id, value.explanation?.calendarId, config)) return failure('NOT_FOUND', { what: 'calendar' });
  for (const other of config.organizations()) {
    if (other.id !== value.id && sameName(other.name, value.name)) return failure('DUPLICATE_NAME');
  }
  return null;
}

function checkTeam(value: Team, config: ConfigSnapshot): Failure | null {
  if (config.organization(value.organizationId) === undefined) return failure('NOT_FOUND', { what: 'organization' });
  const people = value.managerId === null ? value.memberIds : [value.managerId, ...value.memberIds];
  if (people.some((id) => config.user(id) === undefined)) return failure('NOT_FOUND', { what: 'user' });
  const others = config.teams(value.organizationId).filter(({ id }) => id !== value.id);
  return others.some(({ name }) => sameName(name, value.name)) ? failure('DUPLICATE_NAME') : null;
}

function checkUser(value: User, config: ConfigSnapshot): Failure | null {
  const organizations = [...value.clearedFor, ...value.grants.map(({ organizationId }) => organizationId)];
  if (organizations.some((id) => config.organization(id) === undefined))
    return failure('NOT_FOUND', { what: 'organization' });
  const people = [value.lineManagerId, value.outOfOffice?.coverUserId ?? null].filter((id) => id !== null);
  if (people.some((id) => config.user(id) === undefined)) return failure('NOT_FOUND', { what: 'user' });
  for (const other of config.users()) {
    if (other.id !== value.id && sameName(other.userName, value.userName)) return failure('DUPLICATE_NAME');
  }
  return null;
}

function hasCalendar(organizationId: string, calendarId: string | null | undefined, config: ConfigSnapshot): boolean {
  const isOne = (version: CalendarVersion): boolean => version.calendarId === calendarId;
  return (calendarId ?? null) === null || config.currentCalendars(organizationId).some(isOne);
}

function checkOwned(value: { organizationId: string }, config: ConfigSnapshot): Failure | null {
  return config.organization(value.organizationId) === undefined
    ? failure('NOT_FOUND', { what: 'organization' })
    : null;
}

function checkPolicy(value: PolicyVersion, config: ConfigSnapshot): Failure | null {
  if (!hasCalendar(value.organizationId, value.calendarId, config)) return failure('NOT_FOUND', { what: 'calendar' });
  return checkOwned(value, config);
}

function checkCalendar(value: CalendarVersion, config: ConfigSnapshot): Failure | null {
  const { timezone } = value.hours;
  if (!isZone(timezone)) return failure('UNKNOWN_TIME_ZONE', { zone: timezone, path: 'calendar.hours.timezone' });
  const others = config
    .currentCalendars(value.organizationId)
    .filter(({ calendarId }) => calendarId !== value.calendarId);
  return others.some(({ name }) => sameName(name, value.name)) ? failure('DUPLICATE_NAME') : checkOwned(value, config);
}

function checkRule(value: RuleVersion, config: ConfigSnapshot): Failure | null {
  if (value.target.kind === 'user' && config.user(value.target.userId) === undefined)
    return failure('NOT_FOUND', { what: 'user' });
  return checkOwned(value, config);
}

function check(entity: ConfigEntity, config: ConfigSnapshot): Failure | null {
  switch (entity.kind) {
    case 'organization_saved':
      return checkOrganization(entity.value, config);
    case 'team_saved':
      return checkTeam(entity.value, config);
    case 'user_saved':
      return checkUser(entity.value, config);
    case 'policy_published':
      return checkPolicy(entity.value, config);
    case 'rule_published':
      return checkRule(entity.value, config);
    case 'calendar_published':
      return checkCalendar(entity.value, config);
    case 'template_published':
    case 'channel_saved':
      return checkOwned(entity.value, config);
    case 'reader_settings_saved':
      return config.user(entity.value.id) === undefined ? failure('NOT_FOUND', { what: 'user' }) : null;
    case 'proposal_saved':
    case 'proposal_decided':
      return null;
  }
}

/**
 * @param config  as it would be with all of `entities` saved
 * @returns null when it holds together; UNKNOWN_TIME_ZONE with `zone` and `path`, DUPLICATE_NAME, or NOT_FOUND for what is named and not there
 */
export function checkConfig(config: ConfigSnapshot, entities: readonly ConfigEntity[]): Failure | null {
  for (const entity of entities) {
    const failed = check(entity, config);
    if (failed !== null) return failed;
  }
  return null;
}
