import { describe, expect, test } from 'vitest';
import { compileFile } from '../../../src/main/domain/publishing/file/compile-file.ts';
import { T0, uid } from '../../support/centre.ts';
import { centreEntities } from '../../support/store-desk.ts';

function problemsOf(file: unknown, entities = centreEntities) {
  let made = 0;
  const newId = () => uid(70_000 + (made += 1));
  const text = typeof file === 'string' ? file : JSON.stringify(file);
  const { problems, changes } = compileFile(text, { entities, revisionOf: () => null, newId, nowAt: T0 });
  return { changes, found: problems.map(({ code, path, values }) => ({ code, path, values })) };
}

const inCity = (parts: object): object => ({ watchkeeper: 1, organizations: [{ name: 'City', ...parts }] });
const rule = { level: 1, when: 'resolution_breach', to: { team_manager: true } };

const wrong: readonly { what: string; file: unknown; code: string; path: string; values?: object }[] = [
  { what: 'what is no JSON', file: '{ "watchkeeper": 1,', code: 'BAD_JSON', path: '' },
  { what: 'a list in place of the whole', file: [], code: 'WRONG_TYPE', path: '' },
  { what: 'no form', file: {}, code: 'KEY_MISSING', path: 'watchkeeper' },
  { what: 'a form of a later release', file: { watchkeeper: 2 }, code: 'WRONG_WORD', path: 'watchkeeper' },
  {
    what: 'an unknown key',
    file: inCity({ policies: [{ name: 'P', resolve: '24 h' }] }),
    code: 'UNKNOWN_KEY',
    path: 'organizations.0.policies.0.resolve',
    values: { key: 'resolve' },
  },
  {
    what: 'a key that is missing',
    file: inCity({ rules: [{ ...rule, when: undefined }] }),
    code: 'KEY_MISSING',
    path: 'organizations.0.rules.0.when',
  },
  {
    what: 'a number in place of a span of time',
    file: inCity({ policies: [{ name: 'P', resolution: 24 }] }),
    code: 'WRONG_TYPE',
    path: 'organizations.0.policies.0.resolution',
  },
  {
    what: 'a span of time in days',
    file: inCity({ policies: [{ name: 'P', resolution: '7 d' }] }),
    code: 'WRONG_FORM',
    path: 'organizations.0.policies.0.resolution',
    values: { value: '7 d' },
  },
  { what: 'an unknown word', file: inCity({ profile: 'school' }), code: 'WRONG_WORD', path: 'organizations.0.profile' },
  {
    what: 'a rule with two targets',
    file: inCity({ rules: [{ ...rule, to: { team_manager: true, role: 'ceo' } }] }),
    code: 'WRONG_FORM',
    path: 'organizations.0.rules.0.to',
  },
  {
    what: 'a holiday that is no date',
    file: inCity({ calendars: [{ name: 'C', holidays: { Christmas: '' } }] }),
    code: 'WRONG_FORM',
    path: 'organizations.0.calendars.0.holidays.Christmas',
  },
  {
    what: 'an empty name',
    file: inCity({ teams: [{ name: ' ' }] }),
    code: 'NAME_MISSING',
    path: 'organizations.0.teams.0.name',
  },
  {
    what: 'a level beyond all',
    file: inCity({ rules: [{ ...rule, level: 1000 }] }),
    code: 'TOO_MUCH',
    path: 'organizations.0.rules.0.level',
  },
  {
    what: 'a level below all',
    file: inCity({ rules: [{ ...rule, level: 0 }] }),
    code: 'TOO_LITTLE',
    path: 'organizations.0.rules.0.level',
  },
  {
    what: 'a user who is not there',
    file: inCity({ teams: [{ name: 'T', manager: 'nobody' }] }),
    code: 'UNKNOWN_USER',
    path: 'organizations.0.teams.0.manager',
    values: { user: 'nobody' },
  },
  {
    what: 'a holder of a role who is not there',
    file: inCity({ roles: { ceo: ['nobody'] } }),
    code: 'UNKNOWN_USER',
    path: 'organizations.0.roles.ceo.0',
  },
  {
    what: 'a calendar that is not there',
    file: inCity({ policies: [{ name: 'P', calendar: 'Office' }] }),
    code: 'UNKNOWN_CALENDAR',
    path: 'organizations.0.policies.0.calendar',
    values: { calendar: 'Office' },
  },
  {
    what: 'an organization that stands there twice',
    file: { watchkeeper: 1, organizations: [{ name: 'City' }, { name: 'CITY' }] },
    code: 'DUPLICATE_NAME',
    path: 'organizations.1.name',
  },
  {
    what: 'a policy that stands there twice',
    file: inCity({ policies: [{ name: 'P' }, { name: 'p' }] }),
    code: 'DUPLICATE_NAME',
    path: 'organizations.0.policies.1.name',
  },
  {
    what: 'a new organization without a zone',
    file: { watchkeeper: 1, organizations: [{ name: 'New', profile: 'hospital' }] },
    code: 'KEY_MISSING',
    path: 'organizations.0.timezone',
  },
];

