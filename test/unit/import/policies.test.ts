import { describe, expect, it } from 'vitest';
import type { User } from '../../../src/main/domain/config/config.ts';
import { SpanTally, spansByMapping } from '../../../src/main/domain/import/learn-spans.ts';
import { planDirectory } from '../../../src/main/domain/import/plan-directory.ts';
import { planPolicies } from '../../../src/main/domain/import/plan-policies.ts';
import { mappingFrom, mappingJson } from '../../support/cli-mapping.ts';

const mapping = mappingFrom(mappingJson());

function counter(): () => string {
  let made = 0;
  return () => `id-${(made += 1)}`;
}

function tallyOf(rows: readonly (readonly [string, number | null])[]): SpanTally {
  const tally = new SpanTally();
  for (const [category, seconds] of rows) {
    tally.add({ category, createdAt: 1000, dueAt: seconds === null ? null : 1000 + seconds * 1000 });
  }
  return tally;
}

describe('policies learnt from due dates', () => {
  const rows = [
    ['Water', 86_400],
    ['Water', 86_400],
    ['Record', 0],
    ['Questions', null],
    ['Roads', 3600],
    ['Roads', 7200],
    ['Roads', 7200],
  ] as const;

  it('give each category its one span, none where no row has a date, and refuse spans that differ', () => {
    expect(Object.fromEntries(spansByMapping(mapping, tallyOf(rows)))).toEqual({
      Water: { kind: 'span', seconds: 86_400 },
      Record: { kind: 'span', seconds: 0 },
      Questions: { kind: 'none' },
      Roads: {
        kind: 'disagree',
        spans: [
          { seconds: 7200, rows: 2 },
          { seconds: 3600, rows: 1 },
        ],
      },
    });
  });

  it('follow the majority where the mapping says so, and the longer span of equally common ones', () => {
    expect(tallyOf(rows).learnt('majority').get('Roads')).toEqual({ kind: 'span', seconds: 7200 });
    const even = tallyOf([
      ['A', 10],
      ['A', 20],
    ]);
    expect(even.learnt('majority').get('A')).toEqual({ kind: 'span', seconds: 20 });
  });

  it('come from a table where the mapping has one', () => {
    const table = { by: 'category', from: 'table', hours: { Water: 1.5 }, otherwise_hours: null };
    const spans = spansByMapping(mappingFrom({ ...mappingJson(), policies: table }), tallyOf(rows));
    expect(spans.get('Water')).toEqual({ kind: 'span', seconds: 5400 });
    expect(spans.get('Roads')).toEqual({ kind: 'none' });
  });

  it('have one target, no pauses and no reminders, and a category without dates gets one without targets', () => {
    const given = { organizationId: 'org', publishedAt: 5, newId: counter() };
    const { publish, made } = planPolicies(tallyOf(rows).learnt('reject'), [], given);
    expect(made).toBe(3);
    expect(
      publish.map(({ match, targetSeconds, pauseStatuses }) => [match.category, targetSeconds, pauseStatuses]),
    ).toEqual([
      ['Questions', { response: null, next_response: null, resolution: null }, []],
      ['Record', { response: null, next_response: null, resolution: 0 }, []],
      ['Water', { response: null, next_response: null, resolution: 86_400 }, []],
    ]);
  });

  it('are used again by the next file, and published anew where it gives another time', () => {
    const given = { organizationId: 'org', publishedAt: 5, newId: counter() };
    const first = planPolicies(
      tallyOf([
        ['Water', 10],
        ['Roads', 20],
      ]).learnt('reject'),
      [],
      given,
    );
    const second = planPolicies(
      tallyOf([
        ['Water', 10],
        ['Roads', 30],
      ]).learnt('reject'),
      first.publish,
      given,
    );
    expect(second).toMatchObject({
      made: 0,
      unchanged: 1,
      changed: [{ category: 'Roads', fromSeconds: 20, toSeconds: 30 }],
    });
    expect(second.publish[0]?.policyId).toBe(first.publish.find(({ name }) => name === 'Roads')?.policyId);
    const blank = planPolicies(tallyOf([['Roads', null]]).learnt('reject'), first.publish, given);
    expect(blank).toMatchObject({ publish: [], unchanged: 1 });
  });
});

describe('the directory of an import', () => {
  const actor: User = {
    id: 'me',
    userName: 'admin',
    displayName: 'Administrator',
    language: 'en',
    active: true,
    administrator: true,
    grants: [],
    clearedFor: [],
    lineManagerId: null,
    outOfOffice: null,
  };
  const seen = { categories: ['Water'], teams: ['Pipes'] };

  it('makes a missing organization, in which who imports becomes agent and supervisor and leads the teams', () => {
    const plan = planDirectory(mapping, seen, { organizations: [], teams: [], actor }, counter());
    expect(plan).toMatchObject({
      organizationMade: true,
      categoriesAdded: ['Water'],
      teamsMade: [{ managerId: 'me' }],
    });
    const user = plan.entities.find(({ kind }) => kind === 'user_saved')?.value as User;
    expect(user.grants.map(({ role }) => role)).toEqual(['agent', 'supervisor']);
  });

  it('finds what is there whatever its case, and writes nothing then', () => {
    const made = planDirectory(mapping, seen, { organizations: [], teams: [], actor }, counter());
    const organizations = [{ ...made.organization, name: made.organization.name.toUpperCase() }];
    const again = planDirectory(mapping, seen, { organizations, teams: made.teamsMade, actor }, counter());
    expect(again).toMatchObject({ organizationMade: false, entities: [] });
    expect(again.teamIds.get('Pipes')).toBe(made.teamIds.get('Pipes'));
  });
});
