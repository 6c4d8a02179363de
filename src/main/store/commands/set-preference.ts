import { failure, success } from '../../../preload/contract/result.ts';
import type { Command } from './write-context.ts';

export const setPreference: Command<'set-preference'> = ({ key, value }, { statements, actorId }) => {
  if (actorId === null) return failure('ACCESS_DENIED');
  statements
    .of<[string, string, string], never>(
      `INSERT INTO preference (user_id, key, value) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value`,
    )
    .run(actorId, key, value);
  return success({});
};
