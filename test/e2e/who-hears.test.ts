import { expect, test } from '@playwright/test';
import { desksFolder, HOUR, setUp, startAt, startDesk, type Desk } from '../support/electron-desk.ts';
import { addAgent, agent } from '../support/electron-people.ts';

/** Everything that the window is told of tickets from now on, as its page receives it. */
async function listen({ page }: Desk): Promise<{ heard: () => Promise<Set<string>> }> {
  await page.evaluate(() => {
    const { watchkeeper } = globalThis as unknown as {
      watchkeeper: { on(event: string, listener: (payload: { ticketIds: string[] }) => void): void };
    };
    const ids: string[] = [];
    Object.assign(globalThis, { idsHeard: ids });
    watchkeeper.on('store.changed', ({ ticketIds }) => void ids.push(...ticketIds));
  });
  return {
    heard: async () => new Set(await page.evaluate(() => (globalThis as unknown as { idsHeard: string[] }).idsHeard)),
  };
}

async function idsOf(desk: Desk, organizationId: string): Promise<Set<string>> {
  const ids = new Set<string>();
  for (const view of ['all', 'done'] as const) {
    let after: string | null = null;
    do {
      const page: { rows: { id: string }[]; next: string | null } = await desk.ask('queue.page', {
        view,
        organizationId,
        after,
        limit: 200,
      });
      for (const { id } of page.rows) ids.add(id);
      after = page.next;
    } while (after !== null);
  }
  return ids;
}

test('a window hears of no ticket that the person in front of it may not see', async () => {
  const { data, remove } = desksFolder();
  const first = await startDesk({ data });
  await setUp(first);
  const { organizations } = await first.ask('directory.get', {});
  const city = organizations.find(({ profile }) => profile === 'municipal');
  const ward = organizations.find(({ profile }) => profile === 'hospital');
  const wardIds = await idsOf(first, ward?.id ?? '');

  await test.step('control: who works in both organizations hears of both', async () => {
    const { heard } = await listen(first);
    await first.advance(6 * HOUR);
    await expect.poll(async () => [...(await heard())].some((id) => wardIds.has(id))).toBe(true);
  });
  await first.close();

  await addAgent(data, city?.name ?? '');
  const desk = await startDesk({ data, clockAt: startAt + 6 * HOUR });
  await desk.ask('session.signIn', { userName: agent.userName, password: agent.password });
  await expect(desk.page.getByRole('grid')).toBeVisible();
  const { heard } = await listen(desk);
  await desk.advance(24 * HOUR);
  const cityIds = await idsOf(desk, city?.id ?? '');
  await expect.poll(async () => (await heard()).size).toBeGreaterThan(0);
  // What the engine has left to do is done in order: the last of it is this ticket's own.
  const { ticketId } = await desk.ask('ticket.create', { organizationId: city?.id ?? '', subject: 'The last one' });
  await expect.poll(async () => (await heard()).has(ticketId)).toBe(true);
  const foreign = [...(await heard())].filter((id) => id !== ticketId && !cityIds.has(id));
  expect(foreign).toEqual([]);
  await desk.close();
  remove();
});
