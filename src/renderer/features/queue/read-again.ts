import type { QueueRow } from '../../../preload/contract/tickets.ts';
import type { Result } from '../../../preload/contract/result.ts';

export const pageSize = 100;
/** More pages than this are not read again one by one while somebody waits: the list begins anew. */
const mostPages = 20;

export type ReadPage = (after: string | null) => Promise<Result<{ rows: QueueRow[]; next: string | null }>>;
type Held = { rows: readonly { id: string }[]; pageKeys: readonly (string | null)[] };
type Again = readonly QueueRow[] | 'failed' | 'too far';

/**
 * The rows that a change may have touched, as they are now, the first page among them: there what is new appears.
 * @param changed  null: too many to name
 */
export function readAgain(readPage: ReadPage, held: Held, changed: ReadonlySet<string> | null): Promise<Again> {
  return changed === null ? readFromStart(readPage, held.rows.length) : readPagesOf(readPage, held, changed);
}

async function readPagesOf(readPage: ReadPage, { rows, pageKeys }: Held, changed: ReadonlySet<string>): Promise<Again> {
  const pages = new Set([0]);
  for (const [index, row] of rows.entries()) {
    if (changed.has(row.id)) pages.add(Math.min(Math.floor(index / pageSize), pageKeys.length - 1));
  }
  if (pages.size > mostPages) return 'too far';
  const read: QueueRow[] = [];
  for (const page of pages) {
    const answer = await readPage(pageKeys[page] ?? null);
    if (!answer.ok) return 'failed';
    read.push(...answer.value.rows);
  }
  return read;
}

/** As far as the list reaches: any of its rows may be the one that is nobody's to see any more. */
async function readFromStart(readPage: ReadPage, count: number): Promise<Again> {
  const read: QueueRow[] = [];
  let after: string | null = null;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const answer = await readPage(after);
    if (!answer.ok) return 'failed';
    read.push(...answer.value.rows);
    after = answer.value.next;
    // One page more than the list has: what is new pushed its last rows down.
    if (after === null || read.length >= count + pageSize) return read;
  }
  return 'too far';
}
