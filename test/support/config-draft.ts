import type { ConfigChange, ConfigProblem } from '../../src/preload/contract/configuration.ts';
import type {
  CalendarVersion,
  ConfigEntity,
  Organization,
  PolicyVersion,
  RuleVersion,
  Team,
  User,
} from '../../src/main/domain/config/config.ts';
import type { TemplateVersion } from '../../src/main/domain/config/messaging.ts';
import { checkDraft } from '../../src/main/domain/publishing/check/check-draft.ts';
import { city, cityTeam, people, T0, uid } from './centre.ts';
import { centreEntities } from './store-desk.ts';

/** Monday to Friday, eight to half past four. */
export function calendar(n: number, parts: Partial<CalendarVersion> = {}): CalendarVersion {
  const day = [['08:00', '16:30']] as const;
  return {
    id: uid(n),
    calendarId: uid(n + 500),
    organizationId: city,
    name: `calendar ${n}`,
    active: true,
    publishedAt: T0,
    hours: {
      timezone: 'Africa/Johannesburg',
      hours: { mon: day, tue: day, wed: day, thu: day, fri: day },
      holidays: [],
      breaks: [],
      dateOverrides: {},
    },
    holidayNames: {},
    country: null,
    ...parts,
  };
}

/** The city's own text for a new ticket, by SMS in English. */
export function template(n: number, parts: Partial<TemplateVersion> = {}): TemplateVersion {
  return {
    id: uid(n),
    templateId: uid(n + 500),
    organizationId: city,
    key: 'status_update.open',
    language: 'en',
    channel: 'sms',
    active: true,
    subject: null,
    body: 'We have {{tracking_number}}.',
    publishedAt: T0,
    ...parts,
  };
}

function unpublished<T extends { id: string; publishedAt: number }>({ id: _id, publishedAt: _at, ...value }: T) {
  return value;
}

/** Changes as a screen would send them; new unless `basedOn` says otherwise. */
export const change = {
  organization: (value: Organization, basedOn: string | null = null): ConfigChange => ({
    kind: 'organization',
    basedOn,
    value,
  }),
  team: (value: Team, basedOn: string | null = null): ConfigChange => ({ kind: 'team', basedOn, value }),
  user: (value: User, basedOn: string | null = null): ConfigChange => ({ kind: 'user', basedOn, value }),
  policy: (value: PolicyVersion, basedOn: string | null = null): ConfigChange => ({
    kind: 'policy',
    basedOn,
    value: unpublished(value),
  }),
  rule: (value: RuleVersion, basedOn: string | null = null): ConfigChange => ({
    kind: 'rule',
    basedOn,
    value: unpublished(value),
  }),
  calendar: (value: CalendarVersion, basedOn: string | null = null): ConfigChange => ({
    kind: 'calendar',
    basedOn,
    value: unpublished(value),
  }),
  template: (value: TemplateVersion, basedOn: string | null = null): ConfigChange => ({
    kind: 'template',
    basedOn,
    value: unpublished(value),
  }),
};

export const theCity: Organization = {
  id: city,
  name: 'City',
  profile: 'municipal',
  timezone: 'Africa/Johannesburg',
  categories: ['roads'],
};
export const roads: Team = {
  id: cityTeam,
  organizationId: city,
  name: 'Roads',
  managerId: people.manager,
  memberIds: [people.agent, people.supervisor, people.clearedSupervisor],
};

/** What is found in a draft that is laid over the centre, and over what is given besides. */
export function problemsOf(changes: readonly ConfigChange[], besides: readonly ConfigEntity[] = []): ConfigProblem[] {
  return checkDraft([...centreEntities, ...besides], changes, T0);
}
