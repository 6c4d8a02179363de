import { afterAll, beforeAll, expect, test } from 'vitest';
import { people } from '../../support/centre.ts';
import { StoreDesk } from '../../support/store-desk.ts';
import { unwrap } from '../../support/store-options.ts';

let desk: StoreDesk;
beforeAll(async () => {
  desk = await StoreDesk.start('inbox');
  for (let n = 0; n < 3; n += 1) await desk.creates({ assigneeId: people.manager });
});
afterAll(() => desk.close());

test('what was read before it could be shown outside the window is not shown there any more', async () => {
  const { items, unread } = unwrap(await desk.read('notifications', {}, people.manager));
  expect(unread).toBe(3);
  const [read, ...others] = items;
  const lines = items.filter((item) => item === read);
  expect(unwrap(await desk.execute('mark-notifications-read', { lines }, people.manager)).unread).toBe(2);
  const shown = unwrap(await desk.execute('take-unshown-notifications', { limit: 9 }, people.manager)).items;
  expect(shown.map(({ id }) => id).sort()).toEqual(others.map(({ id }) => id).sort());
});

test('a line is marked only where its ticket and its id belong together', async () => {
  const [first, second] = unwrap(await desk.read('notifications', {}, people.manager)).items.filter(
    ({ readAt }) => readAt === null,
  );
  if (first === undefined || second === undefined) throw new Error('two were left unread');
  const mixed = [{ id: first.id, ticketId: second.ticketId }];
  expect(unwrap(await desk.execute('mark-notifications-read', { lines: mixed }, people.manager)).unread).toBe(2);
});
