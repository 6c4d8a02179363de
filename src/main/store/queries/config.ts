import { failure, success } from '../../../preload/contract/result.ts';
import { mayInStore } from '../../domain/access/access.ts';
import { readConfigEntities } from '../config/config-table.ts';
import type { Query } from './read-context.ts';

export const configQuery: Query<'config'> = (_input, { db, viewerId, viewer }) => {
  if (viewerId !== null && (viewer === null || !mayInStore(viewer, 'configure'))) return failure('ACCESS_DENIED');
  return success({ entities: readConfigEntities(db) });
};
