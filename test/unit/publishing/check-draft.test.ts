import { describe, expect, test } from 'vitest';
import type { ConfigChange } from '../../../src/preload/contract/configuration.ts';
import type { ConfigEntity } from '../../../src/main/domain/config/config.ts';
import { problemSeverity, type ProblemCode } from '../../../src/main/domain/publishing/check/problem.ts';
import { any, centreUsers, city, hospital, HOUR, people, policy, rule, T0, uid, user } from '../../support/centre.ts';
import { calendar, change, problemsOf, roads, template, theCity } from '../../support/config-draft.ts';

const H = 3600;
const open = (mon: readonly (readonly [string, string])[]) => ({
  timezone: 'Africa/Johannesburg',
  hours: { mon },
  holidays: [],
  breaks: [],
  dateOverrides: {},
});
const person = (id: string) => {
  const found = centreUsers.find((one) => one.id === id);
  if (found === undefined) throw new Error('no such user');
  return found;
};
const published = (value: ReturnType<typeof policy>): ConfigEntity => ({ kind: 'policy_published', value });
const ruled = (value: ReturnType<typeof rule>): ConfigEntity => ({ kind: 'rule_published', value });
const openFor = (fromAt: number, untilAt: number, coverUserId: string | null) => ({
  outOfOffice: { fromAt, untilAt, coverUserId },
});

type Case = {
  code: ProblemCode;
  what: string;
  draft: readonly ConfigChange[];
  besides?: readonly ConfigEntity[];
  path: string;
  values?: Record<string, string | number>;
};

