import { beforeEach, describe, expect, test } from 'vitest';
import { city, hospital, HOUR, people } from '../../support/centre.ts';
import { receive, statusOf, wrote } from '../../support/inbound.ts';
import {
  claim,
  emailSettings,
  outboxDesk,
  sendAll,
  setUpChannel,
  statesOf,
  tend,
  twilioSettings,
} from '../../support/outbox-desk.ts';
import type { StoreDesk } from '../../support/store-desk.ts';
import { unwrap } from '../../support/store-options.ts';

const MINUTE = 60_000;
const HOLD = 10_000;
const accepted = { kind: 'accepted', providerSid: 'SM1', providerStatus: 'queued' } as const;

let desk: StoreDesk;

const resolves = (ticketId: string, to: 'resolved' | 'in_progress' | 'pending' = 'resolved') =>
  desk.does({ kind: 'set_status', input: { ticketId, status: to, reason: '', disposition: null } });

beforeEach(async () => {
  desk = await outboxDesk('late', ['whatsapp']);
  return () => desk.close();
});

describe('before it leaves', () => {
  test('news of a status that the ticket has left is not sent, though nothing replaced it', async () => {
    const { ticketId } = await desk.creates();
    await resolves(ticketId, 'in_progress');
    await resolves(ticketId, 'pending');
    desk.nowAt += HOLD;
    expect((await claim(desk)).claimed).toEqual([]);
    expect((await statesOf(desk, ticketId)).at(-1)).toBe('whatsapp cancelled');
  });

  test('a receipt is sent although the ticket waits for something by then', async () => {
    const { ticketId } = await desk.creates();
    await resolves(ticketId, 'pending');
    desk.nowAt += HOLD;
    expect((await claim(desk)).claimed).toHaveLength(1);
  });
});

describe('a fallback', () => {
  test('that would come after newer news of the ticket is not made', async () => {
    await setUpChannel(desk, twilioSettings('sms'));
    const { ticketId } = await desk.creates();
    desk.nowAt += HOLD;
    await sendAll(desk, accepted);
    desk.nowAt += HOLD;
    await resolves(ticketId, 'in_progress');
    desk.nowAt += HOLD;
    await sendAll(desk, { ...accepted, providerSid: 'SM2' });
    desk.nowAt += HOLD;
    const polled = (await tend(desk)).polls.map(({ id, token, providerSid }) => {
      const status = providerSid === 'SM1' ? 'undelivered' : 'sent';
      const answer = { kind: 'status', status, code: status === 'sent' ? null : '63024' } as const;
      return { id, token, providerSid, answer };
    });
    unwrap(await desk.execute('message-polled', { polled }, null));
    expect(await statesOf(desk, ticketId)).toEqual(['whatsapp failed', 'whatsapp sent']);
  });

  test('goes to a contact who wants another channel by then', async () => {
    await setUpChannel(desk, emailSettings);
    const { ticketId } = await desk.creates();
    const contact = { name: 'S', phone: '', email: 'sipho@example.org', language: 'en' as const };
    await desk.does({ kind: 'update', input: { ticketId, patch: { contact } } });
    desk.nowAt += HOLD;
    // It is taken where its new way's turn has not come yet, else the next time.
    const [gone] = [...(await claim(desk)).claimed, ...(await claim(desk)).claimed];
    expect(gone?.outgoing).toMatchObject({ channel: 'email', address: 'sipho@example.org' });
  });

  test('goes nowhere where the contact wants none', async () => {
    const { ticketId } = await desk.creates();
    const contact = { name: 'S', phone: '082 123 4567', email: '', language: 'en' as const, channels: [] };
    await desk.does({ kind: 'update', input: { ticketId, patch: { contact } } });
    desk.nowAt += HOLD;
    expect((await claim(desk)).claimed).toEqual([]);
    const [view] = unwrap(await desk.read('messages-of-ticket', { ticketId }, people.agent));
    expect([view?.state, view?.code]).toEqual(['cancelled', 'not_allowed']);
  });
});

