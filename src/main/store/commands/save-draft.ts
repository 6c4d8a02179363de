import { and, eq } from 'drizzle-orm';
import { failure, success } from '../../../preload/contract/result.ts';
import { draft } from '../schema/personal.ts';
import type { Command } from './write-context.ts';

export const saveDraft: Command<'save-draft'> = ({ key, text }, { orm, actorId, nowAt }) => {
  if (actorId === null) return failure('ACCESS_DENIED');
  if (text === '')
    orm
      .delete(draft)
      .where(and(eq(draft.userId, actorId), eq(draft.key, key)))
      .run();
  else {
    orm
      .insert(draft)
      .values({ userId: actorId, key, text, savedAt: nowAt })
      .onConflictDoUpdate({ target: [draft.userId, draft.key], set: { text, savedAt: nowAt } })
      .run();
  }
  return success({});
};
