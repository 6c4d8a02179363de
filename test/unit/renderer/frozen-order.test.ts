import { describe, expect, test } from 'vitest';
import { mergeFrozen } from '../../../src/renderer/features/queue/frozen-order.ts';
import { createQueueStore } from '../../../src/renderer/features/queue/queue-store.ts';
import { pageSize } from '../../../src/renderer/features/queue/read-again.ts';
import type { QueueRow } from '../../../src/preload/contract/tickets.ts';
import { answeringClient } from '../../support/renderer-client.ts';
import { queueRow } from '../../support/renderer-rows.ts';

const held = (...rows: QueueRow[]) => ({ rows, sort: 'due' as const, fresh: 0, moved: false });

describe('while the order is held', () => {
  test('a row changes in its place', () => {
    const after = mergeFrozen(
      held(queueRow('a', { dueAt: 1 }), queueRow('b', { dueAt: 2 })),
      [queueRow('b', { dueAt: 2, status: 'pending' })],
      new Set(['b']),
    );
    expect(after.rows.map(({ id, status }) => `${id} ${status}`)).toEqual(['a open', 'b pending']);
    expect(after).toMatchObject({ fresh: 0, moved: false });
  });
  test('new rows are counted and wait', () => {
    const after = mergeFrozen(
      held(queueRow('a', { dueAt: 5 })),
      [queueRow('n', { dueAt: 1 }), queueRow('a', { dueAt: 5 })],
      new Set(['n']),
    );
    expect(after.rows.map(({ id }) => id)).toEqual(['a']);
    expect(after.fresh).toBe(1);
  });
  test('a row that would stand elsewhere stays, and the list says so', () => {
    const after = mergeFrozen(
      held(queueRow('a', { dueAt: 1 }), queueRow('b', { dueAt: 2 })),
      [queueRow('a', { dueAt: 9 })],
      new Set(['a']),
    );
    expect(after.rows.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(after.moved).toBe(true);
  });
  test('a row that has left is blanked at once, because it may have become sensitive', () => {
    const after = mergeFrozen(held(queueRow('a'), queueRow('b')), [queueRow('a')], new Set(['b']));
    expect(after.rows[1]).toMatchObject({ id: 'b', gone: true });
  });
  test('of changes too many to name, every row that is not met again is blanked', () => {
    const after = mergeFrozen(held(queueRow('a'), queueRow('b'), queueRow('c')), [queueRow('a'), queueRow('c')], null);
    expect(after.rows.map(({ gone }) => gone === true)).toEqual([false, true, false]);
    expect(after.moved).toBe(true);
  });
  test('what was done from the list itself stays to be seen', () => {
    const after = mergeFrozen(
      { ...held(), rows: [{ ...queueRow('a', { status: 'resolved' }), patched: true }] },
      [],
      new Set(['a']),
    );
    expect(after.rows[0]).toMatchObject({ status: 'resolved' });
    expect(after.rows[0]?.gone).toBeUndefined();
    expect(after.moved).toBe(true);
  });
});

/** A desk with `count` rows, due in the order of their number; `rows` may be changed by the test. */
function deskWith(count: number) {
  const rows = Array.from({ length: count }, (_, index) => queueRow(String(index), { dueAt: index * 10 }));
  const client = answeringClient({
    'queue.page': ({ after, limit = 0 }) => {
      const sorted = rows.toSorted((a, b) => (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity));
      const start = Number(after ?? 0);
      return {
        ok: true,
        value: {
          rows: sorted.slice(start, start + limit),
          next: start + limit < sorted.length ? String(start + limit) : null,
        },
      };
    },
    'queue.counts': () => ({
      ok: true,
      value: { all: rows.length, mine: 0, unassigned: 0, due_soon: 0, breached: 0, escalated: 0, done: 0 },
    }),
    'ticket.search': ({ words }) => ({ ok: true, value: rows.filter(({ id }) => id === words) }),
  });
  return { rows, client, queue: createQueueStore(client) };
}
const idsOf = (queue: ReturnType<typeof createQueueStore>) => queue.getState().rows.map(({ id }) => id);
const settled = async () => {
  for (let turn = 0; turn < 40; turn += 1) await Promise.resolve();
};

describe('the queue', () => {
  test('reads on by pages, each by the key of the one before, until what is shown is there', async () => {
    const { queue, client } = deskWith(1000);
    await queue.reload();
    queue.want(450);
    await settled();
    expect(queue.getState().rows.length).toBeGreaterThan(450);
    expect(idsOf(queue)).toEqual(queue.getState().rows.map((_, index) => String(index)));
    const pages = client.asked
      .filter(({ route }) => route === 'queue.page')
      .map(({ input }) => (input as { after: string | null }).after);
    expect(pages.slice(0, 3)).toEqual([null, String(pageSize), String(2 * pageSize)]);
  });
  test('keeps its order while somebody reads it, and takes the new one at .', async () => {
    const { queue, rows } = deskWith(5);
    await queue.reload();
    queue.hold(true);
    rows.push(queueRow('new', { dueAt: -1 }));
    await queue.changed(new Set(['new']));
    expect(idsOf(queue)).toEqual(['0', '1', '2', '3', '4']);
    expect(queue.getState().fresh).toBe(1);
    await queue.reload();
    expect(idsOf(queue)[0]).toBe('new');
    expect(queue.getState()).toMatchObject({ fresh: 0, moved: false });
  });
  test('follows each change while nobody is in it', async () => {
    const { queue, rows } = deskWith(5);
    await queue.reload();
    rows.push(queueRow('new', { dueAt: -1 }));
    await queue.changed(new Set(['new']));
    expect(idsOf(queue)[0]).toBe('new');
  });
  test('keeps the cursor on its ticket when the list is read again', async () => {
    const { queue, rows } = deskWith(5);
    await queue.reload();
    queue.moveTo(3);
    rows.push(queueRow('new', { dueAt: -1 }));
    await queue.reload();
    expect(queue.getState().rows[queue.getState().cursor]?.id).toBe('3');
  });
  test('steps to the next ticket and says when there is none', async () => {
    const { queue } = deskWith(2);
    await queue.reload();
    expect([queue.step(1), queue.step(1), queue.step(-1), queue.step(-1)]).toEqual(['1', null, '0', null]);
  });
  test('drops the answer of a view that was left', async () => {
    const { queue } = deskWith(3);
    const first = queue.reload();
    queue.search('2');
    await first;
    await settled();
    expect(idsOf(queue)).toEqual(['2']);
  });
  test('blanks a row that has left its view although too much changed to name it', async () => {
    const { queue, rows } = deskWith(250);
    await queue.reload();
    queue.want(240);
    await settled();
    queue.hold(true);
    rows.splice(230, 1);
    rows.push(queueRow('new', { dueAt: 5 }));
    await queue.changed(null);
    const gone = queue.getState().rows.filter((row) => row.gone === true);
    expect(gone.map(({ id }) => id)).toEqual(['230']);
    expect(queue.getState().fresh).toBe(1);
  });
  test('blanks a row among the results of a search as well', async () => {
    const { queue, rows } = deskWith(3);
    queue.search('2');
    await settled();
    queue.hold(true);
    await queue.changed(new Set(['2']));
    expect(queue.getState().rows[0]?.gone).toBeUndefined();
    rows.splice(2, 1);
    await queue.changed(new Set(['2']));
    expect(queue.getState().rows[0]).toMatchObject({ id: '2', gone: true });
  });
});
