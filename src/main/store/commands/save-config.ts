import { failure, success, type Failure, type Result } from '../../../preload/contract/result.ts';
import { mayInStore } from '../../domain/access/access.ts';
import { ConfigSnapshot } from '../../domain/config/config-snapshot.ts';
import type { ConfigEntity } from '../../domain/config/config.ts';
import { checkConfig } from '../config/check-config.ts';
import { readConfigEntities } from '../config/config-table.ts';
import { writeEntities } from '../config/write-entities.ts';
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

/** Organizations, teams, users, policies and rules: each an event of the log, all or none. */
export const saveConfig: Command<'save-config'> = ({ entities }, context): Result<{ configVersion: number }> => {
  const refused = refusal(entities, context) ?? checkConfig(withAll(context, entities), entities);
  if (refused !== null) return refused;
  const configVersion = writeEntities(context, entities);
  context.audit.append(context.nowAt, context.actorId, 'configured', null);
  return success({ configVersion });
};
