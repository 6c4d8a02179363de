import * as fc from 'fast-check';
import { escalationRoles } from '../../src/preload/contract/config-values.ts';
import { templateKeys } from '../../src/preload/contract/template-keys.ts';
import {
  channels,
  deskLanguages,
  languages,
  priorities,
  profiles,
  roles,
  severities,
  targets,
  ticketKinds,
  type Role,
} from '../../src/preload/contract/values.ts';
import { weekdays, type BusinessHours, type Interval } from '../../src/main/domain/calendar/business-hours.ts';
import type {
  CalendarVersion,
  Conditions,
  ConfigEntity,
  Organization,
  PolicyVersion,
  RuleVersion,
  Team,
  User,
} from '../../src/main/domain/config/config.ts';
import type { TemplateVersion } from '../../src/main/domain/config/messaging.ts';
import { T0, uid } from './centre.ts';

const heldRoles = roles.filter((role) => role !== 'administrator');
const categories = ['roads', 'water', 'lights'];
const zones = ['Africa/Johannesburg', 'Asia/Riyadh', 'UTC', 'Europe/London'];
const hours = fc.oneof(
  fc.integer({ min: 0, max: 500 }),
  fc.integer({ min: 0, max: 5000 }).map((n) => n / 4),
  fc.double({ min: 0, max: 900, noNaN: true }).map((n) => Number(n.toFixed(6))),
);
const seconds = fc.oneof(
  fc.integer({ min: 0, max: 2_000_000 }),
  fc.integer({ min: 0, max: 500 }).map((n) => n * 3600),
);
const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((n) => String(n).padStart(2, '0')).join(':'));
const interval: fc.Arbitrary<Interval> = fc.tuple(clock, fc.oneof(clock, fc.constant('24:00')));
const intervals = fc.array(interval, { maxLength: 3 });
const date = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));

const conditions: fc.Arbitrary<Conditions> = fc.record({
  kind: fc.option(fc.constantFrom(...ticketKinds)),
  category: fc.option(fc.constantFrom(...categories)),
  severity: fc.option(fc.constantFrom(...severities)),
  priority: fc.option(fc.constantFrom(...priorities)),
});

const businessHours: fc.Arbitrary<BusinessHours> = fc
  .record({
    timezone: fc.constantFrom(...zones),
    hours: fc.dictionary(fc.constantFrom(...weekdays), intervals),
    holidays: fc.uniqueArray(date, { maxLength: 4 }),
    breaks: fc.array(fc.tuple(date, interval), { maxLength: 3 }),
    dateOverrides: fc.dictionary(date, intervals, { maxKeys: 3 }),
  })
  // Lists of dates stand in their order: so the file has them.
  .map(({ timezone, hours: week, holidays, breaks, dateOverrides }) => ({
    timezone,
    hours: week,
    holidays: holidays.sort(),
    breaks: breaks
      .map(([on, [from, to]]) => ({ date: on, from, to }))
      .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
    dateOverrides,
  }));

/** Ids and names that no two things of one configuration share. */
type Place = { n: number; organizationId: string; calendarIds: readonly string[]; userIds: readonly string[] };

function calendarAt({ n, organizationId }: Place): fc.Arbitrary<CalendarVersion> {
  return fc
    .record({
      hours: businessHours,
      active: fc.boolean(),
      country: fc.option(fc.constantFrom('ZA', 'SA')),
      named: fc.string(),
    })
    .map(({ hours: open, active, country, named }) => ({
      id: uid(3000 + n),
      calendarId: uid(3500 + n),
      organizationId,
      name: `Calendar ${n}`,
      active,
      publishedAt: T0,
      hours: open,
      country,
      holidayNames: Object.fromEntries(
        open.holidays.flatMap((day) => (named.trim() === '' ? [] : [[day, named.trim()]])),
      ),
    }));
}

