import { failure, success, type Failure, type Result } from '../../../preload/contract/result.ts';
import { mayInStore } from '../../domain/access/access.ts';
import { ConfigSnapshot } from '../../domain/config/config-snapshot.ts';
import type { ConfigEntity } from '../../domain/config/config.ts';
import { checkConfig } from '../config/check-config.ts';
import { readConfigEntities, writeConfigEntity } from '../config/config-table.ts';
import { askToPlanAgain, AWAITING } from '../projection/planned.ts';
import type { Command, WriteContext } from './write-context.ts';

/** Policies, rules, organizations and teams are configured; users are managed. Nobody's own doing: the first run, imports. */
function refusal(entities: readonly ConfigEntity[], { actorId, actor }: WriteContext): Failure | null {
  if (actorId === null) return null;
  const may = (entity: ConfigEntity): boolean =>
    actor !== null && mayInStore(actor, entity.kind === 'user_saved' ? 'manage_users' : 'configure');
  return entities.every(may) ? null : failure('ACCESS_DENIED');
}

/** The configuration as it would be, to be checked as a whole: a team and its manager may come in one save. */
function withAll(context: WriteContext, entities: readonly ConfigEntity[]): ConfigSnapshot {
  const snapshot = new ConfigSnapshot();
  for (const entity of readConfigEntities(context.db)) snapshot.apply(entity);
  for (const entity of entities) snapshot.apply(entity);
  return snapshot;
}

function planAgain(context: WriteContext, entities: readonly ConfigEntity[]): void {
  const organizations = new Set(entities.flatMap((e) => (e.kind === 'rule_published' ? [e.value.organizationId] : [])));
  for (const organizationId of organizations) askToPlanAgain(context.db, organizationId);
  if (entities.some(({ kind }) => kind === 'user_saved' || kind === 'team_saved')) askToPlanAgain(context.db, AWAITING);
}

/** Organizations, teams, users, policies and rules: each an event of the log, all or none. */
export const saveConfig: Command<'save-config'> = ({ entities }, context): Result<{ configVersion: number }> => {
  const refused = refusal(entities, context) ?? checkConfig(withAll(context, entities), entities);
  if (refused !== null) return refused;
  for (const entity of entities) writeConfigEntity(context, entity);
  planAgain(context, entities);
  context.change.directory = true;
  context.audit.append(context.nowAt, context.actorId, 'configured', null);
  return success({ configVersion: context.nextConfigVersion() });
};
