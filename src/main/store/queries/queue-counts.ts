import { success } from '../../../preload/contract/result.ts';
import type { QueueCounts, QueueView } from '../../../preload/contract/tickets.ts';
import { dueRange } from './queue-views.ts';
import type { Query, ReadContext } from './read-context.ts';
import { stretchesOf, type Stretch } from './scope.ts';

/** Shown as "9,999+". */
const MANY = 10_000;

/** Kept by the projection. */
function counted(context: ReadContext, { organizationId, sensitive }: Stretch, view: QueueView): number {
  return (
    context.statements
      .of<[string, number, string, string], { n: number }>(
        'SELECT n FROM queue_counter WHERE organization_id = ? AND sensitive = ? AND view = ? AND assignee_id = ?',
      )
      .get(organizationId, sensitive, view, view === 'mine' ? (context.viewerId ?? '') : '')?.n ?? 0
  );
}

/** What time alone moves is counted over the due index, and no further than is shown. */
function countedInRange(context: ReadContext, stretch: Stretch, range: { from: number; to: number }): number {
  return (
    context.statements
      .of<[string, number, number, number, number], { n: number }>(
        `SELECT count(*) AS n FROM (SELECT 1 FROM ticket WHERE is_open = 1 AND organization_id = ? AND sensitive = ?
           AND due_sort > ? AND due_sort <= ? LIMIT ?)`,
      )
      .get(stretch.organizationId, stretch.sensitive, range.from, range.to, MANY)?.n ?? 0
  );
}

export const queueCounts: Query<'queue-counts'> = ({ organizationId }, context) => {
  const stretches = stretchesOf(context.viewer, organizationId);
  const count = (view: QueueView): number => {
    const range = dueRange(view, context.nowAt);
    let sum = 0;
    for (const stretch of stretches) {
      sum += range === null ? counted(context, stretch, view) : countedInRange(context, stretch, range);
    }
    return Math.min(sum, MANY);
  };
  const counts: QueueCounts = {
    all: count('all'),
    mine: count('mine'),
    unassigned: count('unassigned'),
    due_soon: count('due_soon'),
    breached: count('breached'),
    escalated: count('escalated'),
    done: count('done'),
  };
  return success(counts);
};
