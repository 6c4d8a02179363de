import { afterAll, afterEach, describe, expect, test } from 'vitest';
import type { Channel } from '../../../src/preload/contract/values.ts';
import { city, people } from '../../support/centre.ts';
import { mailChannel, testSender } from '../../support/channel-parts.ts';
import { startMailServer, type MailServer, type Turn } from '../../support/mail-server.ts';
import { outboxDesk } from '../../support/outbox-desk.ts';
import { startOutbox, type RunningOutbox } from '../../support/running-outbox.ts';
import type { StoreDesk } from '../../support/store-desk.ts';
import { unwrap } from '../../support/store-options.ts';

const email: Channel = 'email';

let desk: StoreDesk;
let running: RunningOutbox;
let server: MailServer;
const real = testSender();

/** The outbox, the program's own sender, and a real mail server that takes its turns. */
async function startWith(turns: readonly Turn[]): Promise<void> {
  server = await startMailServer({ turns });
  desk = await outboxDesk('mail-server', ['email']);
  running = await startOutbox(desk);
  running.sender.answer = (message) => real.send(message, mailChannel(server.port));
}

const creates = (n = 0) =>
  desk.creates({ contact: { name: 'P', phone: '', email: `p${n}@example.org`, language: 'en', channels: [email] } });

/** How the messages of a ticket stand, and what was done for each. */
const told = async (ticketId: string) =>
  unwrap(await desk.read('messages-of-ticket', { ticketId }, people.agent)).map(({ state, tries }) => ({
    state,
    tries: tries.map(({ what, code }) => [what, code]),
  }));

const standing = async () =>
  unwrap(await desk.read('channels', {}, people.administrator)).find(
    ({ organizationId, channel }) => organizationId === city && channel === 'email',
  );

afterAll(() => real.close());
afterEach(async () => {
  await running.outbox.stop();
  await desk.close();
  await server.close();
});

describe('the outbox at a mail server', () => {
  test('that says “later” tries again, and the mail arrives once', async () => {
    await startWith([{ at: 'data', reply: 451 }, 'accept']);
    const { ticketId } = await creates();
    for (let n = 0; n < 6 && server.delivered.length === 0; n += 1) await running.toNext();
    expect(server.delivered.map(({ to }) => to)).toEqual([['p0@example.org']]);
    const [message] = await told(ticketId);
    expect(message).toEqual({
      state: 'sent',
      tries: [
        ['queued', null],
        ['sending', null],
        ['refused', 'SMTP_451'],
        ['sending', null],
        ['accepted', null],
      ],
    });
  });

  test('that turns whoever comes away fails no mail for good: the channel is paused and asked until it is open', async () => {
    await startWith([...Array.from({ length: 5 }, (): Turn => ({ at: 'connect', reply: 554 })), 'accept']);
    const tickets = [];
    for (let n = 0; n < 5; n += 1) tickets.push(await creates(n));
    for (let n = 0; n < 12 && (await standing())?.state !== 'paused'; n += 1) await running.toNext();
    expect(await standing()).toMatchObject({ state: 'paused', code: 'CONN_554' });
    for (let n = 0; n < 20 && server.delivered.length < 5; n += 1) await running.toNext();
    expect(server.delivered.map(({ to }) => to[0] ?? '').sort()).toEqual(
      [0, 1, 2, 3, 4].map((n) => `p${n}@example.org`),
    );
    for (const { ticketId } of tickets) expect((await told(ticketId)).map(({ state }) => state)).toEqual(['sent']);
  });
});
