import type { QueueRow } from '../../../preload/contract/tickets.ts';

/** A row in its place. `gone`: it is no longer here, and nothing of it is shown; `patched`: changed from this list. */
export type ListRow = QueueRow & { gone?: true; patched?: true };

type Held = {
  rows: readonly ListRow[];
  /** Null: of a search, whose order says nothing that a row could contradict. */
  sort: 'due' | 'newest' | null;
  fresh: number;
  moved: boolean;
};

/**
 * The held list after a reread: same rows, same order, new contents.
 * A changed row that its page no longer has is blanked at once, place kept: it may have become sensitive, and then
 * nothing of it may stay on screen. Only a row that was changed from this very list keeps showing what was done.
 * @param read  the rows of the pages that were read again, the first page among them
 * @param changed  null: too many to name, and `read` reaches as far as the list does
 */
export function mergeFrozen(
  held: Held,
  read: readonly QueueRow[],
  changed: ReadonlySet<string> | null,
): Pick<Held, 'rows' | 'fresh' | 'moved'> {
  const news = new Map(read.map((row) => [row.id, row]));
  const known = new Set(held.rows.map((row) => row.id));
  const rows = held.rows.map((row): ListRow => {
    const fresh = news.get(row.id);
    if (fresh !== undefined) return fresh;
    return changed?.has(row.id) !== false && row.patched !== true ? { ...row, gone: true } : row;
  });
  return {
    rows,
    fresh: read.filter((row) => !known.has(row.id)).length,
    moved:
      held.moved ||
      changed === null ||
      rows.some((row) => row.gone === true || row.patched === true) ||
      !inOrder(rows, held.sort),
  };
}

function inOrder(rows: readonly ListRow[], sort: Held['sort']): boolean {
  if (sort === null) return true;
  const rank = (row: ListRow) => (sort === 'due' ? (row.dueAt ?? Infinity) : -row.createdAt);
  return rows.every((row, index) => {
    const before = rows[index - 1];
    return before === undefined || rank(before) <= rank(row);
  });
}
