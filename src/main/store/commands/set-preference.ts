import { failure, success } from '../../../preload/contract/result.ts';
import { preference } from '../schema/personal.ts';
import type { Command } from './write-context.ts';

export const setPreference: Command<'set-preference'> = ({ key, value }, { orm, actorId }) => {
  if (actorId === null) return failure('ACCESS_DENIED');
  orm
    .insert(preference)
    .values({ userId: actorId, key, value })
    .onConflictDoUpdate({ target: [preference.userId, preference.key], set: { value } })
    .run();
  return success({});
};
