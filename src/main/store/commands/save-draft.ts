import { failure, success } from '../../../preload/contract/result.ts';
import type { Command } from './write-context.ts';

export const saveDraft: Command<'save-draft'> = ({ key, text }, { statements, actorId, nowAt }) => {
  if (actorId === null) return failure('ACCESS_DENIED');
  if (text === '')
    statements.of<[string, string], never>('DELETE FROM draft WHERE user_id = ? AND key = ?').run(actorId, key);
  else {
    statements
      .of<[string, string, string, number], never>(
        `INSERT INTO draft (user_id, key, text, saved_at) VALUES (?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET text = excluded.text, saved_at = excluded.saved_at`,
      )
      .run(actorId, key, text, nowAt);
  }
  return success({});
};
