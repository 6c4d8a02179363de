import { and, eq } from 'drizzle-orm';
import { success } from '../../../preload/contract/result.ts';
import { draft, preference } from '../schema/personal.ts';
import type { Query } from './read-context.ts';

export const draftQuery: Query<'draft'> = ({ key }, { orm, viewerId }) => {
  if (viewerId === null) return success({ text: '' });
  const row = orm
    .select({ text: draft.text })
    .from(draft)
    .where(and(eq(draft.userId, viewerId), eq(draft.key, key)))
    .get();
  return success({ text: row?.text ?? '' });
};

export const preferences: Query<'preferences'> = (_input, { orm, viewerId }) => {
  if (viewerId === null) return success({});
  const rows = orm.select().from(preference).where(eq(preference.userId, viewerId)).all();
  return success(Object.fromEntries(rows.map(({ key, value }) => [key, value])));
};