function policyAt({ n, organizationId, calendarIds }: Place): fc.Arbitrary<PolicyVersion> {
  return fc.record({
    id: fc.constant(uid(4000 + n)),
    policyId: fc.constant(uid(4500 + n)),
    organizationId: fc.constant(organizationId),
    name: fc.constant(`Policy “${n}”`),
    active: fc.boolean(),
    match: conditions,
    calendarId: fc.option(fc.constantFrom(...calendarIds)),
    targetSeconds: fc.record({
      response: fc.option(seconds),
      next_response: fc.option(seconds),
      resolution: fc.option(seconds),
    }),
    pauseStatuses: fc.subarray(['pending', 'escalated', 'open'] as const),
    pausesAffect: fc.subarray([...targets]),
    warnPercent: fc.integer({ min: 0, max: 100 }),
    remindersBeforeSeconds: fc.array(seconds, { maxLength: 4 }),
    highestLevel: fc.option(fc.integer({ min: 0, max: 9 })),
    reopening: fc.constantFrom('resume' as const, 'new_cycle' as const),
    firstMoveIsResponse: fc.boolean(),
    publishedAt: fc.constant(T0),
  });
}

function ruleAt({ n, organizationId, userIds }: Place): fc.Arbitrary<RuleVersion> {
  const after = fc.record({
    kind: fc.constantFrom('resolution_breach' as const, 'response_breach' as const, 'reminder' as const),
    hours,
    elapsed: fc.boolean(),
  });
  return fc.record({
    id: fc.constant(uid(5000 + n)),
    ruleId: fc.constant(uid(5500 + n)),
    organizationId: fc.constant(organizationId),
    level: fc.integer({ min: 1, max: 5 }),
    trigger: fc.oneof(after, fc.constant({ kind: 'creation' as const })),
    target: fc.oneof(
      fc.constant({ kind: 'team_manager' as const }),
      fc.constantFrom(...escalationRoles).map((role) => ({ kind: 'role' as const, role })),
      fc.constantFrom(...userIds).map((userId) => ({ kind: 'user' as const, userId })),
    ),
    conditions,
    active: fc.boolean(),
    publishedAt: fc.constant(T0),
  });
}

function teamAt({ n, organizationId, userIds }: Place): fc.Arbitrary<Team> {
  return fc.record({
    id: fc.constant(uid(6000 + n)),
    organizationId: fc.constant(organizationId),
    name: fc.constant(`Team ${n}`),
    managerId: fc.option(fc.constantFrom(...userIds)),
    memberIds: fc.subarray([...userIds]),
  });
}

/** Of each message, language and channel one, as the file knows them. */
function templatesAt({ n, organizationId }: Place): fc.Arbitrary<TemplateVersion[]> {
  const one = fc.record({
    key: fc.constantFrom(...templateKeys),
    language: fc.constantFrom(...languages),
    channel: fc.constantFrom(...channels),
    active: fc.boolean(),
    subject: fc.option(fc.string({ maxLength: 50 })),
    body: fc.string({ maxLength: 200 }),
  });
  const nameOf = ({ key, language, channel }: Pick<TemplateVersion, 'key' | 'language' | 'channel'>): string =>
    `${key} ${language} ${channel}`;
  return fc.uniqueArray(one, { selector: nameOf, maxLength: 6 }).map((all) =>
    all.map((template, at) => ({
      id: uid(7000 + n * 10 + at),
      templateId: uid(7500 + n * 10 + at),
      organizationId,
      publishedAt: T0,
      ...template,
    })),
  );
}

const whole = (max: number): fc.Arbitrary<number> => fc.integer({ min: 0, max });

const messageTerms = fc.record(
  {
    contactChannels: fc.subarray([...channels]),
    quietHours: fc.record({ from: clock, until: clock }),
    retrySeconds: fc.array(whole(90_000), { maxLength: 4 }),
    holdSeconds: whole(5000),
    criticalExpiryMinutes: whole(2000),
    normalExpiryMinutes: whole(20_000),
    bundleMinutes: whole(200),
    silenceDays: fc.option(whole(400)),
    digestAt: fc.option(clock),
    country: fc.constantFrom('ZA', 'SA', 'XX'),
    price: fc.option(fc.record({ currency: fc.constantFrom('ZAR', 'zar'), sms: whole(3), whatsapp: whole(3) })),
    dryRun: fc.boolean(),
  },
  { requiredKeys: [] },
);