const cases: readonly Case[] = [
  // Any thing.
  {
    code: 'CHANGED_TWICE',
    what: 'a thing that is changed twice',
    draft: [change.team(roads), change.team({ ...roads, name: 'Streets' })],
    path: '',
  },
  {
    code: 'ID_TAKEN',
    what: 'an id that belongs to something else',
    draft: [change.team({ ...roads, id: people.agent })],
    path: 'id',
  },
  {
    code: 'ORGANIZATION_CHANGED',
    what: 'a policy that goes to another organization',
    draft: [change.policy(policy(21, { organizationId: hospital }))],
    path: 'organizationId',
  },
  {
    code: 'UNKNOWN_ORGANIZATION',
    what: 'a policy of an organization that is not there',
    draft: [change.policy(policy(22, { organizationId: uid(9) }))],
    path: 'organizationId',
  },
  {
    code: 'UNKNOWN_ORGANIZATION',
    what: 'a role in an organization that is not there',
    draft: [change.user(user(uid(200), { grants: [{ organizationId: uid(9), role: 'agent', order: 0 }] }))],
    path: 'grants.0',
  },
  { code: 'NAME_MISSING', what: 'no name', draft: [change.team({ ...roads, name: ' ' })], path: 'name' },
  {
    code: 'DUPLICATE_NAME',
    what: 'a policy’s name that is taken, in other letters',
    draft: [change.policy(policy(22, { name: ' POLICY 21 ', match: { ...any, severity: 'low' } }))],
    path: 'name',
  },
  {
    code: 'DUPLICATE_NAME',
    what: 'a user name that is taken',
    draft: [change.user(user(uid(200), { userName: people.agent.toUpperCase() }))],
    path: 'userName',
  },
  {
    code: 'UNKNOWN_USER',
    what: 'a team manager who is not there',
    draft: [change.team({ ...roads, managerId: uid(9) })],
    path: 'managerId',
  },
  {
    code: 'UNKNOWN_USER',
    what: 'a rule to a person who is not there',
    draft: [change.rule(rule(31, { target: { kind: 'user', userId: uid(9) } }))],
    path: 'target.userId',
  },
  {
    code: 'HOURS_NEGATIVE',
    what: 'negative hours of a target',
    draft: [change.policy(policy(21, { targetSeconds: { response: -1 * H, next_response: null, resolution: H } }))],
    path: 'targetSeconds.response',
    values: { hours: -1 },
  },
  {
    code: 'HOURS_NEGATIVE',
    what: 'negative hours of a rule',
    draft: [change.rule(rule(31, { trigger: { kind: 'resolution_breach', hours: -2, elapsed: false } }))],
    path: 'trigger.hours',
  },
  {
    code: 'HOURS_ABSURD',
    what: 'more than ten years',
    draft: [
      change.policy(policy(21, { targetSeconds: { response: null, next_response: null, resolution: 87_601 * H } })),
    ],
    path: 'targetSeconds.resolution',
    values: { hours: 87_601, most: 87_600 },
  },
  // How messages go.
  {
    code: 'TIME_INVALID',
    what: 'quiet hours that no clock shows',
    draft: [change.organization({ ...theCity, messages: { quietHours: { from: '20:00', until: '7' } } })],
    path: 'messages.quietHours.until',
    values: { time: '7' },
  },
  {
    code: 'OUT_OF_RANGE',
    what: 'a year and a day of silence',
    draft: [change.organization({ ...theCity, messages: { silenceDays: 366 } })],
    path: 'messages.silenceDays',
    values: { value: 366, least: 1, most: 365 },
  },
  {
    code: 'DUPLICATE_CHANNEL',
    what: 'a channel that stands there twice',
    draft: [change.organization({ ...theCity, messages: { contactChannels: ['sms', 'email', 'sms'] } })],
    path: 'messages.contactChannels.2',
  },
  {
    code: 'UNKNOWN_COUNTRY',
    what: 'a country that nobody knows',
    draft: [change.organization({ ...theCity, messages: { country: 'XX' } })],
    path: 'messages.country',
  },
  {
    code: 'CURRENCY_INVALID',
    what: 'a price in small letters',
    draft: [change.organization({ ...theCity, messages: { price: { currency: 'zar', sms: 1, whatsapp: 1 } } })],
    path: 'messages.price.currency',
  },
  // Own texts.
  {
    code: 'DUPLICATE_TEMPLATE',
    what: 'two texts in use for the same',
    draft: [change.template(template(61))],
    besides: [{ kind: 'template_published', value: template(62) }],
    path: '',
  },
  {
    code: 'TEMPLATE_EMPTY',
    what: 'an empty text',
    draft: [change.template(template(61, { body: ' ' }))],
    path: 'body',
  },
  {
    code: 'TEMPLATE_BRACES',
    what: 'braces that are no placeholder',
    draft: [change.template(template(61, { body: '{{tracking_number}} {due}' }))],
    path: 'body',
  },
  {
    code: 'TEMPLATE_MISSING',
    what: 'a text that leaves out what it has to name',
    draft: [change.template(template(61, { body: 'We have it.' }))],
    path: 'body',
    values: { names: 'tracking_number' },
  },
  {
    code: 'TEMPLATE_UNKNOWN',
    what: 'a text that names what its message does not know',
    draft: [change.template(template(61, { body: '{{tracking_number}} {{due}}' }))],
    path: 'body',
    values: { names: 'due' },
  },
  {
    code: 'TEMPLATE_SUBJECT',
    what: 'a text message with a subject',
    draft: [change.template(template(61, { subject: 'x' }))],
    path: 'subject',
  },
  {
    code: 'TEMPLATE_SUBJECT_LINES',
    what: 'a subject of two lines',
    draft: [change.template(template(61, { channel: 'email', subject: 'a\nb' }))],
    path: 'subject',
  },
  // Organizations.
  {
    code: 'UNKNOWN_TIME_ZONE',
    what: 'a zone that nobody knows',
    draft: [change.organization({ ...theCity, timezone: 'Mars/Olympus' })],
    path: 'timezone',
    values: { zone: 'Mars/Olympus' },
  },
  {
    code: 'DUPLICATE_CATEGORY',
    what: 'a category that stands there twice',
    draft: [change.organization({ ...theCity, categories: ['roads', 'Roads '] })],
    path: 'categories.1',
  },
  {
    code: 'LEVELS_INVALID',
    what: 'half a level of line managers',
    draft: [change.organization({ ...theCity, explanation: { maxLevels: 1.5 } })],
    path: 'explanation.maxLevels',
  },
  {
    code: 'EXPLANATION_REMINDER_TOO_EARLY',
    what: 'an explanation’s reminder longer than its time',
    draft: [change.organization({ ...theCity, explanation: { responseHours: 8 } })],
    path: 'explanation.reminderHoursBefore',
    values: { hours: 12, of: 8 },
  },
  {
    code: 'NO_SECOND_APPROVER',
    what: 'the wish for a second approver where there is one administrator',
    draft: [change.organization({ ...theCity, secondApprover: true })],
    path: 'secondApprover',
  },
  // Calendars.
  {
    code: 'CALENDAR_OVERLAP',
    what: 'intervals that overlap',
    draft: [
      change.calendar(
        calendar(41, {
          hours: open([
            ['08:00', '12:00'],
            ['11:00', '16:00'],
          ]),
        }),
      ),
    ],
    path: 'hours.hours.mon.1',
    values: { interval: '11:00–16:00', otherInterval: '08:00–12:00' },
  },
  {
    code: 'CALENDAR_OVERLAP',
    what: 'an inverted interval, which runs through the night into another',
    draft: [
      change.calendar(
        calendar(41, {
          hours: { ...open([['16:00', '08:00']]), hours: { mon: [['16:00', '08:00']], tue: [['07:00', '12:00']] } },
        }),
      ),
    ],
    path: 'hours.hours.tue.0',
  },
  {
    code: 'CALENDAR_BAD_TIME',
    what: 'a time that no clock shows',
    draft: [change.calendar(calendar(41, { hours: open([['08:00', '25:00']]) }))],
    path: 'hours.hours.mon.0.1',
    values: { time: '25:00' },
  },
  {
    code: 'CALENDAR_BAD_DATE',
    what: 'a date that does not exist',
    draft: [change.calendar(calendar(41, { hours: { ...open([['08:00', '12:00']]), holidays: ['2026-02-30'] } }))],
    path: 'hours.holidays.0',
    values: { date: '2026-02-30' },
  },
  {
    code: 'CALENDAR_NEVER_OPENS',
    what: 'a calendar that never opens',
    draft: [change.calendar(calendar(41, { hours: open([]) }))],
    path: 'hours',
  },
  {
    code: 'UNKNOWN_TIME_ZONE',
    what: 'a calendar’s zone that nobody knows',
    draft: [change.calendar(calendar(41, { hours: { ...open([['08:00', '12:00']]), timezone: '+02:00' } }))],
    path: 'hours.timezone',
  },
  {
    code: 'UNKNOWN_COUNTRY',
    what: 'a calendar of a country that nobody knows',
    draft: [change.calendar(calendar(41, { country: 'ZZ' }))],
    path: 'country',
    values: { country: 'ZZ' },
  },
  {
    code: 'UNKNOWN_COUNTRY',
    what: 'a calendar of a country in small letters',
    draft: [change.calendar(calendar(41, { country: 'za' }))],
    path: 'country',
  },
  {
    code: 'COUNTRY_WITHOUT_HOLIDAYS',
    what: 'a calendar with a country, of which no holiday is named',
    draft: [change.calendar(calendar(41, { country: 'ZA' }))],
    path: 'country',
    values: { country: 'ZA' },
  },
  {
    code: 'UNKNOWN_CALENDAR',
    what: 'a policy that names a calendar which is not there',
    draft: [change.policy(policy(21, { calendarId: uid(9) }))],
    path: 'calendarId',
  },
  {
    code: 'CALENDAR_OF_OTHER_ORGANIZATION',
    what: 'a policy that names another organization’s calendar',
    draft: [change.policy(policy(21, { calendarId: uid(541) }))],
    besides: [{ kind: 'calendar_published', value: calendar(41, { organizationId: hospital }) }],
    path: 'calendarId',
    values: { organization: 'Ward' },
  },
  {
    code: 'CALENDAR_INACTIVE',
    what: 'a calendar that is set aside while a policy counts by it',
    draft: [change.calendar(calendar(41, { active: false }))],
    besides: [{ kind: 'calendar_published', value: calendar(41) }, published(policy(21, { calendarId: uid(541) }))],
    path: 'calendarId',
  },
  // People.
  {
    code: 'LAST_ADMINISTRATOR',
    what: 'the last administrator set inactive',
    draft: [change.user({ ...person(people.administrator), active: false })],
    path: '',
  },
  {
    code: 'DUPLICATE_ROLE',
    what: 'a role that is given twice',
    draft: [
      change.user(
        user(people.agent, {
          grants: [
            { organizationId: city, role: 'agent', order: 0 },
            { organizationId: city, role: 'agent', order: 1 },
          ],
        }),
      ),
    ],
    path: 'grants.1',
  },
  {
    code: 'ROLE_NOT_HELD_THERE',
    what: 'an administrator of one organization',
    draft: [change.user(user(people.agent, { grants: [{ organizationId: city, role: 'administrator', order: 0 }] }))],
    path: 'grants.0',
  },
  {
    code: 'LINE_MANAGER_LOOP',
    what: 'a loop in the line of managers',
    draft: [change.user(user(people.manager, { ...person(people.manager), lineManagerId: people.ceo }))],
    besides: [{ kind: 'user_saved', value: { ...person(people.ceo), lineManagerId: people.manager } }],
    path: 'lineManagerId',
    values: { line: `${people.manager} → ${people.ceo} → ${people.manager}` },
  },
  {
    code: 'COVER_LOOP',
    what: 'two who stand in for each other while both are away',
    draft: [change.user({ ...person(people.manager), ...openFor(T0, T0 + 9 * HOUR, people.ceo) })],
    besides: [
      { kind: 'user_saved', value: { ...person(people.ceo), ...openFor(T0 + HOUR, T0 + 20 * HOUR, people.manager) } },
    ],
    path: 'outOfOffice.coverUserId',
  },
  {
    code: 'ABSENCE_INVERTED',
    what: 'an absence that ends before it begins',
    draft: [change.user({ ...person(people.manager), ...openFor(T0, T0, null) })],
    path: 'outOfOffice.untilAt',
  },
  {
    code: 'COVER_INACTIVE',
    what: 'a cover who has left',
    draft: [change.user({ ...person(people.manager), ...openFor(T0, T0 + HOUR, people.ceo) })],
    besides: [{ kind: 'user_saved', value: { ...person(people.ceo), active: false } }],
    path: 'outOfOffice.coverUserId',
  },
  {
    code: 'TEAM_MANAGER_INACTIVE',
    what: 'a team’s manager who has left',
    draft: [change.user({ ...person(people.manager), active: false })],
    path: 'managerId',
  },
  {
    code: 'TEAM_MANAGER_WITHOUT_ROLE',
    what: 'a team’s manager who sees no ticket there',
    draft: [change.team({ ...roads, managerId: people.administrator })],
    path: 'managerId',
  },
  // Policies.
  {
    code: 'UNKNOWN_CATEGORY',
    what: 'a policy for a category that the organization does not have',
    draft: [change.policy(policy(22, { match: { ...any, category: 'parking' } }))],
    path: 'match.category',
    values: { category: 'parking' },
  },
  {
    code: 'UNKNOWN_CATEGORY',
    what: 'a rule whose conditions match no category',
    draft: [change.rule(rule(31, { conditions: { ...any, category: 'parking' } }))],
    path: 'conditions.category',
  },
  {
    code: 'UNKNOWN_CATEGORY',
    what: 'a category that goes while a policy names it',
    draft: [change.organization({ ...theCity, categories: [] })],
    besides: [published(policy(22, { match: { ...any, category: 'roads' } }))],
    path: 'match.category',
  },
  {
    code: 'POLICIES_TIE',
    what: 'two policies that tie',
    draft: [change.policy(policy(22))],
    path: 'match',
    values: { other: 'policy 21' },
  },
  {
    code: 'PERCENT_OUT_OF_RANGE',
    what: 'a warning beyond the whole',
    draft: [change.policy(policy(21, { warnPercent: 101 }))],
    path: 'warnPercent',
  },
  {
    code: 'PERCENT_OUT_OF_RANGE',
    what: 'a warning at the deadline itself, where the breach is told',
    draft: [change.policy(policy(21, { warnPercent: 100 }))],
    path: 'warnPercent',
  },
  {
    code: 'PAUSES_ALWAYS',
    what: 'a pause in every status, so that no clock would ever run',
    draft: [change.policy(policy(21, { pauseStatuses: ['open', 'in_progress', 'pending', 'escalated'] }))],
    path: 'pauseStatuses',
  },
  {
    code: 'REMINDER_AT_DEADLINE',
    what: 'a reminder at the deadline itself',
    draft: [change.policy(policy(21, { remindersBeforeSeconds: [2 * H, 0] }))],
    path: 'remindersBeforeSeconds.1',
  },
  {
    code: 'POLICY_WITHOUT_TARGETS',
    what: 'a policy that sets no deadline at all',
    draft: [change.policy(policy(21, { targetSeconds: { response: null, next_response: null, resolution: null } }))],
    path: 'targetSeconds',
  },
  {
    code: 'TARGET_ZERO',
    what: 'a target of no time, as an import may learn it',
    draft: [change.policy(policy(21, { targetSeconds: { response: null, next_response: null, resolution: 0 } }))],
    path: 'targetSeconds.resolution',
  },
  {
    code: 'LEVEL_INVALID',
    what: 'half a level as the highest',
    draft: [change.policy(policy(21, { highestLevel: 2.5 }))],
    path: 'highestLevel',
  },
  { code: 'LEVEL_INVALID', what: 'level 0', draft: [change.rule(rule(31, { level: 0 }))], path: 'level' },
  {
    code: 'PAUSE_STATUS_ENDED',
    what: 'a pause in a status that ends the ticket',
    draft: [change.policy(policy(21, { pauseStatuses: ['pending', 'closed'] }))],
    path: 'pauseStatuses.1',
  },
  {
    code: 'DUPLICATE_REMINDER',
    what: 'one reminder twice',
    draft: [change.policy(policy(21, { remindersBeforeSeconds: [H, 2 * H, H] }))],
    path: 'remindersBeforeSeconds.2',
  },
  {
    code: 'REMINDER_WITHOUT_TARGET',
    what: 'a reminder before a deadline that is not there',
    draft: [
      change.policy(
        policy(21, {
          targetSeconds: { response: H, next_response: null, resolution: null },
          remindersBeforeSeconds: [H],
        }),
      ),
    ],
    path: 'remindersBeforeSeconds.0',
  },
  {
    code: 'REMINDER_LONGER_THAN_TARGET',
    what: 'a reminder longer than the time that there is',
    draft: [change.policy(policy(21, { remindersBeforeSeconds: [48 * H] }))],
    path: 'remindersBeforeSeconds.0',
    values: { hours: 48, of: 24 },
  },
  {
    code: 'REMINDER_LONGER_THAN_TARGET',
    what: 'a reminder as long as the time that there is',
    draft: [change.policy(policy(21, { remindersBeforeSeconds: [24 * H] }))],
    path: 'remindersBeforeSeconds.0',
    values: { hours: 24, of: 24 },
  },
  {
    code: 'GRID_HOLES',
    what: 'holes in the grid, and the default to which they fall',
    draft: [
      change.policy(policy(61, { organizationId: hospital, match: { ...any, severity: 'high', priority: 'high' } })),
    ],
    path: 'policies',
    values: { severity: 'low', priorities: 'low, medium, high, critical', policy: 'hospital default low' },
  },
  // Rules.
  {
    code: 'ROLE_NOT_A_TARGET',
    what: 'a rule to a role that nothing is escalated to',
    draft: [change.rule(rule(31, { target: { kind: 'role', role: 'agent' } }))],
    path: 'target.role',
  },
  {
    code: 'ROLE_WITHOUT_HOLDER',
    what: 'a rule to a role that nobody holds',
    draft: [change.rule(rule(31, { target: { kind: 'role', role: 'px_admin' } }))],
    path: 'target.role',
    values: { role: 'px_admin' },
  },
  {
    code: 'ROLE_WITHOUT_HOLDER',
    what: 'the last holder of a role who leaves, though the rule is not in the draft',
    draft: [change.user({ ...person(people.ceo), active: false })],
    besides: [ruled(rule(32, { level: 2, target: { kind: 'role', role: 'ceo' } }))],
    path: 'target.role',
  },
  {
    code: 'TARGET_INACTIVE',
    what: 'a rule to a person who has left',
    draft: [change.user({ ...person(people.ceo), active: false })],
    besides: [ruled(rule(32, { level: 2, target: { kind: 'user', userId: people.ceo } }))],
    path: 'target.userId',
  },
  {
    code: 'TARGET_WITHOUT_ROLE',
    what: 'a rule to a person who sees no ticket there',
    draft: [change.rule(rule(31, { target: { kind: 'user', userId: people.administrator } }))],
    path: 'target.userId',
  },
  {
    code: 'TEAMS_WITHOUT_MANAGER',
    what: 'a team without a manager, where rules go to managers',
    draft: [change.team({ ...roads, managerId: null })],
    path: 'target',
    values: { teams: 'Roads' },
  },
  {
    code: 'LEVEL_ABOVE_HIGHEST',
    what: 'a level above the policy’s highest',
    draft: [change.rule(rule(32, { level: 3, target: { kind: 'role', role: 'ceo' } }))],
    besides: [published(policy(21, { highestLevel: 2 }))],
    path: 'level',
    values: { level: 3, highest: 2 },
  },
  {
    code: 'TRIGGER_NEVER',
    what: 'a rule after reminders that no policy sends',
    draft: [change.rule(rule(32, { level: 2, trigger: { kind: 'reminder', hours: 12, elapsed: false } }))],
    path: 'trigger',
    values: { trigger: 'reminder' },
  },
  {
    code: 'RULE_OVERTAKEN',
    what: 'a lower level that can only come after a higher one',
    draft: [
      change.rule(
        rule(32, {
          level: 2,
          trigger: { kind: 'resolution_breach', hours: 0, elapsed: false },
          target: { kind: 'role', role: 'ceo' },
        }),
      ),
    ],
    path: 'trigger',
    values: { level: 1, byLevel: 2 },
  },
  {
    code: 'LEVEL_INACTIVE',
    what: 'a level all of whose rules are set aside',
    draft: [change.rule(rule(31, { active: false }))],
    besides: [
      ruled(
        rule(32, {
          level: 2,
          trigger: { kind: 'resolution_breach', hours: 6, elapsed: false },
          target: { kind: 'role', role: 'ceo' },
        }),
      ),
    ],
    path: 'rules',
    values: { level: 1 },
  },
];

