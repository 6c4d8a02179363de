import type { ConfigChange, ConfigProblem } from '../../../../preload/contract/configuration.ts';
import type { Instant } from '../../../../preload/contract/values.ts';
import { ConfigSnapshot } from '../../config/config-snapshot.ts';
import type { ConfigEntity, Organization } from '../../config/config.ts';
import { idOf, organizationIdOf, thingOf } from '../../../../preload/contract/config-thing.ts';
import { entityOf } from '../draft.ts';
import { checkCalendar } from './check-calendar.ts';
import { checkOrganization } from './check-organization.ts';
import { checkAdministrators, checkTeam, checkUser } from './check-people.ts';
import { checkGrid, checkPolicy, checkTies } from './check-policies.ts';
import { checkLevels, checkOrder, checkRule } from './check-rules.ts';
import { checkTemplates } from './check-templates.ts';
import { Namesakes } from './common.ts';
import { errorsFirst, problemOf, type Found } from './problem.ts';
import { Winners } from './winners.ts';

export function snapshotOf(entities: Iterable<ConfigEntity>): ConfigSnapshot {
  const snapshot = new ConfigSnapshot();
  for (const entity of entities) snapshot.apply(entity);
  return snapshot;
}

/** The configuration with a draft as if it were published. Its versions have ids that nothing else has. */
export function withDraft(
  entities: readonly ConfigEntity[],
  changes: readonly ConfigChange[],
  publishedAt: Instant,
): ConfigSnapshot {
  const newId = ({ id }: { id: string }): string => `draft ${id}`;
  return snapshotOf([...entities, ...changes.map((change) => entityOf(change, { publishedAt, newId }))]);
}

/** Organizations that a draft can make right or wrong; a user may be named in any. */
function concernedBy(changes: readonly ConfigChange[], config: ConfigSnapshot): Organization[] {
  const ids = new Set(changes.map(organizationIdOf));
  return [...config.organizations()].filter(({ id }) => ids.has(null) || ids.has(id));
}

/** Everything that is wrong or odd in what a draft concerns. */
function findIn(config: ConfigSnapshot, changes: readonly ConfigChange[]): Found[] {
  const found: Found[] = [...checkAdministrators(config)];
  const userNames = new Namesakes([...config.users()].map(({ id, userName }) => ({ id, name: userName })));
  for (const user of config.users()) found.push(...checkUser(user, userNames, config));
  const organizationNames = new Namesakes(config.organizations());
  for (const organization of concernedBy(changes, config)) {
    found.push(
      ...checkOrganization(organization, organizationNames, config),
      ...findInOrganization(organization, config),
    );
  }
  return found;
}

function findInOrganization(organization: Organization, config: ConfigSnapshot): Found[] {
  const calendars = config.currentCalendars(organization.id);
  const policies = config.currentPolicies(organization.id);
  const rules = config.currentRules(organization.id);
  const teams = config.teams(organization.id);
  const calendarNames = new Namesakes(calendars.map(({ calendarId, name }) => ({ id: calendarId, name })));
  const policyNames = new Namesakes(policies.map(({ policyId, name }) => ({ id: policyId, name })));
  const teamNames = new Namesakes(teams);
  const winners = new Winners(organization, config);
  return [
    ...teams.flatMap((team) => checkTeam(team, teamNames, config)),
    ...calendars.flatMap((calendar) => checkCalendar(calendar, calendarNames)),
    ...policies.flatMap((policy) => checkPolicy(policy, policyNames, organization, config)),
    ...checkTies(policies),
    ...checkGrid(organization, policies),
    ...rules.flatMap((rule) => checkRule(rule, organization, config, winners)),
    ...checkOrder(rules),
    ...checkLevels(organization, rules),
    ...checkTemplates(config.currentTemplates(organization.id)),
  ];
}

/** Where everything of one kind and id stands, whatever its organization says. */
function homesOf(entities: readonly ConfigEntity[]): Map<string, { kind: string; organizationId: string | null }> {
  const homes = new Map<string, { kind: string; organizationId: string | null }>();
  for (const { kind, value } of entities) {
    if (kind === 'organization_saved') homes.set(value.id, { kind: 'organization', organizationId: value.id });
    else if (kind === 'team_saved') homes.set(value.id, { kind: 'team', organizationId: value.organizationId });
    else if (kind === 'user_saved') homes.set(value.id, { kind: 'user', organizationId: null });
    else if (kind === 'policy_published')
      homes.set(value.policyId, { kind: 'policy', organizationId: value.organizationId });
    else if (kind === 'rule_published') homes.set(value.ruleId, { kind: 'rule', organizationId: value.organizationId });
    else if (kind === 'calendar_published')
      homes.set(value.calendarId, { kind: 'calendar', organizationId: value.organizationId });
    else if (kind === 'template_published')
      homes.set(value.templateId, { kind: 'template', organizationId: value.organizationId });
  }
  return homes;
}

/** What is wrong with the draft itself, before it is laid over what is there. */
function findInDraft(
  changes: readonly ConfigChange[],
  entities: readonly ConfigEntity[],
  after: ConfigSnapshot,
): Found[] {
  const homes = homesOf(entities);
  const seen = new Set<string>();
  return changes.flatMap((change): Found[] => {
    const id = idOf(change);
    const thing = thingOf(change);
    if (seen.has(id)) return [{ code: 'CHANGED_TWICE', thing, path: '' }];
    seen.add(id);
    const home = homes.get(id);
    const organizationId = organizationIdOf(change);
    if (home !== undefined && home.kind !== change.kind) return [{ code: 'ID_TAKEN', thing, path: 'id' }];
    if (home !== undefined && home.organizationId !== organizationId)
      return [{ code: 'ORGANIZATION_CHANGED', thing, path: 'organizationId' }];
    if (organizationId !== null && after.organization(organizationId) === undefined)
      return [{ code: 'UNKNOWN_ORGANIZATION', thing, path: 'organizationId' }];
    return [];
  });
}

function keyOf({ code, thing, path, values }: Found): string {
  return JSON.stringify([code, thing, path, values]);
}

/**
 * What is wrong or odd with a draft, laid over the configuration as it is.
 * @param entities  the configuration, in the order of the log
 * @param nowAt  epoch ms
 * @returns errors first. A problem counts when it lies in a thing of the draft or is new through it: what was wrong elsewhere
 *   before blocks nobody. Rule: product.md, SLA and Escalation; ux.md, Screens.
 */
export function checkDraft(
  entities: readonly ConfigEntity[],
  changes: readonly ConfigChange[],
  nowAt: Instant,
): ConfigProblem[] {
  const after = withDraft(entities, changes, nowAt);
  const inDraft = findInDraft(changes, entities, after);
  // A draft that is not one laid over anything would be told in riddles.
  if (inDraft.length > 0) return inDraft.map(problemOf);
  const were = new Set(findIn(snapshotOf(entities), changes).map(keyOf));
  const ids = new Set(changes.map(idOf));
  const isOfDraft = ({ thing, about = thing === null ? [] : [thing.id] }: Found): boolean =>
    about.some((id) => ids.has(id));
  const problems = findIn(after, changes)
    .filter((found) => isOfDraft(found) || !were.has(keyOf(found)))
    .map(problemOf);
  return errorsFirst(problems);
}

export function hasErrors(problems: readonly ConfigProblem[]): boolean {
  return problems.some(({ severity }) => severity === 'error');
}
