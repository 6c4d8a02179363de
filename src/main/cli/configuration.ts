import { failure, success, type Result } from '../../preload/contract/result.ts';
import { mayInStore } from '../domain/access/access.ts';
import { ConfigSnapshot } from '../domain/config/config-snapshot.ts';
import type { Session } from './use-store.ts';

/** @returns everything configured; ACCESS_DENIED for whoever may not read it */
export async function configurationOf({ store, queryContext }: Session): Promise<Result<ConfigSnapshot>> {
  const read = await store.query('config', {}, queryContext());
  if (!read.ok) return read;
  const config = new ConfigSnapshot();
  for (const entity of read.value.entities) config.apply(entity);
  return success(config);
}

/** @returns everything configured, to somebody who may manage users; ACCESS_DENIED to others, a service credential among them */
export async function configurationOfManager(session: Session): Promise<Result<ConfigSnapshot>> {
  const config = await configurationOf(session);
  if (!config.ok) return config;
  const manager = session.userId === null ? undefined : config.value.user(session.userId);
  return manager !== undefined && mayInStore(manager, 'manage_users') ? config : failure('ACCESS_DENIED');
}
