import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReaderSettingsValue } from '../../../src/preload/contract/messages.ts';
import { city, HOUR, people, T0 } from '../../support/centre.ts';
import { outboxDesk, setUpChannel, twilioSettings } from '../../support/outbox-desk.ts';
import type { StoreDesk } from '../../support/store-desk.ts';
import { codeOf, unwrap } from '../../support/store-options.ts';

const contact = { phone: '082 123 4567', email: 'Sipho@Example.ORG' };
const none: ReaderSettingsValue = { email: '', phone: '', ways: {}, quietHours: null };

let desk: StoreDesk;
beforeAll(async () => {
  desk = await outboxDesk('readers', ['email']);
});
afterAll(() => desk.close());

describe('the ways to a contact', () => {
  const ways = async (parts: { email?: string; phone?: string; channels?: ('whatsapp' | 'sms' | 'email')[] } = {}) =>
    unwrap(await desk.read('contact-ways', { organizationId: city, ...contact, ...parts }, people.agent));

  test('stand in the order of the organization, as messages go to them, with how each channel stands', async () => {
    expect(await ways()).toEqual([
      { channel: 'whatsapp', address: '+27821234567', agreed: true, mark: null, state: 'unset' },
      { channel: 'sms', address: '+27821234567', agreed: true, mark: null, state: 'unset' },
      { channel: 'email', address: 'Sipho@example.org', agreed: true, mark: null, state: 'working' },
    ]);
  });
  test('stand in the order that the contact agreed to, the others behind', async () => {
    const told = await ways({ channels: ['email', 'sms'] });
    expect(told.map(({ channel, agreed }) => [channel, agreed])).toEqual([
      ['email', true],
      ['sms', true],
      ['whatsapp', false],
    ]);
    expect((await ways({ channels: [] })).some(({ agreed }) => agreed)).toBe(false);
  });
  test('have no address where none takes messages', async () => {
    const told = await ways({ phone: '12', email: 'nobody' });
    expect(told.map(({ address }) => address)).toEqual([null, null, null]);
  });
  test('say that somebody opted out, until they take it back', async () => {
    const mark = { organizationId: city, channel: 'sms', address: contact.phone } as const;
    unwrap(await desk.execute('mark-address', { ...mark, mark: 'opted_out' }, people.agent));
    expect((await ways()).map((way) => way.mark)).toEqual([null, 'opted_out', null]);
    // The organization's order ends there; what the contact named counts for its own sake.
    expect((await ways()).map(({ agreed }) => agreed)).toEqual([true, true, false]);
    expect((await ways({ channels: ['sms', 'email'] })).map(({ agreed }) => agreed)).toEqual([true, true, false]);
    unwrap(await desk.execute('mark-address', { ...mark, mark: 'allowed' }, people.agent));
    expect((await ways()).map((way) => way.mark)).toEqual([null, null, null]);
  });
  test('say when a channel is set up', async () => {
    await setUpChannel(desk, twilioSettings('sms'));
    expect((await ways()).map(({ state }) => state)).toEqual(['unset', 'working', 'working']);
  });
  test('are told to nobody who neither sees nor makes tickets there', async () => {
    const asked = { organizationId: city, ...contact };
    expect(codeOf(await desk.read('contact-ways', asked, people.administrator))).toBe('ACCESS_DENIED');
    expect(codeOf(await desk.read('contact-ways', asked, null))).toBe('ACCESS_DENIED');
  });
});

describe('how somebody is told', () => {
  const save = (parts: Partial<ReaderSettingsValue>, who: string = people.agent) =>
    desk.execute('save-reader-settings', { ...none, ...parts }, who);

  test('is their own, and comes back as it was saved', async () => {
    const mine = { ...none, email: 'agent@city.example', phone: '+27 82 000 0000', ways: { breach: ['sms' as const] } };
    unwrap(await save(mine));
    expect(unwrap(await desk.read('reader-settings', {}, people.agent))).toEqual(mine);
    expect(unwrap(await desk.read('reader-settings', {}, people.otherAgent))).toEqual(none);
  });
  test.each([
    ['email', { email: 'agent at city' }],
    ['phone', { phone: '12' }],
    ['quietHours', { quietHours: { from: '25:00', until: '07:00' } }],
  ])('names the %s that no message can go by, and keeps what was there', async (field, parts) => {
    unwrap(await save({ email: 'agent@city.example' }));
    expect(await save(parts)).toEqual({ ok: false, code: 'BAD_INPUT', params: { field } });
    expect(unwrap(await desk.read('reader-settings', {}, people.agent)).email).toBe('agent@city.example');
  });

  test('on the desktop is a wish of each kind of news; the inbox has everything', async () => {
    unwrap(await save({ ways: { assignment: ['email'] } }, people.otherAgent));
    for (let n = 0; n < 3; n += 1) await desk.creates({ assigneeId: people.otherAgent });
    // What is left as it came is shown.
    await desk.wakesAt(T0 + 3.5 * HOUR);
    const inbox = unwrap(await desk.read('notifications', {}, people.otherAgent)).items.map(({ kind }) => kind);
    expect(inbox.filter((kind) => kind === 'assignment')).toHaveLength(3);
    const others = inbox.filter((kind) => kind !== 'assignment');
    expect(others.length).toBeGreaterThan(2);
    const take = async () =>
      unwrap(await desk.execute('take-unshown-notifications', { limit: 2 }, people.otherAgent)).items;
    const shown: string[] = [];
    for (let items = await take(); items.length > 0; items = await take()) shown.push(...items.map(({ kind }) => kind));
    expect(shown.toSorted()).toEqual(others.toSorted());
  });
});
