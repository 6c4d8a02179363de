import { expect, test } from '@playwright/test';
import { desksFolder, setUp, signIn, startDesk } from '../support/electron-desk.ts';

const rounds = process.env['WATCHKEEPER_FULL'] === '1' ? 20 : 2;

test('kill -9 in the middle of writes loses no acknowledged write', async () => {
  test.setTimeout(60_000 + rounds * 30_000);
  const { data, remove } = desksFolder();
  const acknowledged: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const desk = await startDesk({ data });
    await (round === 0 ? setUp(desk) : signIn(desk));
    const organizationId = (await desk.ask('directory.get', {})).organizations[0]?.id ?? '';
    // What the page was told of leaves it at once: after the kill there is nobody left to ask.
    const told: string[] = [];
    await desk.page.exposeFunction('acknowledge', (number: string) => void told.push(number));
    const writing = desk.page.evaluate(
      async ([organization, name]) => {
        const { watchkeeper, acknowledge } = globalThis as unknown as {
          watchkeeper: { request(route: string, input: object): Promise<{ ok: boolean; value: { number: string } }> };
          acknowledge(number: string): Promise<void>;
        };
        const write = async (): Promise<void> => {
          for (;;) {
            const answer = await watchkeeper.request('ticket.create', { organizationId: organization, subject: name });
            if (answer.ok) void acknowledge(answer.value.number);
          }
        };
        await Promise.all([write(), write(), write(), write()]);
      },
      [organizationId, `round ${round}`],
    );
    const ended = writing.catch(() => undefined);
    await expect.poll(() => told.length).toBeGreaterThan(40 + round * 7);
    await desk.kill();
    await ended;
    acknowledged.push(...told);
  }

  const desk = await startDesk({ data });
  await signIn(desk);
  for (const number of acknowledged) await desk.ask('ticket.find', { number });
  expect(new Set(acknowledged).size).toBe(acknowledged.length);
  await desk.close();
  remove();
});
