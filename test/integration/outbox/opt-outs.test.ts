import { beforeEach, describe, expect, test } from 'vitest';
import type { Channel } from '../../../src/preload/contract/values.ts';
import { city, people } from '../../support/centre.ts';
import { receive, wrote } from '../../support/inbound.ts';
import { outboxDesk, sendAll, statesOf, tend } from '../../support/outbox-desk.ts';
import type { StoreDesk } from '../../support/store-desk.ts';
import { unwrap } from '../../support/store-options.ts';

const MINUTE = 60_000;
const HOLD = 10_000;
const accepted = { kind: 'accepted', providerSid: 'SM1', providerStatus: 'queued' } as const;
const sipho = { name: 'Sipho', phone: '082 123 4567', email: '', language: 'zu' as const };

let desk: StoreDesk;

const stops = () => receive(desk, wrote('STOP', desk.nowAt));

/** The provider says of what it has that it did not arrive. */
async function fails(code: string): Promise<void> {
  desk.nowAt += 15_000;
  const polled = (await tend(desk)).polls.map(({ id, token, providerSid }) => {
    const answer = { kind: 'status', status: 'undelivered', code } as const;
    return { id, token, providerSid, answer };
  });
  unwrap(await desk.execute('message-polled', { polled }, null));
}

const works = (ticketId: string) =>
  desk.does({ kind: 'set_status', input: { ticketId, status: 'in_progress', reason: '', disposition: null } });

/** Channels by which anything leaves within the next minute. */
async function leavesBy(): Promise<Channel[]> {
  const gone: Channel[] = [];
  for (let n = 0; n < 3; n += 1) {
    desk.nowAt += 2 * HOLD;
    const claimed = await sendAll(desk, { ...accepted, providerSid: `SM${desk.nowAt}` });
    gone.push(...claimed.map(({ outgoing }) => outgoing.channel));
  }
  return gone;
}

beforeEach(async () => {
  desk = await outboxDesk('opt-outs', ['whatsapp', 'sms']);
  return () => desk.close();
});

describe('whoever says STOP on a channel', () => {
  test.each(['63024', '30007'])('hears by no other of what failed there with %s', async (code) => {
    const { ticketId } = await desk.creates({ contact: sipho });
    desk.nowAt += HOLD;
    await sendAll(desk, accepted);
    await stops();
    await fails(code);
    expect(await leavesBy()).toEqual([]);
    expect(await statesOf(desk, ticketId)).toEqual(['whatsapp failed', 'sms suppressed']);
  });

  test('hears by no other of what waits to go there instead', async () => {
    const { ticketId } = await desk.creates({ contact: sipho });
    desk.nowAt += HOLD;
    await sendAll(desk, accepted);
    await fails('30007');
    await stops();
    expect(await leavesBy()).toEqual([]);
    expect(await statesOf(desk, ticketId)).toEqual(['whatsapp failed', 'sms suppressed']);
  });

  test('is not told later either by a channel that only the organization named', async () => {
    const { ticketId } = await desk.creates({ contact: sipho });
    desk.nowAt += MINUTE;
    await stops();
    await works(ticketId);
    expect(await leavesBy()).toEqual([]);
  });

  test('is told later by a channel that they named themselves', async () => {
    const channels: Channel[] = ['whatsapp', 'sms'];
    const { ticketId } = await desk.creates({ contact: { ...sipho, channels } });
    desk.nowAt += MINUTE;
    await stops();
    await works(ticketId);
    expect(await leavesBy()).toEqual(['sms']);
  });

  test('has said so, whatever a failure that was reported later says of the address', async () => {
    await desk.creates({ contact: sipho });
    desk.nowAt += HOLD;
    await sendAll(desk, accepted);
    await stops();
    await fails('63024');
    const asked = { organizationId: city, phone: sipho.phone, email: '' };
    const [way] = unwrap(await desk.read('contact-ways', asked, people.agent));
    expect(way).toMatchObject({ channel: 'whatsapp', mark: 'opted_out' });
  });
});
