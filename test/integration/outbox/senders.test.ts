import { afterEach, describe, expect, test } from 'vitest';
import type { ChannelSettings } from '../../../src/preload/contract/messages.ts';
import type { Channel } from '../../../src/preload/contract/values.ts';
import { city, hospital, people, wardTeam } from '../../support/centre.ts';
import { claim, emailSettings, outboxDesk, setUpChannel, tend, twilioSettings } from '../../support/outbox-desk.ts';
import type { StoreDesk } from '../../support/store-desk.ts';
import { unwrap } from '../../support/store-options.ts';

const HOLD = 10_000;

let desk: StoreDesk;
afterEach(() => desk.close());

/** A ticket whose contact is told of it by one channel alone. */
async function tellsBy(channel: Channel, n: number, organizationId: string): Promise<void> {
  const contact = { name: 'x', phone: `08212345${60 + n}`, email: `x${n}@example.org`, language: 'zu' as const };
  const at = organizationId === city ? {} : { organizationId, teamId: wardTeam };
  await desk.creates({ ...at, contact: { ...contact, channels: [channel] } });
}

/** Whose messages may leave at once, where the city and the ward send by these settings. */
async function atOnce(ofCity: ChannelSettings, ofWard: ChannelSettings): Promise<string[]> {
  desk = await outboxDesk('senders', []);
  await setUpChannel(desk, ofCity);
  await setUpChannel(desk, ofWard, hospital);
  for (let n = 0; n < 6; n += 1) await tellsBy(ofCity.channel, n, n % 2 === 0 ? city : hospital);
  desk.nowAt += HOLD;
  const { claimed } = await claim(desk);
  return claimed.map(({ organizationId }) => (organizationId === city ? 'city' : 'ward'));
}

describe('a rate is the sender’s', () => {
  test.each([
    ['a number', twilioSettings('sms', { rate: 1 })],
    ['a mail account', { ...emailSettings, rate: 1 }],
  ] as const)('of %s that two organizations share, whichever speaks', async (_name, settings) => {
    expect(await atOnce(settings, settings)).toEqual(['city']);
    desk.nowAt += 1_000;
    expect((await claim(desk)).claimed).toHaveLength(1);
    expect((await claim(desk)).claimed).toEqual([]);
  });

  test.each([
    ['numbers', twilioSettings('sms', { rate: 1 }), twilioSettings('sms', { rate: 1, from: '+27119999999' })],
    ['addresses', { ...emailSettings, rate: 1 }, { ...emailSettings, rate: 1, fromAddress: 'ward@city.example' }],
  ] as const)('and two %s have one each', async (_name, ofCity, ofWard) => {
    expect((await atOnce(ofCity, ofWard)).sort()).toEqual(['city', 'ward']);
  });
});

test('a sending that nobody answered is a failure of its channel, whatever else is done there in the same look', async () => {
  desk = await outboxDesk('lease', ['whatsapp']);
  await tellsBy('whatsapp', 1, city);
  desk.nowAt += HOLD;
  const { claimed, token } = await claim(desk);
  const ids = claimed.map(({ outgoing }) => outgoing.messageId);
  unwrap(await desk.execute('message-sending', { ids, token }, null));
  desk.nowAt += 121_000;
  expect((await tend(desk)).inbound).toHaveLength(1);
  const views = unwrap(await desk.read('channels', {}, people.administrator));
  const view = views.find((each) => each.organizationId === city && each.channel === 'whatsapp');
  expect(view).toMatchObject({ state: 'failing', code: 'LEASE' });
});
