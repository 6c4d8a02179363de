import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ConfigSnapshot } from '../../../../src/main/domain/config/config-snapshot.ts';
import { matchPolicy } from '../../../../src/main/domain/sla/policy-match.ts';
import { systemDefault } from '../../../../src/main/domain/sla/system-defaults.ts';
import type { Configuration } from '../../../../src/preload/contract/configuration.ts';
import { profiles, severities, ticketKinds } from '../../../../src/preload/contract/values.ts';
import { decidedCells, type PolicyView } from '../../../../src/renderer/features/admin/policies/decided-by.ts';
import { city, policy } from '../../../support/centre.ts';

const categories = ['Water', 'Power'] as const;
const orNone = <T>(values: readonly T[]) => fc.constantFrom(null, ...values);
const written = fc.record({
  active: fc.boolean(),
  publishedAt: fc.integer({ min: 1, max: 3 }),
  match: fc.record({
    kind: orNone(ticketKinds.slice(0, 2)),
    category: orNone(categories),
    severity: orNone(severities),
    priority: orNone(severities),
  }),
});

/** As `config.get` tells them: by profile, one for each severity where they differ. */
const defaultPolicies = profiles.flatMap((profile) =>
  [...new Set(severities.map((severity) => systemDefault(profile, severity)))].map(
    ({ publishedAt: _publishedAt, ...version }) => ({ ...version, organizationId: '' as const, profile }),
  ),
);

test('the grid shows in every cell the policy that the rules match', () => {
  fc.assert(
    fc.property(
      fc.array(written, { maxLength: 12 }),
      fc.constantFrom(...profiles),
      orNone(ticketKinds.slice(0, 2)),
      orNone(categories),
      (list, profile, kind, category) => {
        const versions = list.map((parts, n) => policy(n, parts));
        const snapshot = new ConfigSnapshot();
        const organization = { id: city, name: 'City', profile, timezone: 'UTC', categories };
        snapshot.apply({ kind: 'organization_saved', value: organization });
        for (const value of versions) snapshot.apply({ kind: 'policy_published', value });
        const views = versions.map(({ id: revision, publishedAt, ...value }): PolicyView => {
          const version = { value, revision, savedAt: publishedAt, savedById: null };
          return { id: value.policyId, value, basedOn: revision, state: 'published', versions: [version] };
        });
        // The grid asks nothing of the configuration but the product's own policies.
        const config = { defaultPolicies } as unknown as Configuration;
        const cells = decidedCells(config, profile, views, { kind, category });
        expect(cells).toHaveLength(16);
        for (const { severity, priority, policy: shown, value } of cells) {
          const ticket = { kind: kind ?? ticketKinds[4], category: category ?? 'Anything else', severity, priority };
          const winner = matchPolicy(ticket, organization, snapshot);
          expect(shown?.id ?? value.policyId).toBe(winner.policyId);
          expect(shown === null).toBe(winner.organizationId === '');
        }
      },
    ),
  );
});