function organizationAt({ n, organizationId, calendarIds }: Place): fc.Arbitrary<Organization> {
  const terms = fc.record(
    {
      responseHours: hours,
      reminderHoursBefore: fc.option(hours),
      escalate: fc.boolean(),
      escalationHoursOverdue: hours,
      maxLevels: fc.integer({ min: 0, max: 5 }),
      calendarId: fc.option(fc.constantFrom(...calendarIds)),
    },
    { requiredKeys: [] },
  );
  return fc
    .record({
      profile: fc.constantFrom(...profiles),
      timezone: fc.constantFrom(...zones),
      categories: fc.subarray(categories),
      explanation: fc.option(terms),
      messages: fc.option(messageTerms),
      secondApprover: fc.boolean(),
    })
    .map(({ explanation, messages, secondApprover, ...rest }) => ({
      id: organizationId,
      name: `Organization ${n}`,
      ...rest,
      ...(explanation === null ? {} : { explanation }),
      ...(messages === null ? {} : { messages }),
      ...(secondApprover ? { secondApprover } : {}),
    }));
}

/** @param organizationIds  where roles can be held */
function userAt(
  id: string,
  n: number,
  organizationIds: readonly string[],
  userIds: readonly string[],
): fc.Arbitrary<User> {
  const grants = fc.uniqueArray(
    fc.record({
      organizationId: fc.constantFrom(...organizationIds),
      role: fc.constantFrom<Role>(...heldRoles),
      order: fc.integer({ min: -3, max: 3 }),
    }),
    { selector: ({ organizationId, role }) => `${organizationId} ${role}`, maxLength: 4 },
  );
  const away = fc.record({
    fromAt: fc.integer({ min: T0, max: T0 + 1e9 }),
    untilAt: fc.integer({ min: T0, max: T0 + 2e9 }),
    coverUserId: fc.option(fc.constantFrom(...userIds)),
  });
  return fc.record({
    id: fc.constant(id),
    userName: fc.constant(`user.${n}`),
    displayName: fc.constant(`Nomsa O’User ${n} – نور`),
    language: fc.constantFrom(...deskLanguages),
    active: fc.boolean(),
    administrator: fc.boolean(),
    grants,
    clearedFor: fc.constant([]),
    lineManagerId: fc.option(fc.constantFrom(...userIds)),
    outOfOffice: fc.option(away),
  });
}

const list = <T>(count: number, of: (n: number) => fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.integer({ min: 0, max: count }).chain((n) => fc.tuple(...Array.from({ length: n }, (_, at) => of(at))));

/** Any configuration that the file can say, right or wrong: two organizations and the people of both. */
export const anyConfiguration: fc.Arbitrary<ConfigEntity[]> = fc.integer({ min: 1, max: 6 }).chain((people) => {
  const userIds = Array.from({ length: people }, (_, n) => uid(2000 + n));
  const organizationIds = [uid(1000), uid(1001)];
  const belongings = organizationIds.map((organizationId, o) => {
    const calendarIds = [0, 1].map((n) => uid(3500 + o * 10 + n));
    const at = (n: number): Place => ({ n: o * 10 + n, organizationId, calendarIds, userIds });
    return fc.tuple(
      organizationAt(at(0)).map((value): ConfigEntity[] => [{ kind: 'organization_saved', value }]),
      fc
        .tuple(calendarAt(at(0)), calendarAt(at(1)))
        .map((all) => all.map((value): ConfigEntity => ({ kind: 'calendar_published', value }))),
      list(5, (n) => policyAt(at(n))).map((all) =>
        all.map((value): ConfigEntity => ({ kind: 'policy_published', value })),
      ),
      list(5, (n) => ruleAt(at(n))).map((all) => all.map((value): ConfigEntity => ({ kind: 'rule_published', value }))),
      templatesAt(at(0)).map((all) => all.map((value): ConfigEntity => ({ kind: 'template_published', value }))),
      list(3, (n) => teamAt(at(n))).map((all) => all.map((value): ConfigEntity => ({ kind: 'team_saved', value }))),
    );
  });
  const users = fc
    .tuple(...userIds.map((id, n) => userAt(id, n, organizationIds, userIds)))
    .map((all) => all.map((value): ConfigEntity => ({ kind: 'user_saved', value })));
  return fc.tuple(users, ...belongings).map((parts) => parts.flat(3));
});
