import { success } from '../../../preload/contract/result.ts';
import type { Query } from './read-context.ts';

export const draftQuery: Query<'draft'> = ({ key }, { statements, viewerId }) => {
  if (viewerId === null) return success({ text: '' });
  const row = statements
    .of<[string, string], { text: string }>('SELECT text FROM draft WHERE user_id = ? AND key = ?')
    .get(viewerId, key);
  return success({ text: row?.text ?? '' });
};

export const preferences: Query<'preferences'> = (_input, { statements, viewerId }) => {
  if (viewerId === null) return success({});
  const rows = statements
    .of<[string], { key: string; value: string }>('SELECT key, value FROM preference WHERE user_id = ?')
    .all(viewerId);
  return success(Object.fromEntries(rows.map(({ key, value }) => [key, value])));
};
