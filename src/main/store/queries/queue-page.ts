import { failure, success, type Result } from '../../../preload/contract/result.ts';
import type { QueuePageInput } from '../../../preload/contract/tickets.ts';
import { queueRowsOf } from './queue-rows.ts';
import { dueRange, viewSql } from './queue-views.ts';
import type { Query, ReadContext } from './read-context.ts';
import { stretchesOf, type Stretch } from './scope.ts';

/** Where a row stands in the order of its page. */
export type Key = { dueSort: number; newest: number };
type Read = { input: QueuePageInput; context: ReadContext; stretch: Stretch; after: Key | null };
type Bound = number | string | null;

const EVER = Number.MAX_SAFE_INTEGER;
/** Up to here a time-bound view is read whole and put in order; above it, it is dense enough to be met on the way. */
const FEW = 10_000;

function byDue(a: Key, b: Key): number {
  return a.dueSort - b.dueSort || a.newest - b.newest;
}

function byNewest(a: Key, b: Key): number {
  return b.newest - a.newest;
}

/** What has ended has no deadline: its newest first is the only order that says something. */
function isByDue({ view, sort }: QueuePageInput): boolean {
  return sort === 'due' && view !== 'done';
}

function keysOf({ context }: Read, sql: string, bound: readonly Bound[]): Key[] {
  return context.statements
    .of<Bound[], Key>(`SELECT due_sort AS dueSort, newest FROM ticket WHERE ${sql}`)
    .all(...bound);
}

/** What every read of a stretch begins with: the leading columns of the view's index. */
function start({ input, context, stretch }: Read): { where: string; bound: Bound[] } {
  const { where, held } = viewSql[input.view];
  const bound: Bound[] = [stretch.organizationId, stretch.sensitive];
  if (!held) return { where: `${where} AND organization_id = ? AND sensitive = ?`, bound };
  bound.push(input.view === 'mine' ? context.viewerId : null);
  return { where: `${where} AND organization_id = ? AND sensitive = ? AND assignee_id IS ?`, bound };
}

/**
 * Two seeks: first the rest of those that are due with the last row, then what is due later. As one comparison of
 * (due_sort, newest) SQLite would walk all rows with the same deadline, which can be all that have none.
 */
function keysByDue(read: Read, count: number): Key[] {
  const { where, bound } = start(read);
  const range = dueRange(read.input.view, read.context.nowAt) ?? { from: -EVER, to: EVER };
  const { after } = read;
  const same =
    after === null || after.dueSort <= range.from
      ? []
      : keysOf(read, `${where} AND due_sort = ? AND newest > ? ORDER BY newest LIMIT ?`, [
          ...bound,
          after.dueSort,
          after.newest,
          count,
        ]);
  if (same.length === count) return same;
  const from = Math.max(after?.dueSort ?? range.from, range.from);
  const later = `${where} AND due_sort > ? AND due_sort <= ? ORDER BY due_sort, newest LIMIT ?`;
  return [...same, ...keysOf(read, later, [...bound, from, range.to, count - same.length])];
}

function keysByNewest(read: Read, count: number): Key[] {
  const { where, bound } = start(read);
  const before = read.after?.newest ?? EVER;
  const range = dueRange(read.input.view, read.context.nowAt);
  if (range === null)
    return keysOf(read, `${where} AND newest < ? ORDER BY newest DESC LIMIT ?`, [...bound, before, count]);
  const inRange = `${where} AND due_sort > ? AND due_sort <= ?`;
  const all = keysOf(read, `${inRange} LIMIT ?`, [...bound, range.from, range.to, FEW]);
  if (all.length < FEW) {
    return all
      .filter(({ newest }) => newest < before)
      .sort(byNewest)
      .slice(0, count);
  }
  const walk = `${where} AND newest < ? AND +due_sort > ? AND +due_sort <= ? ORDER BY newest DESC LIMIT ?`;
  return keysOf(read, walk, [...bound, before, range.from, range.to, count]);
}

function parseCursor(text: string | null): Result<Key | null> {
  if (text === null) return success(null);
  const [, dueSort, newest] = /^(-?\d{1,16})\.(-?\d{1,16})$/.exec(text) ?? [];
  if (dueSort === undefined || newest === undefined) return failure('BAD_INPUT');
  return success({ dueSort: Number(dueSort), newest: Number(newest) });
}

/**
 * One page of the queue by keyset: each stretch that the viewer sees is one indexed read of keys, merged; only the page's own
 * rows are then fetched. Rows that others add or move meanwhile never make a page repeat or skip what stands still.
 */
export const queuePage: Query<'queue-page'> = (input, context) => {
  const after = parseCursor(input.after);
  if (!after.ok) return after;
  const isDue = isByDue(input);
  const count = input.limit + 1;
  const keys = stretchesOf(context.viewer, input.organizationId)
    .flatMap((stretch) => {
      const read: Read = { input, context, stretch, after: after.value };
      return isDue ? keysByDue(read, count) : keysByNewest(read, count);
    })
    .sort(isDue ? byDue : byNewest);
  const page = keys.slice(0, input.limit);
  const last = page.at(-1);
  const next = keys.length > input.limit && last !== undefined ? `${last.dueSort}.${last.newest}` : null;
  return success({
    rows: queueRowsOf(
      context,
      page.map(({ newest }) => newest),
    ),
    next,
  });
};
