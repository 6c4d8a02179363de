import { success } from '../../../preload/contract/result.ts';
import type { Query } from './read-context.ts';
import { stretchesOf } from './scope.ts';

/**
 * How many open tickets of the viewer's own are escalated or have missed a deadline, exactly: what the badge shows.
 * In two parts: those that are late are counted in the index alone, and only the others are looked at one by one.
 */
export const ownUrgent: Query<'own-urgent'> = (_input, { statements, viewer, nowAt }) => {
  if (viewer === null) return success({ count: 0 });
  const own = 'is_open = 1 AND organization_id = ? AND sensitive = ? AND assignee_id = ?';
  type Bound = [string, number, string, number];
  const late = statements.of<Bound, number>(`SELECT count(*) FROM ticket WHERE ${own} AND due_sort <= ?`).pluck();
  const escalated = statements
    .of<Bound, number>(`SELECT count(*) FROM ticket WHERE ${own} AND due_sort > ? AND +is_escalated = 1`)
    .pluck();
  let count = 0;
  for (const { organizationId, sensitive } of stretchesOf(viewer, undefined)) {
    const bound: Bound = [organizationId, sensitive, viewer.id, nowAt];
    count += (late.get(...bound) ?? 0) + (escalated.get(...bound) ?? 0);
  }
  return success({ count });
};
