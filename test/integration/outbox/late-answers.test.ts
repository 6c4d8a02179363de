import { afterEach, expect, test } from 'vitest';
import { people } from '../../support/centre.ts';
import { claim, outboxDesk, sendAll, statesOf, tend, type Claim } from '../../support/outbox-desk.ts';
import { asProviders } from '../../support/scripted-sender.ts';
import type { StoreDesk } from '../../support/store-desk.ts';
import { unwrap } from '../../support/store-options.ts';

const MINUTE = 60_000;
const HOLD = 10_000;
const accepted = (providerSid: string | null) => ({ kind: 'accepted', providerSid, providerStatus: null }) as const;
const byMail = { name: 'P', phone: '', email: 'p@example.org', language: 'en' as const };
const bySms = { name: 'S', phone: '082 123 4567', email: '', language: 'en' as const, channels: ['sms' as const] };

let desk: StoreDesk;
afterEach(() => desk.close());

/** Claims what is due and commits its sending; the answer is the test's to give. */
async function begins(): Promise<Claim & { id: string }> {
  const claims = await claim(desk);
  const id = claims.claimed[0]?.outgoing.messageId ?? '';
  expect(unwrap(await desk.execute('message-sending', { ids: [id], token: claims.token }, null)).ids).toEqual([id]);
  return { ...claims, id };
}

const triesOf = async (ticketId: string): Promise<string[]> => {
  const [view] = unwrap(await desk.read('messages-of-ticket', { ticketId }, people.agent));
  return view?.tries.map(({ what }) => what) ?? [];
};

test('a long send: a mail that is taken after its lease has ended is sent once', async () => {
  desk = await outboxDesk('long', ['email']);
  const { ticketId } = await desk.creates({ contact: byMail });
  desk.nowAt += HOLD;
  const { id, token } = await begins();
  desk.nowAt += 2 * MINUTE;
  await tend(desk);
  expect(await statesOf(desk, ticketId)).toEqual(['email retry']);
  unwrap(await desk.execute('message-outcome', { id, token, outcome: accepted(null) }, null));
  expect(await statesOf(desk, ticketId)).toEqual(['email sent']);
  desk.nowAt += 10 * MINUTE;
  await tend(desk);
  expect((await claim(desk)).claimed).toEqual([]);
  expect(await triesOf(ticketId)).toEqual(['queued', 'sending', 'lease_ended', 'accepted_late']);
});

test('a long send: one that was claimed again meanwhile does not leave a second time', async () => {
  desk = await outboxDesk('claimed-again', ['email']);
  const { ticketId } = await desk.creates({ contact: byMail });
  desk.nowAt += HOLD;
  const { id, token } = await begins();
  desk.nowAt += 2 * MINUTE;
  await tend(desk);
  desk.nowAt += 2 * MINUTE;
  const again = await claim(desk);
  unwrap(await desk.execute('message-outcome', { id, token, outcome: accepted(null) }, null));
  expect(unwrap(await desk.execute('message-sending', { ids: [id], token: again.token }, null)).ids).toEqual([]);
  expect(await statesOf(desk, ticketId)).toEqual(['email sent']);
});

test('an answer by a claim that never sent anything is no answer', async () => {
  desk = await outboxDesk('no-call', ['email']);
  const { ticketId } = await desk.creates({ contact: byMail });
  desk.nowAt += HOLD;
  const { claimed, token } = await claim(desk);
  const id = claimed[0]?.outgoing.messageId ?? '';
  unwrap(await desk.execute('message-outcome', { id, token, outcome: accepted(null) }, null));
  unwrap(await desk.execute('message-outcome', { id, token: 'of nobody', outcome: accepted(null) }, null));
  expect(await statesOf(desk, ticketId)).toEqual(['email claimed']);
});

test('what the provider called an earlier try is asked about too, and is adopted by no other message', async () => {
  desk = await outboxDesk('earlier', ['sms']);
  const { ticketId } = await desk.creates({ contact: bySms });
  desk.nowAt += HOLD;
  const [first] = await sendAll(desk, accepted('SM1'));
  if (first === undefined) throw new Error('nothing left');
  const answers = async (bySid: Record<string, string>) => {
    const { polls } = await tend(desk);
    const polled = polls.map(({ id, token, providerSid }) => {
      const status = bySid[providerSid] ?? 'queued';
      const answer = { kind: 'status', status, code: status === 'undelivered' ? '30003' : null } as const;
      return { id, token, providerSid, answer };
    });
    unwrap(await desk.execute('message-polled', { polled }, null));
    return polls.map(({ providerSid }) => providerSid);
  };
  desk.nowAt += 15_000;
  expect(await answers({ SM1: 'undelivered' })).toEqual(['SM1']);
  desk.nowAt += 2 * MINUTE;
  const { id, token } = await begins();
  unwrap(await desk.execute('message-outcome', { id, token, outcome: { kind: 'unsure', code: 'TIMEOUT' } }, null));
  desk.nowAt += MINUTE / 2;
  const [look] = (await tend(desk)).looks;
  // The first try stands in the provider's list with the same reference.
  const listed = [asProviders(first.outgoing, 'SM2', desk.nowAt), asProviders(first.outgoing, 'SM1', desk.nowAt)];
  const seen = { kind: 'seen', providerSids: listed.map(({ providerSid }) => providerSid).toReversed() } as const;
  unwrap(await desk.execute('message-looked', { id, token: look?.token ?? '', looked: seen }, null));
  desk.nowAt += 15_000;
  expect(await answers({ SM1: 'delivered' })).toEqual(['SM1', 'SM2']);
  expect(await statesOf(desk, ticketId)).toEqual(['sms delivered']);
});