describe('a file is refused, by path, for', () => {
  test.each(wrong)('$what', ({ file, code, path, values }) => {
    const { found, changes } = problemsOf(file);
    expect(found).toContainEqual({ code, path, values: expect.objectContaining(values ?? {}) as unknown });
    expect(changes).toEqual([]);
  });
});

test('a country that nobody knows is refused, and one without holidays by date is told to be a label only', () => {
  const office = { name: 'Office', hours: { mon: ['08:00-16:00'] } };
  const of = (country: string, holidays?: object) => {
    const { found, changes } = problemsOf(inCity({ calendars: [{ ...office, country, holidays }] }));
    return [found.map(({ code, path, values }) => [code, path, values['country']]), changes.length];
  };
  const path = 'organizations.0.calendars.0.country';
  expect(of('ZZ')).toEqual([[['UNKNOWN_COUNTRY', path, 'ZZ']], 1]);
  expect(of('ZA')).toEqual([[['COUNTRY_WITHOUT_HOLIDAYS', path, 'ZA']], 1]);
  expect(of('ZA', { '2026-12-25': 'Christmas Day' })).toEqual([[], 1]);
});

test('hours after creation are refused and not dropped: a rule on creation acts at once', () => {
  const onCreation = (after?: string): object => inCity({ rules: [{ ...rule, when: 'creation', after }] });
  expect(problemsOf(onCreation('4 h')).found).toContainEqual({
    code: 'CREATION_AT_ONCE',
    path: 'organizations.0.rules.0.after',
    values: { hours: 4 },
  });
  expect(problemsOf(onCreation('0 h')).changes).toMatchObject([{ value: { trigger: { kind: 'creation' } } }]);
  expect(problemsOf(onCreation()).changes).toHaveLength(1);
});

test('a key that stands twice is told, since the first of the two would be lost without a word', () => {
  const twice = `{ "watchkeeper": 1, "organizations": [
    { "name": "City", "policies": [{ "name": "P", "resolution": "24 h", "reminders": ["1 h"], "resolution": "48 h" }] },
    { "name": "City \\"B\\"", "n\\u0061me": "{,\\\\", "profile": "municipal", "timezone": "UTC" } ] }`;
  const { found } = problemsOf(twice);
  expect(found.filter(({ code }) => code === 'DUPLICATE_KEY')).toEqual([
    { code: 'DUPLICATE_KEY', path: 'organizations.0.policies.0.resolution', values: { key: 'resolution' } },
    { code: 'DUPLICATE_KEY', path: 'organizations.1.name', values: { key: 'name' } },
  ]);
});

test('an absence beyond the years that can be stored is told by its bounds', () => {
  const away = { from: '2026-03-02T10:00:00Z', until: '2200-01-01T00:00:00.001Z' };
  const file = { watchkeeper: 1, users: [{ user: 'thandi', name: 'Thandi', out_of_office: away }] };
  expect(problemsOf(file).found).toContainEqual({
    code: 'INSTANT_OUT_OF_RANGE',
    path: 'users.0.out_of_office.until',
    values: { value: away.until, least: '1900-01-01', most: '2200-01-01' },
  });
});

