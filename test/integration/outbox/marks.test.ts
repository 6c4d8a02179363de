import { beforeEach, describe, expect, test } from 'vitest';
import { city, hospital, people, wardTeam } from '../../support/centre.ts';
import { receive, wrote } from '../../support/inbound.ts';
import { claim, outboxDesk, sendAll, setUpChannel, statesOf, tend, twilioSettings } from '../../support/outbox-desk.ts';
import type { StoreDesk } from '../../support/store-desk.ts';
import { unwrap } from '../../support/store-options.ts';

const MINUTE = 60_000;
const HOLD = 10_000;
const place = { organizationId: city, channel: 'whatsapp' } as const;
const accepted = { kind: 'accepted', providerSid: 'SM1', providerStatus: 'queued' } as const;
const contact = {
  name: 'S',
  phone: '082 123 4567',
  email: '',
  language: 'zu' as const,
  channels: ['whatsapp' as const],
};
const service = 'MG'.padEnd(34, '0');

let desk: StoreDesk;

const marks = async (mark: 'opted_out' | 'allowed') =>
  unwrap(await desk.execute('mark-address', { ...place, address: contact.phone, mark }, people.agent));
/** How the first message of a new ticket stands. */
async function newTicket(organizationId: string = city): Promise<string[]> {
  const parts = organizationId === hospital ? { organizationId, teamId: wardTeam } : {};
  return statesOf(desk, (await desk.creates({ ...parts, contact })).ticketId);
}

beforeEach(async () => {
  desk = await outboxDesk('marks', ['whatsapp']);
  return () => desk.close();
});

describe('what is known of an address', () => {
  test('is by when it was said: a STOP that was written before somebody allowed it again does not undo that', async () => {
    await marks('opted_out');
    desk.nowAt += MINUTE;
    await marks('allowed');
    await receive(desk, wrote('STOP', desk.nowAt - MINUTE / 2));
    expect(await newTicket()).toEqual(['whatsapp queued']);
    desk.nowAt += MINUTE;
    await receive(desk, wrote('STOP', desk.nowAt));
    expect(await newTicket()).toEqual([]);
  });

  test('is what its owner said, in the same second too: the provider counts in whole ones', async () => {
    await marks('allowed');
    await receive(desk, wrote('STOP', Math.floor(desk.nowAt / 1000) * 1000));
    expect(await newTicket()).toEqual([]);
  });

  test('is its owner’s word before the provider’s: an opt-out stays one though the address fails later', async () => {
    const { ticketId } = await desk.creates({ contact });
    desk.nowAt += HOLD;
    await sendAll(desk, accepted);
    desk.nowAt += 15_000;
    const { polls } = await tend(desk);
    await receive(desk, wrote('STOP', desk.nowAt));
    const answer = { kind: 'status', status: 'undelivered', code: '63024' } as const;
    const polled = polls.map(({ id, token, providerSid }) => ({ id, token, providerSid, answer }));
    unwrap(await desk.execute('message-polled', { polled }, null));
    expect(await statesOf(desk, ticketId)).toEqual(['whatsapp failed']);
    const asked = { organizationId: city, phone: contact.phone, email: '' };
    const ways = unwrap(await desk.read('contact-ways', asked, people.agent));
    expect(ways.find(({ channel }) => channel === 'whatsapp')?.mark).toBe('opted_out');
  });
});

describe('of organizations that use one account', () => {
  beforeEach(async () => {
    await setUpChannel(desk, twilioSettings('whatsapp', { from: service }));
  });

  test('what is written to one’s own number is left to it by one whose messaging service lists all of the account', async () => {
    await setUpChannel(desk, twilioSettings('whatsapp', { from: '+27119999999' }), hospital);
    const { ticketId } = await desk.creates({ organizationId: hospital, teamId: wardTeam, contact });
    desk.nowAt += HOLD;
    await sendAll(desk, accepted);
    desk.nowAt += MINUTE;
    const no = wrote('it is worse', desk.nowAt, { to: '+27119999999' });
    expect(await receive(desk, no)).toEqual({ joined: 0, unjoined: 0 });
    expect(await receive(desk, no, hospital)).toEqual({ joined: 1, unjoined: 0 });
    const { timeline } = unwrap(await desk.read('ticket-view', { ticketId }, people.agent));
    expect(timeline.some(({ kind }) => kind === 'contact_wrote')).toBe(true);
    desk.nowAt += MINUTE;
    const stop = wrote('STOP', desk.nowAt, { to: '+27119999999' });
    await receive(desk, stop);
    await receive(desk, stop, hospital);
    expect([await newTicket(), await newTicket(hospital)]).toEqual([['whatsapp queued'], []]);
  });

  test('a STOP to a number that is nobody’s own is for every one that has a messaging service', async () => {
    await setUpChannel(desk, twilioSettings('whatsapp', { from: `${service.slice(0, -1)}1` }), hospital);
    await receive(desk, wrote('STOP', desk.nowAt, { to: '+27115555555' }), hospital);
    expect([await newTicket(), await newTicket(hospital)]).toEqual([[], []]);
    desk.nowAt += HOLD;
    expect((await claim(desk)).claimed).toEqual([]);
  });
});
