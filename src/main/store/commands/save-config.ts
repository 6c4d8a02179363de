import type { ConfigChange } from '../../../preload/contract/configuration.ts';
import { failure, success, type Failure, type Result } from '../../../preload/contract/result.ts';
import { mayInStore } from '../../domain/access/access.ts';
import { ConfigSnapshot } from '../../domain/config/config-snapshot.ts';
import type { ConfigEntity } from '../../domain/config/config.ts';
import { needsApproval } from '../../domain/publishing/publishing-for.ts';
import { checkConfig } from '../config/check-config.ts';
import { readConfigEntities } from '../config/config-table.ts';
import { writeEntities } from '../config/write-entities.ts';
import type { Command, WriteContext } from './write-context.ts';

/** The same as a draft would say it. Clearance for an organization that is made in this save discloses nothing yet. */
function asChange(entity: ConfigEntity, known: ConfigSnapshot): ConfigChange[] {
  switch (entity.kind) {
    case 'organization_saved':
      return [{ kind: 'organization', basedOn: null, value: entity.value }];
    case 'team_saved':
      return [{ kind: 'team', basedOn: null, value: entity.value }];
    case 'user_saved': {
      const clearedFor = entity.value.clearedFor.filter((id) => known.organization(id) !== undefined);
      return [{ kind: 'user', basedOn: null, value: { ...entity.value, clearedFor } }];
    }
    case 'policy_published':
      return [{ kind: 'policy', basedOn: null, value: entity.value }];
    case 'rule_published':
      return [{ kind: 'rule', basedOn: null, value: entity.value }];
    case 'calendar_published':
      return [{ kind: 'calendar', basedOn: null, value: entity.value }];
    case 'template_published':
      return [{ kind: 'template', basedOn: null, value: entity.value }];
    default:
      return [];
  }
}

/** Policies, rules, organizations and teams are configured; users are managed. Nobody's own doing: the first run, imports. */
function refusal(entities: readonly ConfigEntity[], { actorId, actor, config }: WriteContext): Failure | null {
  if (actorId === null) return null;
  const may = (entity: ConfigEntity): boolean =>
    actor !== null && mayInStore(actor, entity.kind === 'user_saved' ? 'manage_users' : 'configure');
  if (!entities.every(may)) return failure('ACCESS_DENIED');
  const changes = entities.flatMap((entity) => asChange(entity, config));
  return needsApproval(changes, config) ? failure('SECOND_APPROVER_NEEDED') : null;
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