test('everything that is wrong is told in one go: forms, names, and what the check of all the rest finds', () => {
  const file = {
    watchkeeper: 1,
    color: 'red',
    users: [
      { user: 'thandi' },
      { user: 'sipho', name: 'Sipho', line_manager: 'sipho', clearance: true },
      { user: 'zola', name: 'Zola', line_manager: 'nobody' },
    ],
    organizations: [
      { name: 'City', profile: 'school', categories: 5 },
      {
        name: 'Town',
        profile: 'municipal',
        timezone: 'UTC',
        calendars: [
          { name: 'Broken', hours: { mon: '08:00-17:00' } },
          { name: 'Office', timezone: 'Mars/Olympus', hours: { mon: ['08:00-17:00'] } },
        ],
        policies: [
          { name: 'A', resolution: 24 },
          { name: 'B', resolution: '24 h', calendar: 'Broken', for: { severity: 'low' } },
          { name: 'C', resolution: '90000 h', calendar: 'Nowhere', for: { severity: 'high' } },
          { name: 'c', response: '1 h', reminders: ['0 h'] },
        ],
        rules: [
          { level: 'one' },
          { level: 3, when: 'response_breach', after: '-1 h', to: { user: 'thandi' } },
          { level: 2, when: 'creation', after: '2 h', to: { role: 'ceo' } },
        ],
        teams: [{ name: 'Roads', manager: 'nobody', members: ['sipho'] }],
        roles: { ceo: ['thandi'] },
      },
    ],
  };
  const { found, changes } = problemsOf(file);
  const told = found.map(({ code, path }) => `${path} ${code}`).sort();
  expect(told).toEqual(
    [
      'color UNKNOWN_KEY',
      'users.0.name KEY_MISSING',
      'users.1.clearance UNKNOWN_KEY',
      'users.1.line_manager LINE_MANAGER_LOOP',
      'users.2.line_manager UNKNOWN_USER',
      'organizations.0.profile WRONG_WORD',
      'organizations.0.categories WRONG_TYPE',
      'organizations.1.calendars.0.hours.mon WRONG_TYPE',
      'organizations.1.calendars.1.timezone UNKNOWN_TIME_ZONE',
      'organizations.1.policies.0.resolution WRONG_TYPE',
      'organizations.1.policies.2.calendar UNKNOWN_CALENDAR',
      'organizations.1.policies.2.resolution HOURS_ABSURD',
      'organizations.1.policies.2.name DUPLICATE_NAME',
      'organizations.1.policies.3.name DUPLICATE_NAME',
      'organizations.1.policies.3.reminders.0 REMINDER_AT_DEADLINE',
      'organizations.1.rules.0.level WRONG_TYPE',
      'organizations.1.rules.0.to KEY_MISSING',
      'organizations.1.rules.0.when KEY_MISSING',
      'organizations.1.rules.1.after HOURS_NEGATIVE',
      'organizations.1.rules.2.after CREATION_AT_ONCE',
      'organizations.1.teams.0.manager UNKNOWN_USER',
    ].sort(),
  );
  expect(changes).toEqual([]);
});

test('every form that is wrong is told at once', () => {
  const file = { watchkeeper: 1, usrs: [], organizations: [{ name: 'City', zone: 'UTC', rules: [{ level: 'one' }] }] };
  expect(
    problemsOf(file)
      .found.map(({ path }) => path)
      .sort(),
  ).toEqual([
    'organizations.0.rules.0.level',
    'organizations.0.rules.0.to',
    'organizations.0.rules.0.when',
    'organizations.0.zone',
    'usrs',
  ]);
});

