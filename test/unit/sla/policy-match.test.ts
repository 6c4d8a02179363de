import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Conditions, PolicyVersion } from '../../../src/main/domain/config/config.ts';
import { conditionFields } from '../../../src/main/domain/sla/conditions.ts';
import { matchPolicy } from '../../../src/main/domain/sla/policy-match.ts';
import { systemDefault } from '../../../src/main/domain/sla/system-defaults.ts';
import { any, centre, city, hospital, policy } from '../../support/centre.ts';

const ticket = { kind: 'complaint', category: 'roads', severity: 'high', priority: 'low' } as const;
const all: Conditions = ticket;

function winnerOf(policies: PolicyVersion[], organizationId = city, of = ticket): string {
  const config = centre({ policies });
  const organization = config.organization(organizationId);
  if (organization === undefined) throw new Error('no such organization');
  return matchPolicy(of, organization, config).id;
}

function naming(...fields: (keyof Conditions)[]): Conditions {
  return { ...any, ...Object.fromEntries(fields.map((field) => [field, all[field]])) };
}

describe('policy match (SLA 1)', () => {
  test('the policy that names more fields wins', () => {
    const one = policy(21, { match: naming('kind') });
    const two = policy(22, { match: naming('severity', 'priority') });
    expect(winnerOf([one, two])).toBe(two.id);
  });

  test('among policies that name as many, the leftmost field is strongest', () => {
    for (const [strong, weak] of [
      ['kind', 'category'],
      ['category', 'severity'],
      ['severity', 'priority'],
    ] as const) {
      const a = policy(21, { match: naming(strong) });
      const b = policy(22, { match: naming(weak), publishedAt: a.publishedAt + 1 });
      expect(winnerOf([a, b])).toBe(a.id);
    }
  });

  test('among policies that name the same, the newest wins', () => {
    const older = policy(21, { match: naming('kind') });
    const newer = policy(22, { match: naming('kind'), publishedAt: older.publishedAt + 1 });
    expect(winnerOf([newer, older])).toBe(newer.id);
  });

  test('a policy that is not active, names another value or belongs to another organization does not count', () => {
    const off = policy(21, { match: naming('kind'), active: false });
    const other = policy(22, { match: { ...any, category: 'water' } });
    const elsewhere = policy(23, { match: naming('kind'), organizationId: hospital });
    const general = policy(24);
    expect(winnerOf([off, other, elsewhere, general])).toBe(general.id);
  });

  test('a newer version that is switched off takes its policy out', () => {
    const first = policy(21, { match: naming('kind') });
    const off = { ...policy(22, { match: naming('kind'), active: false }), policyId: first.policyId };
    expect(winnerOf([first, off])).toBe(systemDefault('municipal', 'high').id);
  });

  test('a matched policy is final, even with no targets at all', () => {
    const none = policy(21, { targetSeconds: { response: null, next_response: null, resolution: null } });
    expect(winnerOf([none])).toBe(none.id);
  });

  test.each([
    ['municipal', 'medium', 24, 168, []],
    ['hospital', 'low', null, 72, [48, 12]],
    ['hospital', 'medium', null, 48, [24, 6]],
    ['hospital', 'high', null, 24, [12, 4]],
    ['hospital', 'critical', null, 12, [6, 2]],
  ] as const)('system default of a %s, severity %s', (profile, severity, response, resolution, reminders) => {
    const version = systemDefault(profile, severity);
    expect(version.targetSeconds).toEqual({
      response: response === null ? null : response * 3600,
      next_response: null,
      resolution: resolution * 3600,
    });
    expect(version.remindersBeforeSeconds).toEqual(reminders.map((hours) => hours * 3600));
  });

  test('an organization without a policy that fits gets the default of its profile', () => {
    expect(winnerOf([], hospital)).toBe(systemDefault('hospital', 'high').id);
    expect(winnerOf([], city)).toBe(systemDefault('municipal', 'high').id);
  });

  test('the order in which policies arrived never matters', () => {
    const some = fc.subarray([...conditionFields], { minLength: 0 });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 8 }), fc.func(fc.integer()), (namings, key) => {
        const policies = namings.map((fields, n) => policy(21 + n, { match: naming(...fields) }));
        const shuffled = [...policies].sort((a, b) => key(a.id) - key(b.id));
        expect(winnerOf(shuffled)).toBe(winnerOf(policies));
      }),
    );
  });
});
