import { beforeEach, expect, test } from 'vitest';
import { people } from '../../support/centre.ts';
import { outboxDesk, sendAll } from '../../support/outbox-desk.ts';
import type { StoreDesk } from '../../support/store-desk.ts';
import { unwrap } from '../../support/store-options.ts';

const MINUTE = 60_000;
const contact = { name: 'S', phone: '', email: '', language: 'en' as const };

let desk: StoreDesk;

async function reads(who: string, email: string): Promise<void> {
  const settings = { email, phone: '', ways: {}, quietHours: null };
  unwrap(await desk.execute('save-reader-settings', settings, who));
}

const assigned = (parts = {}) => desk.creates({ contact, assigneeId: people.otherAgent, ...parts });

/** Texts of the mails that leave once five minutes are over. */
async function mails(): Promise<string[]> {
  desk.nowAt += 6 * MINUTE;
  const gone = await sendAll(desk, { kind: 'accepted', providerSid: null, providerStatus: null });
  return gone.map(({ outgoing }) => outgoing.text);
}

beforeEach(async () => {
  desk = await outboxDesk('bundles', ['email']);
  await reads(people.otherAgent, 'agent@city.example');
  return () => desk.close();
});

test('a mail whose first news is undone still tells the rest', async () => {
  const first = await assigned();
  const second = await assigned();
  await desk.does({ kind: 'undo', input: { eventId: first.eventId } });
  const texts = await mails();
  expect(texts).toHaveLength(1);
  expect(texts[0]).toContain(second.number);
  expect(texts[0]).not.toContain(first.number);
});

test('news that had joined a mail and are undone are told no more', async () => {
  const first = await assigned();
  const second = await assigned();
  await desk.does({ kind: 'undo', input: { eventId: second.eventId } });
  const texts = await mails();
  expect(texts).toHaveLength(1);
  expect(texts[0]).toContain(first.number);
  expect(texts[0]).not.toContain(second.number);
});

test('news of a sensitive ticket stand in a mail of their own, for who is cleared and sees that mail only', async () => {
  await reads(people.clearedSupervisor, 'cleared@city.example');
  const toCleared = { assigneeId: people.clearedSupervisor };
  const plain = await assigned(toCleared);
  const restricted = await assigned({ ...toCleared, sensitive: true });
  // The same person gets the next one ten seconds later.
  const texts = [...(await mails()), ...(await mails())];
  expect(texts.filter((text) => text.includes(plain.number))).toHaveLength(1);
  expect(texts.filter((text) => text.includes(plain.number) && text.includes(restricted.number))).toEqual([]);
  expect(texts.filter((text) => text.includes('Restricted item'))).not.toEqual([]);
});

test('news of a kind that their reader switched off since are left out of the mail that they had joined', async () => {
  const first = await assigned();
  const { ticketId, number } = await desk.creates({ contact, assigneeId: people.agent });
  const input = { ticketId, ofUserId: people.otherAgent, ofName: '', question: 'Why?' };
  await desk.does({ kind: 'ask_explanation', input }, people.supervisor);
  const settings = { email: 'agent@city.example', phone: '', ways: { explanation_asked: [] }, quietHours: null };
  unwrap(await desk.execute('save-reader-settings', settings, people.otherAgent));
  const [text = ''] = await mails();
  expect([text.includes(first.number), text.includes(number)]).toEqual([true, false]);
});
