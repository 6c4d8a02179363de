import { createStore, type StoreApi } from 'zustand/vanilla';
import type { QueueCounts, QueueRow, QueueView } from '../../../preload/contract/tickets.ts';
import type { Failure, Result } from '../../../preload/contract/result.ts';
import type { Client } from '../../client/client.ts';
import { mergeFrozen, type ListRow } from './frozen-order.ts';
import { pageSize, readAgain } from './read-again.ts';

export type QueueSort = 'due' | 'newest';
export type Queue = {
  view: QueueView;
  sort: QueueSort;
  /** Null: every organization that the viewer sees. */
  organizationId: string | null;
  /** Words searched for; null while a view is shown. */
  words: string | null;
  rows: readonly ListRow[];
  /** Key after which each page of `rows` was read. */
  pageKeys: readonly (string | null)[];
  next: string | null;
  stage: 'loading' | 'ready';
  failure: Failure | null;
  counts: QueueCounts | null;
  cursor: number;
  selected: ReadonlySet<string>;
  /** Rows that wait for `.` while the order is held. */
  fresh: number;
  moved: boolean;
};

export type QueueStore = StoreApi<Queue> & ReturnType<typeof actionsOf>;

export function createQueueStore(client: Client): QueueStore {
  const store = createStore<Queue>(() => ({
    view: 'all',
    sort: 'due',
    organizationId: null,
    words: null,
    rows: [],
    pageKeys: [],
    next: null,
    stage: 'loading',
    failure: null,
    counts: null,
    cursor: 0,
    selected: new Set(),
    fresh: 0,
    moved: false,
  }));
  return Object.assign(store, actionsOf(store, client));
}

function actionsOf({ setState, getState }: StoreApi<Queue>, client: Client) {
  /** Grows with each new list: an answer for an older one is dropped. */
  let generation = 0;
  let held = false;
  let wanted = 0;
  let growing = false;

  const organization = () => {
    const { organizationId } = getState();
    return organizationId === null ? {} : { organizationId };
  };
  async function readPage(after: string | null): Promise<Result<{ rows: QueueRow[]; next: string | null }>> {
    const { view, sort, words } = getState();
    if (words === null)
      return await client.request('queue.page', { view, sort, after, limit: pageSize, ...organization() });
    const found = await client.request('ticket.search', { words, limit: pageSize, ...organization() });
    return found.ok ? { ok: true, value: { rows: found.value, next: null } } : found;
  }

  async function readCounts(): Promise<void> {
    const answer = await client.request('queue.counts', organization());
    if (answer.ok) setState({ counts: answer.value });
  }

  /** Reads the list from its start. The cursor stays on its ticket if that is on the first page. */
  async function reload(): Promise<void> {
    const mine = ++generation;
    void readCounts();
    const answer = await readPage(null);
    if (mine !== generation) return;
    if (!answer.ok) {
      setState({ stage: 'ready', failure: answer });
      return;
    }
    const { rows, cursor } = getState();
    const stayed = answer.value.rows.findIndex((row) => row.id === rows[cursor]?.id);
    setState({
      rows: answer.value.rows,
      pageKeys: [null],
      next: answer.value.next,
      stage: 'ready',
      failure: null,
      cursor: Math.max(0, stayed),
      fresh: 0,
      moved: false,
    });
    void grow();
  }

  /** Reads on until the row that the list wants to show is there. One page at a time: the key of the next is in the last. */
  async function grow(): Promise<void> {
    if (growing) return;
    growing = true;
    const mine = generation;
    for (;;) {
      const { next, rows } = getState();
      if (next === null || rows.length > wanted + pageSize) break;
      const answer = await readPage(next);
      if (mine !== generation || !answer.ok) break;
      const known = new Set(getState().rows.map((row) => row.id));
      setState((state) => ({
        // A ticket that moved down between two reads is met twice; its first place holds.
        rows: [...state.rows, ...answer.value.rows.filter((row) => !known.has(row.id))],
        pageKeys: [...state.pageKeys, next],
        next: answer.value.next,
      }));
    }
    growing = false;
    if (mine !== generation) await grow();
  }

  function show(part: Partial<Pick<Queue, 'view' | 'sort' | 'organizationId' | 'words'>>): void {
    wanted = 0;
    setState({
      ...part,
      rows: [],
      pageKeys: [],
      next: null,
      stage: 'loading',
      cursor: 0,
      selected: new Set(),
      fresh: 0,
      moved: false,
    });
    void reload();
  }

  /** While the order is held, rows change in their places; what is new or has left is counted and waits. */
  async function rereadInPlace(changed: ReadonlySet<string> | null): Promise<void> {
    const mine = generation;
    const read = await readAgain(readPage, getState(), changed);
    if (mine !== generation || read === 'failed') return;
    if (read === 'too far') {
      await reload();
      return;
    }
    setState((state) => {
      const sort = state.words === null ? state.sort : null;
      const { rows, fresh, moved } = mergeFrozen({ ...state, sort }, read, changed);
      return { rows, fresh, moved };
    });
  }

  return {
    reload,
    setView: (view: QueueView) => show({ view, words: null }),
    setSort: (sort: QueueSort) => show({ sort }),
    setOrganization: (organizationId: string | null) => show({ organizationId }),
    search: (words: string | null) => {
      if (words !== getState().words) show({ words });
    },
    /** The list shows rows up to `index`; what is missing is read. */
    want(index: number) {
      wanted = index;
      void grow();
    },
    /** True while somebody's cursor or eye is in the list. */
    hold(next: boolean) {
      held = next;
    },
    /** @param changed  null: too many to name */
    async changed(changed: ReadonlySet<string> | null) {
      if (!held) {
        await reload();
        return;
      }
      await Promise.all([readCounts(), rereadInPlace(changed)]);
    },
    moveTo(index: number) {
      setState(({ rows }) => ({ cursor: Math.max(0, Math.min(rows.length - 1, index)) }));
    },
    /** Moves the cursor. @returns the ticket it stands on then; null when it was at the end already */
    step(by: number): string | null {
      const { cursor, rows } = getState();
      const target = cursor + by;
      const row = rows[target];
      if (row === undefined) return null;
      wanted = Math.max(wanted, target);
      setState({ cursor: target });
      void grow();
      return row.id;
    },
    toggle(ids: readonly string[]) {
      setState(({ selected }) => {
        const next = new Set(selected);
        for (const id of ids) if (!next.delete(id)) next.add(id);
        return { selected: next };
      });
    },
    unselect: () => setState({ selected: new Set() }),
    /** What somebody did here is seen at once, in its place. */
    patch(id: string, part: Partial<Pick<QueueRow, 'status' | 'assigneeId' | 'priority'>>) {
      setState(({ rows }) => ({
        rows: rows.map((row) => (row.id === id ? { ...row, ...part, patched: true as const } : row)),
      }));
    },
  };
}
