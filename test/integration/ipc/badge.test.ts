import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDeskFeed } from '../../../src/main/ipc/desk-feed.ts';
import type { Session } from '../../../src/main/ipc/session.ts';
import { nodeRandom } from '../../../src/main/monitor/node-random.ts';
import { createManualClock } from '../../../src/main/scheduler/manual-clock.ts';
import { HOUR, people, T0 } from '../../support/centre.ts';
import { StoreDesk } from '../../support/store-desk.ts';
import { unwrap } from '../../support/store-options.ts';

let desk: StoreDesk;
beforeAll(async () => {
  desk = await StoreDesk.start('badge');
});
afterAll(() => desk.close());

test('the badge counts every ticket of one’s own that is late or escalated, and each of them once', async () => {
  const user = unwrap(await desk.read('session-user', { userId: people.manager }, people.manager));
  const clock = createManualClock(T0);
  let shown: (count: number) => void = () => undefined;
  const feed = createDeskFeed({
    session: {
      user: () => user,
      watcher: () => ({ user, locked: false }),
      store: () => desk.store,
    } as Session,
    send: () => undefined,
    notifier: { show: () => undefined, badge: (count) => shown(count) },
    noticeText: () => '',
    context: { clock, random: nodeRandom, logger: { info() {}, warn() {}, error: (event) => expect.fail(event) } },
  });
  const badge = (): Promise<number> =>
    new Promise((resolve) => {
      shown = resolve;
      feed.sessionChanged();
    });

  for (let n = 0; n < 230; n += 1) await desk.creates({ assigneeId: people.manager });
  expect(await badge()).toBe(0);
  // One is escalated to them by hand before it is late, one is another's, one is nobody's, and one is resolved in time.
  const early = await desk.creates({ assigneeId: people.agent });
  await desk.does({ kind: 'escalate', input: { ticketId: early.ticketId, reason: 'at once' } });
  await desk.creates({ assigneeId: people.agent });
  await desk.creates({ assigneeId: null });
  const done = await desk.creates({ assigneeId: people.manager });
  const status = { ticketId: done.ticketId, status: 'resolved', reason: '', disposition: null } as const;
  await desk.does({ kind: 'set_status', input: status });
  expect(await badge()).toBe(1);
  clock.advance(5 * HOUR);
  await desk.wakesAt(T0 + 5 * HOUR);
  expect(await badge()).toBe(231);
});

test('a notification says no more than the number where the desk was locked while its news were read', async () => {
  const user = unwrap(await desk.read('session-user', { userId: people.otherAgent }, people.otherAgent));
  const clock = createManualClock(desk.nowAt);
  let locked = false;
  const store: Pick<StoreDesk['store'], 'execute' | 'query'> = {
    query: (name, input, context) => desk.store.query(name, input, context),
    async execute(name, input, context) {
      const taken = await desk.store.execute(name, input, context);
      locked = true;
      return taken;
    },
  };
  await desk.creates({ assigneeId: people.otherAgent });
  const told = await new Promise((resolve) => {
    const feed = createDeskFeed({
      session: { user: () => user, watcher: () => ({ user, locked }), store: () => store } as unknown as Session,
      send: () => undefined,
      notifier: { show: ({ body }) => resolve(body), badge: () => undefined },
      noticeText: (_item, isLocked) => (isLocked ? 'number' : 'words'),
      context: { clock, random: nodeRandom, logger: { info() {}, warn() {}, error: (event) => expect.fail(event) } },
    });
    feed.sessionChanged();
  });
  expect(told).toBe('number');
});