describe('a draft is told of', () => {
  test.each(cases)('$what', ({ code, draft, besides, path, values }) => {
    const found = problemsOf(draft, besides).filter((problem) => problem.code === code);
    expect(found).toContainEqual(
      expect.objectContaining({
        path,
        severity: problemSeverity[code],
        values: expect.objectContaining(values ?? {}) as unknown,
      }),
    );
  });

  test('every reason there is, the file’s own apart', () => {
    const ofFiles = [
      'BAD_JSON',
      'DUPLICATE_KEY',
      'UNKNOWN_KEY',
      'KEY_MISSING',
      'WRONG_TYPE',
      'WRONG_WORD',
      'WRONG_FORM',
      'TOO_MUCH',
      'TOO_LITTLE',
      'INSTANT_OUT_OF_RANGE',
      'CREATION_AT_ONCE',
    ];
    const tested = new Set<string>(cases.map(({ code }) => code));
    expect(Object.keys(problemSeverity).filter((code) => !tested.has(code))).toEqual(ofFiles);
  });
});

describe('a draft is not told of', () => {
  test('anything where nothing is wrong', () => {
    expect(problemsOf([change.policy(policy(21, { highestLevel: 3 })), change.calendar(calendar(41))])).toEqual([]);
  });

  test('what was wrong elsewhere before: that blocks nobody', () => {
    const broken = rule(31, { target: { kind: 'user', userId: uid(9) } });
    expect(problemsOf([change.team({ ...roads, name: 'Streets' })], [ruled(broken)])).toEqual([]);
    expect(problemsOf([change.rule(broken)], [ruled(broken)]).map(({ code }) => code)).toEqual(['UNKNOWN_USER']);
  });

  test('a country whose holidays are named, or a calendar that is set aside with one that nobody knows', () => {
    const holidays = { ...open([['08:00', '12:00']]), holidays: ['2026-12-25'] };
    expect(problemsOf([change.calendar(calendar(41, { country: 'ZA', hours: holidays }))])).toEqual([]);
    expect(problemsOf([change.calendar(calendar(41, { country: 'ZZ', active: false }))])).toEqual([]);
  });

  test('a rule or policy that is set aside, though it would be wrong in use', () => {
    const idle = rule(32, { level: 2, active: false, conditions: { ...any, category: 'gone' } });
    expect(problemsOf([change.rule(idle)])).toEqual([]);
    expect(problemsOf([change.policy(policy(22, { active: false, calendarId: uid(9) }))])).toEqual([]);
  });

  test('covers that point at each other at different times', () => {
    const away = { ...person(people.ceo), ...openFor(T0 + 9 * HOUR, T0 + 20 * HOUR, people.manager) };
    const draft = [change.user({ ...person(people.manager), ...openFor(T0, T0 + 9 * HOUR, people.ceo) })];
    expect(problemsOf(draft, [{ kind: 'user_saved', value: away }])).toEqual([]);
  });

  test('a lower level that comes before a higher one, or for tickets that the higher one leaves alone', () => {
    const later = rule(32, {
      level: 2,
      trigger: { kind: 'resolution_breach', hours: 6, elapsed: false },
      target: { kind: 'role', role: 'ceo' },
    });
    expect(problemsOf([change.rule(later)])).toEqual([]);
    const critical = {
      ...later,
      trigger: { kind: 'creation' } as const,
      conditions: { ...any, severity: 'critical' as const },
    };
    expect(problemsOf([change.rule(critical)])).toEqual([]);
  });

  test('holes where a policy that names nothing, or a wider one, fills them', () => {
    expect(problemsOf([change.policy(policy(22, { match: { ...any, severity: 'low', priority: 'low' } }))])).toEqual(
      [],
    );
  });
});

test('of two rules that say the same, the second alone is told', () => {
  const twin = rule(32);
  const found = problemsOf([change.rule(twin)]);
  expect(found.map(({ code, thing }) => [code, thing?.id])).toEqual([['RULE_OVERTAKEN', twin.ruleId]]);
});

test('errors come before warnings', () => {
  const draft = [change.rule(rule(31, { level: 0, target: { kind: 'role', role: 'px_admin' } }))];
  expect(problemsOf(draft).map(({ severity }) => severity)).toEqual(['error', 'warning']);
});

describe('own texts', () => {
  test('that are set aside or for another language stand beside one in use', () => {
    const besides: ConfigEntity[] = [
      { kind: 'template_published', value: template(62, { active: false }) },
      { kind: 'template_published', value: template(63, { language: 'zu' }) },
    ];
    expect(problemsOf([change.template(template(61))], besides)).toEqual([]);
  });
});
