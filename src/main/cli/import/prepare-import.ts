import { v7 } from 'uuid';
import { failure, success, type Result } from '../../../preload/contract/result.ts';
import type { Instant } from '../../../preload/contract/values.ts';
import type { ConfigSnapshot } from '../../domain/config/config-snapshot.ts';
import type { ConfigEntity, RuleVersion, User } from '../../domain/config/config.ts';
import { defaultRuleRows, rulesFrom } from '../../domain/escalation/default-rules.ts';
import type { Mapping } from '../../domain/import/mapping.ts';
import { planDirectory, type DirectoryPlan } from '../../domain/import/plan-directory.ts';
import { planPolicies, type PolicyPlan } from '../../domain/import/plan-policies.ts';
import { configurationOf } from '../configuration.ts';
import type { Session } from '../use-store.ts';
import type { Survey } from './survey-file.ts';

/** What the store has to hold before the first row; `entities` is what it lacks of it. */
export type Prepared = {
  actor: User;
  directory: DirectoryPlan;
  policies: PolicyPlan;
  rules: RuleVersion[];
  entities: ConfigEntity[];
};

/** @returns ACCESS_DENIED when the user may not read the configuration */
export async function prepareImport(
  session: Session,
  survey: Survey,
  mapping: Mapping,
  importAt: Instant,
): Promise<Result<Prepared>> {
  const configured = await configurationOf(session);
  if (!configured.ok) return configured;
  const config = configured.value;
  const actor = actorOf(config, session.userId);
  if (actor === undefined) return failure('ACCESS_DENIED');

  const newId = (): string => v7();
  const organizations = [...config.organizations()];
  const teams = organizations.flatMap(({ id }) => config.teams(id));
  const directory = planDirectory(mapping, survey, { organizations, teams, actor }, newId);
  const organizationId = directory.organization.id;
  const existing = config.currentPolicies(organizationId);
  const given = { organizationId, publishedAt: importAt, newId };
  const policies = planPolicies(survey.spans, existing, given);
  // An organization without a rule escalates nothing, and nobody would notice. In one that was there before, its
  // administrator has decided, and nothing may be decided again behind their back.
  const rules = directory.organizationMade ? rulesFrom(defaultRuleRows[directory.organization.profile], given) : [];
  const published: ConfigEntity[] = [
    ...policies.publish.map((value) => ({ kind: 'policy_published' as const, value })),
    ...rules.map((value) => ({ kind: 'rule_published' as const, value })),
  ];
  return success({ actor, directory, policies, rules, entities: [...directory.entities, ...published] });
}

/** A service credential is nobody: what it imports is given to the store's first administrator. */
function actorOf(config: ConfigSnapshot, userId: string | null): User | undefined {
  if (userId !== null) return config.user(userId);
  return [...config.users()].find((user) => user.active && user.administrator);
}
