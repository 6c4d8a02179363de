import type { ConfigChange, ConfigProblem } from '../../../preload/contract/configuration.ts';
import { failure, success } from '../../../preload/contract/result.ts';
import type { User } from '../../domain/config/config.ts';
import type { ConfigSnapshot } from '../../domain/config/config-snapshot.ts';
import { holdersToday } from '../../domain/escalation/holder-today.ts';
import { checkDraft, withDraft } from '../../domain/publishing/check/check-draft.ts';
import { idOf } from '../../../preload/contract/config-thing.ts';
import { onlyChanged } from '../../domain/publishing/draft.ts';
import { publishingOf } from '../../domain/publishing/publishing-for.ts';
import { mayViewConfiguration } from '../../domain/publishing/sight.ts';
import { readConfigEntities } from '../config/config-table.ts';
import type { Query } from './read-context.ts';

/** Whether somebody may look at an organization's rules as this draft would have them; an empty one takes sight alone. */
export function mayTryRules(
  viewer: User,
  organizationId: string,
  changes: readonly ConfigChange[],
  config: ConfigSnapshot,
): boolean {
  const isDraft = changes.length > 0;
  return mayViewConfiguration(viewer, organizationId) && (!isDraft || publishingOf(viewer, changes, config) !== 'none');
}

/** Every rule of the organization that the draft leaves alone, as if it said the same again: so its problems are told too. */
function unchanged(config: ConfigSnapshot, organizationId: string, changes: readonly ConfigChange[]): ConfigChange[] {
  const changed = new Set(changes.map(idOf));
  return config
    .currentRules(organizationId)
    .filter(({ ruleId }) => !changed.has(ruleId))
    .map(({ id: _id, publishedAt: _publishedAt, ...value }) => ({ kind: 'rule', basedOn: null, value }));
}

/** Whom each rule of an organization names today, and what is odd about it. Nothing is written. */
export const escalationRules: Query<'escalation-rules'> = (
  { organizationId, changes },
  { db, viewer, config, nowAt },
) => {
  if (viewer === null || !mayTryRules(viewer, organizationId, changes, config)) return failure('ACCESS_DENIED');
  const entities = readConfigEntities(db);
  const after = withDraft(entities, onlyChanged(changes, config), nowAt);
  const rules = after.currentRules(organizationId);
  const ids = new Set(rules.map(({ ruleId }) => ruleId));
  const isOfRules = ({ thing, code }: ConfigProblem): boolean =>
    (thing?.kind === 'rule' && ids.has(thing.id)) || (code === 'LEVEL_INACTIVE' && thing?.id === organizationId);
  const problems = checkDraft(entities, [...changes, ...unchanged(config, organizationId, changes)], nowAt);
  return success({
    rules: rules.map((rule) => ({ ruleId: rule.ruleId, holders: holdersToday(rule, nowAt, after) })),
    problems: problems.filter(isOfRules),
  });
};
