import { describe, expect, test } from 'vitest';
import type { Conditions, PolicyVersion } from '../../../src/main/domain/config/config.ts';
import {
  any,
  centre,
  deskWithTicket,
  HOUR,
  people,
  policy,
  T0,
  uid,
  calendar,
  hospital,
  wardTeam,
} from '../../support/centre.ts';
import { derivedOf } from '../../support/derived.ts';

const names = (parts: Partial<Conditions>): Partial<PolicyVersion> => ({ match: { ...any, ...parts } });

function policyOf(policies: PolicyVersion[], ticket: Parameters<typeof deskWithTicket>[1] = {}) {
  const config = centre({ policies, rules: [] });
  return derivedOf(deskWithTicket(config, ticket), config).policy;
}
const lostBy = (policies: PolicyVersion[]) =>
  policyOf(policies).others.map(({ policy: { name }, lost }) => [name, lost]);

describe('the policy that counts', () => {
  test('is told with the fields that it names', () => {
    expect(policyOf([policy(21), policy(22, names({ category: 'roads', severity: 'medium' }))])).toMatchObject({
      why: 'names_fields',
      counts: {
        name: 'policy 22',
        builtIn: false,
        names: [
          { field: 'category', value: 'roads' },
          { field: 'severity', value: 'medium' },
        ],
      },
    });
  });

  test('counts since the creation, or since what called for another match', () => {
    const config = centre({ policies: [policy(21), policy(22, names({ severity: 'critical' }))], rules: [] });
    const desk = deskWithTicket(config);
    expect(derivedOf(desk, config).policy.since).toEqual({
      at: T0,
      cause: 'created',
      actorId: people.agent,
      fields: [],
    });
    desk
      .at(T0 + HOUR)
      .does(
        { kind: 'ticket_updated', body: { patch: { severity: 'critical', subject: 'worse' } } },
        { actorId: people.supervisor },
      );
    expect(derivedOf(desk, config).policy.since).toEqual({
      at: T0 + HOUR,
      cause: 'changed',
      actorId: people.supervisor,
      fields: ['severity'],
    });
  });

  test('is another one after the ticket was moved', () => {
    const config = centre({ rules: [] });
    const desk = deskWithTicket(config);
    desk.at(T0 + HOUR).does({ kind: 'moved', body: { organizationId: hospital, teamId: wardTeam, assigneeId: null } });
    expect(derivedOf(desk, config).policy).toMatchObject({
      why: 'no_policies',
      counts: { name: 'hospital default medium', publishedAt: null },
      since: { cause: 'moved', at: T0 + HOUR },
    });
  });
});

describe('another policy does not count because', () => {
  const broad = policy(21, names({ category: 'roads' }));

  test('a condition of it does not hold', () => {
    expect(lostBy([broad, policy(22, names({ category: 'roads', kind: 'inquiry' }))])).toEqual([
      ['policy 22', { why: 'condition', fields: [{ field: 'kind', wants: 'inquiry', has: 'complaint' }] }],
    ]);
  });

  test('it names fewer fields', () => {
    expect(lostBy([policy(22), broad])).toEqual([['policy 22', { why: 'less_specific', names: 0, winnerNames: 1 }]]);
  });

  test('the other one names the stronger field', () => {
    expect(lostBy([policy(22, names({ priority: 'medium' })), broad])).toEqual([
      ['policy 22', { why: 'weaker_field', winnerField: 'category' }],
    ]);
  });

  test('the other one is newer', () => {
    const newer = { ...broad, publishedAt: T0 - HOUR };
    expect(lostBy([policy(22, names({ category: 'roads' })), newer])).toEqual([
      ['policy 22', { why: 'older', winnerPublishedAt: T0 - HOUR }],
    ]);
  });

  test('nothing tells them apart but their ids', () => {
    expect(lostBy([broad, policy(22, names({ category: 'roads' }))])).toEqual([['policy 22', { why: 'same_but_id' }]]);
  });

  test('it was published after the ticket was matched', () => {
    const config = centre({ policies: [broad], rules: [] });
    const desk = deskWithTicket(config);
    const later = policy(22, { ...names({ category: 'roads', severity: 'medium' }), publishedAt: T0 + HOUR });
    config.apply({ kind: 'policy_published', value: later });
    const { others, today } = derivedOf(desk.at(T0 + 2 * HOUR), config).policy;
    expect(others.map(({ lost }) => lost)).toEqual([{ why: 'published_later' }]);
    expect(today).toMatchObject({ policy: { name: 'policy 22' } });
  });

  test('the desk that matched did not know of it', () => {
    const config = centre({ policies: [broad], rules: [] });
    const desk = deskWithTicket(config);
    config.apply({ kind: 'policy_published', value: policy(22, names({ category: 'roads', severity: 'medium' })) });
    expect(derivedOf(desk, config).policy.others.map(({ lost }) => lost)).toEqual([{ why: 'not_known_then' }]);
  });
});

describe("today's configuration", () => {
  test('changes nothing where it is that of then', () => {
    expect(policyOf([policy(21)]).today).toBeNull();
  });

  test('tells a newer calendar, and what would breach at once', () => {
    const parts = {
      calendarId: uid(551),
      targetSeconds: { response: null, next_response: null, resolution: 4 * 3600 },
    };
    const config = centre({ policies: [policy(21, parts)], rules: [], calendars: [calendar(51)] });
    const desk = deskWithTicket(config);
    const value = calendar(51, {
      id: uid(52),
      name: 'nights too',
      publishedAt: T0,
      hours: { ...calendar(51).hours, hours: {} },
    });
    config.apply({ kind: 'calendar_published', value });
    expect(derivedOf(desk.at(T0 + HOUR), config).policy.today).toMatchObject({
      policy: { name: 'policy 21' },
      calendar: { name: 'nights too' },
      deadlines: { resolution: { before: T0 + 4 * HOUR, after: null } },
      breachesNow: [],
    });
  });
});