describe('what contacts write', () => {
  test('before anybody asked is no answer', async () => {
    const { ticketId } = await desk.creates();
    desk.nowAt += HOLD;
    await sendAll(desk, accepted);
    const before = desk.nowAt;
    desk.nowAt += MINUTE;
    await resolves(ticketId);
    desk.nowAt += HOLD;
    await sendAll(desk, { ...accepted, providerSid: 'SM2' });
    await receive(desk, wrote('yes', before));
    expect(await statusOf(desk, ticketId)).toBe('resolved');
    desk.nowAt += MINUTE;
    await receive(desk, wrote('yes', desk.nowAt));
    expect(await statusOf(desk, ticketId)).toBe('closed');
  });

  test('from a number that the contact has no more confirms nothing, and joins only what it names', async () => {
    const { ticketId, number } = await desk.creates();
    desk.nowAt += HOLD;
    await resolves(ticketId);
    desk.nowAt += HOLD;
    await sendAll(desk, accepted);
    const contact = { name: 'S', phone: '083 123 4567', email: '', language: 'en' as const };
    await desk.does({ kind: 'update', input: { ticketId, patch: { contact } } });
    desk.nowAt += MINUTE;
    expect(await receive(desk, wrote('yes', desk.nowAt))).toEqual({ joined: 0, unjoined: 1 });
    desk.nowAt += MINUTE;
    expect(await receive(desk, wrote(`yes ${number}`, desk.nowAt))).toEqual({ joined: 1, unjoined: 0 });
    expect(await statusOf(desk, ticketId)).toBe('resolved');
    desk.nowAt += MINUTE;
    await receive(desk, { ...wrote(`yes ${number}`, desk.nowAt), from: '+27831234567' });
    expect(await statusOf(desk, ticketId)).toBe('resolved');
  });

  test('by SMS to a question that went by WhatsApp is its answer', async () => {
    const { ticketId } = await desk.creates();
    await resolves(ticketId);
    desk.nowAt += HOLD;
    await sendAll(desk, accepted);
    desk.nowAt += MINUTE;
    const message = { ...wrote('No', desk.nowAt), channel: 'sms' as const };
    const bySms = { organizationId: city, channel: 'sms', messages: [message] } as const;
    expect(unwrap(await desk.execute('receive-inbound', bySms, null))).toEqual({ joined: 1, unjoined: 0 });
    expect(await statusOf(desk, ticketId)).toBe('open');
  });

  test('from the number of a contact who was never written to joins their ticket', async () => {
    const { ticketId } = await desk.creates();
    desk.nowAt += MINUTE;
    expect(await receive(desk, wrote('it got worse', desk.nowAt))).toEqual({ joined: 1, unjoined: 0 });
    const { timeline } = unwrap(await desk.read('ticket-view', { ticketId }, people.agent));
    expect(timeline.some(({ kind }) => kind === 'contact_wrote')).toBe(true);
  });

  test('during an outage is asked for when it is over, however long ago somebody last asked', async () => {
    await desk.creates();
    await receive(desk, wrote('hello', desk.nowAt));
    const last = desk.nowAt;
    for (let n = 0; n < 4; n += 1) {
      desk.nowAt += 2 * HOUR;
      const { inbound } = await tend(desk);
      expect(inbound[0]?.sinceAt).toBeLessThanOrEqual(last);
    }
  });

  test('to a sender that two organizations share is for both: the ticket is found, and STOP stops both', async () => {
    await setUpChannel(desk, twilioSettings('whatsapp'), hospital);
    const { ticketId } = await desk.creates();
    desk.nowAt += HOLD;
    await sendAll(desk, accepted);
    desk.nowAt += MINUTE;
    await receive(desk, wrote('it is still broken', desk.nowAt), hospital);
    const { timeline } = unwrap(await desk.read('ticket-view', { ticketId }, people.agent));
    expect(timeline.filter(({ kind }) => kind === 'contact_wrote')).toHaveLength(1);
    desk.nowAt += MINUTE;
    await receive(desk, wrote('STOP', desk.nowAt), hospital);
    await resolves(ticketId);
    expect((await statesOf(desk, ticketId)).at(-1)).not.toBe('whatsapp queued');
  });
});
