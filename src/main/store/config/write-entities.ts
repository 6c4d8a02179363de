import type { ConfigEntity } from '../../domain/config/config.ts';
import type { WriteContext } from '../commands/write-context.ts';
import { askToPlanAgain, AWAITING } from '../projection/planned.ts';
import { writeConfigEntity } from './config-table.ts';

function planAgain({ db }: WriteContext, entities: readonly ConfigEntity[]): void {
  const organizations = new Set(entities.flatMap((e) => (e.kind === 'rule_published' ? [e.value.organizationId] : [])));
  for (const organizationId of organizations) askToPlanAgain(db, organizationId);
  if (entities.some(({ kind }) => kind === 'user_saved' || kind === 'team_saved')) askToPlanAgain(db, AWAITING);
}

/**
 * Appends configuration to the log, makes it current, and asks for what rests on it to be planned again.
 * @param eventIdOf  id of what is saved without versions; left out: fresh ones
 * @returns version of the configuration, for readers that hold an older one
 */
export function writeEntities(
  context: WriteContext,
  entities: readonly ConfigEntity[],
  eventIdOf?: (entity: ConfigEntity) => string,
): number {
  for (const entity of entities) writeConfigEntity(context, entity, eventIdOf?.(entity));
  planAgain(context, entities);
  context.change.directory = true;
  return context.nextConfigVersion();
}
