import type { Configuration } from '../../../preload/contract/configuration.ts';
import { failure, success } from '../../../preload/contract/result.ts';
import { profiles, severities } from '../../../preload/contract/values.ts';
import { mayIn, mayInStore } from '../../domain/access/access.ts';
import type { ConfigEntity, Organization, User } from '../../domain/config/config.ts';
import { defaultExplanationTerms } from '../../domain/explanation/explanation-terms.ts';
import { defaultMessageTerms } from '../../domain/messages/message-terms.ts';
import { organizationsConfiguredBy, usersSeen } from '../../domain/publishing/sight.ts';
import { systemDefault } from '../../domain/sla/system-defaults.ts';
import { readConfigRows, Revisions, type ConfigRow, type SetBy } from '../config/config-rows.ts';
import { maySee, proposalsIn, proposalView } from '../config/proposals.ts';
import type { Query } from './read-context.ts';

type Kind = ConfigEntity['kind'];
type ValueOf<K extends Kind> = Extract<ConfigEntity, { kind: K }>['value'];

/** Values of one kind with who set them, in the order of the log. */
function ofKind<K extends Kind>(rows: readonly ConfigRow[], kind: K): (ValueOf<K> & SetBy)[] {
  return rows.flatMap(({ entity, setBy }) =>
    // `kind` is what tells the values apart.
    entity.kind === kind ? [{ ...(entity.value as ValueOf<K>), ...setBy }] : [],
  );
}

/** All versions of each thing, the newest first. */
function versionsOf<V extends { organizationId: string }>(
  values: readonly V[],
  seen: ReadonlySet<string>,
  idOf: (value: V) => string,
): [id: string, versions: V[]][] {
  const visible = values.filter(({ organizationId }) => seen.has(organizationId));
  return [...Map.groupBy(visible, idOf)].map(([id, versions]) => [id, versions.reverse()]);
}

function publishingIn(viewer: User, { id, secondApprover }: Organization): 'immediate' | 'approval' | 'none' {
  if (mayInStore(viewer, 'configure')) return secondApprover === true ? 'approval' : 'immediate';
  return mayIn(viewer, 'propose_configuration', id) ? 'approval' : 'none';
}

/** One per profile, or one per severity where they differ. */
const defaultPolicies: Configuration['defaultPolicies'] = profiles.flatMap((profile) => {
  const versions = new Set(severities.map((severity) => systemDefault(profile, severity)));
  return [...versions].map(({ publishedAt: _publishedAt, ...version }) => ({
    ...version,
    organizationId: '' as const,
    profile,
  }));
});

/** The configuration as the administration's screens read it: rows of the configuration alone, never a ticket. */
export const configuration: Query<'configuration'> = (_input, { db, viewer, config }) => {
  if (viewer === null) return failure('ACCESS_DENIED');
  const seen = organizationsConfiguredBy(viewer, config);
  const manageStore = mayInStore(viewer, 'manage_users');
  if (seen.size === 0 && !manageStore) return failure('ACCESS_DENIED');

  const rows = readConfigRows(db);
  const revisions = new Revisions(rows);
  const users = new Map(ofKind(rows, 'user_saved').map((user) => [user.id, user]));
  const organizations = ofKind(rows, 'organization_saved')
    .filter(({ id }) => seen.has(id))
    .map((organization) => ({ ...organization, publishing: publishingIn(viewer, organization) }));
  return success({
    organizations,
    teams: ofKind(rows, 'team_saved').filter(({ organizationId }) => seen.has(organizationId)),
    users: usersSeen(viewer, seen, config).flatMap((user) => {
      const saved = users.get(user.id);
      return saved === undefined ? [] : [{ ...saved, ...user }];
    }),
    calendars: versionsOf(ofKind(rows, 'calendar_published'), seen, ({ calendarId }) => calendarId).map(
      ([calendarId, versions]) => ({ calendarId, versions }),
    ),
    policies: versionsOf(ofKind(rows, 'policy_published'), seen, ({ policyId }) => policyId).map(
      ([policyId, versions]) => ({ policyId, versions }),
    ),
    rules: versionsOf(ofKind(rows, 'rule_published'), seen, ({ ruleId }) => ruleId).map(([ruleId, versions]) => ({
      ruleId,
      versions,
    })),
    templates: versionsOf(ofKind(rows, 'template_published'), seen, ({ templateId }) => templateId).map(
      ([templateId, versions]) => ({ templateId, versions }),
    ),
    explanationDefaults: defaultExplanationTerms,
    messageDefaults: defaultMessageTerms,
    defaultPolicies,
    proposals: proposalsIn(rows)
      .filter(({ proposal, decision }) => decision === null && maySee(viewer, proposal))
      .map((known) => proposalView(known, viewer, revisions)),
    may: { change: organizations.some(({ publishing }) => publishing !== 'none') || manageStore, manageStore },
  });
};