test('what the check of a draft finds is told by its path in the file', () => {
  const file = {
    watchkeeper: 1,
    users: [
      {
        user: 'thandi',
        name: 'Thandi',
        line_manager: 'thandi',
        out_of_office: { from: '2026-03-02T10:00:00+02:00', until: '2026-03-02T08:00:00Z' },
      },
    ],
    organizations: [
      {
        name: 'City',
        timezone: 'Mars/Olympus',
        explanation: { response: '8 h' },
        calendars: [
          {
            name: 'Office',
            timezone: 'UTC',
            hours: { mon: ['08:00-25:00'] },
            breaks: { '2026-02-30': ['12:00-13:00'] },
          },
        ],
        policies: [
          { name: 'A', resolution: '90000 h', reminders: ['1 h'], for: { category: 'parking' } },
          { name: 'B', resolution: '2 h', reminders: ['1 h', '3 h'], for: { severity: 'low' } },
        ],
        rules: [
          { ...rule, to: { user: 'thandi' } },
          { ...rule, level: 2, after: '-1 h', when: 'response_breach' },
        ],
        teams: [{ name: 'Roads', manager: 'thandi' }],
        roles: { agent: ['thandi', 'thandi'] },
      },
    ],
  };
  expect(problemsOf(file).found).toContainEqual({
    code: 'DUPLICATE_ROLE',
    path: 'organizations.0.roles.agent.1',
    values: { role: 'agent' },
  });
  const { found } = problemsOf({ ...file, organizations: [{ ...file.organizations[0], roles: {} }] });
  const paths = found.map(({ code, path }) => `${code} ${path}`);
  for (const expected of [
    'LINE_MANAGER_LOOP users.0.line_manager',
    'ABSENCE_INVERTED users.0.out_of_office.until',
    'UNKNOWN_TIME_ZONE organizations.0.timezone',
    'EXPLANATION_REMINDER_TOO_EARLY organizations.0.explanation.reminder_before',
    'CALENDAR_BAD_TIME organizations.0.calendars.0.hours.mon.0.1',
    'HOURS_ABSURD organizations.0.policies.0.resolution',
    'UNKNOWN_CATEGORY organizations.0.policies.0.for.category',
    'REMINDER_LONGER_THAN_TARGET organizations.0.policies.1.reminders.1',
    'HOURS_NEGATIVE organizations.0.rules.1.after',
    'TARGET_WITHOUT_ROLE organizations.0.rules.0.to.user',
    'TEAM_MANAGER_WITHOUT_ROLE organizations.0.teams.0.manager',
  ])
    expect(paths).toContain(expected);
});

describe('a file changes', () => {
  test('a rule in its place, and sets aside what it has no more', () => {
    const { changes } = problemsOf(inCity({ rules: [{ ...rule, after: '6 h' }], policies: [] }));
    expect(changes).toMatchObject([
      { kind: 'policy', value: { name: 'policy 21', active: false } },
      { kind: 'rule', value: { ruleId: uid(531), trigger: { hours: 6 }, active: true } },
    ]);
  });

  test('nothing of what it leaves out', () => {
    expect(problemsOf(inCity({})).changes).toEqual([]);
    expect(problemsOf({ watchkeeper: 1 }).changes).toEqual([]);
  });

  test('the order of a role’s holders by the order of its list', () => {
    const names = centreEntities.flatMap((entity) =>
      entity.kind === 'user_saved' && entity.value.grants.some(({ role }) => role === 'supervisor')
        ? [entity.value.userName]
        : [],
    );
    expect(names).toHaveLength(2);
    expect(problemsOf(inCity({ roles: { supervisor: names } })).changes).toEqual([]);
    const { changes } = problemsOf(inCity({ roles: { supervisor: names.toReversed() } }));
    expect(changes.map(({ kind }) => kind)).toEqual(['user', 'user']);
    const gone = problemsOf(inCity({ roles: { supervisor: [] } })).changes;
    expect(
      gone.map(
        ({ value }) =>
          'grants' in value && value.grants.map(({ organizationId, role }) => [organizationId === uid(1), role]),
      ),
    ).toEqual([[[false, 'supervisor']], [[false, 'supervisor']]]);
  });
});
