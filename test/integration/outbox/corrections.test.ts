import { beforeEach, describe, expect, test } from 'vitest';
import type { Language } from '../../../src/preload/contract/values.ts';
import { city, people } from '../../support/centre.ts';
import { claim, emailSettings, outboxDesk, sendAll, setUpChannel } from '../../support/outbox-desk.ts';
import type { StoreDesk } from '../../support/store-desk.ts';
import { unwrap } from '../../support/store-options.ts';

const MINUTE = 60_000;
const HOLD = 10_000;
const accepted = { kind: 'accepted', providerSid: 'SM1', providerStatus: 'queued' } as const;
const thandi = { name: 'Tandi', phone: '082 123 4567', email: '', language: 'en' as Language };

let desk: StoreDesk;

const corrects = (ticketId: string, parts: Partial<typeof thandi>) =>
  desk.does({ kind: 'update', input: { ticketId, patch: { contact: { ...thandi, ...parts } } } });

/** Languages and names in and to which anything leaves. */
async function leaves(outcome: Parameters<typeof sendAll>[1] = accepted): Promise<string[]> {
  desk.nowAt += 2 * HOLD;
  return (await sendAll(desk, outcome)).map(({ outgoing }) => `${outgoing.language} ${outgoing.recipientName}`);
}

describe('what is corrected while a message waits is true of it when it leaves', () => {
  beforeEach(async () => {
    desk = await outboxDesk('corrections', ['sms', 'email']);
    return () => desk.close();
  });

  test('the contact’s language and name', async () => {
    const { ticketId } = await desk.creates({ contact: thandi });
    await corrects(ticketId, { language: 'af', name: 'Thandi' });
    expect(await leaves()).toEqual(['af Thandi']);
  });

  test('also before it is sent again by hand', async () => {
    const { ticketId } = await desk.creates({ contact: thandi });
    await leaves({ kind: 'refused', code: '21656', retryAfterMs: null });
    await corrects(ticketId, { language: 'zu' });
    const [message] = unwrap(await desk.read('messages-of-ticket', { ticketId }, people.agent));
    const again = { messageId: message?.id ?? '', act: 'resend' } as const;
    unwrap(await desk.execute('message-by-hand', again, people.agent));
    expect(await leaves()).toEqual(['zu Tandi']);
  });

  test('also before it goes the next way', async () => {
    const { ticketId } = await desk.creates({ contact: { ...thandi, email: 'thandi@example.org' } });
    await leaves({ kind: 'refused', code: '30007', retryAfterMs: null });
    await corrects(ticketId, { language: 'ar', email: 'thandi@example.org' });
    expect(await leaves()).toEqual(['ar Tandi']);
  });

  test('a reader’s own language, in all lines of a mail', async () => {
    await setUpChannel(desk, emailSettings);
    const settings = { email: 'other@city.example', phone: '', ways: {}, quietHours: null };
    unwrap(await desk.execute('save-reader-settings', settings, people.otherAgent));
    const nobody = { ...thandi, phone: '' };
    for (let n = 0; n < 2; n += 1) await desk.creates({ contact: nobody, assigneeId: people.otherAgent });
    const { users } = unwrap(await desk.read('configuration', {}, people.administrator));
    const user = users.find(({ id }) => id === people.otherAgent);
    expect(user).toBeDefined();
    if (user === undefined) return;
    const value = { ...user, language: 'ar' as const };
    unwrap(await desk.execute('save-config', { entities: [{ kind: 'user_saved', value }] }, null));
    desk.nowAt += 6 * MINUTE;
    const [gone] = await sendAll(desk, accepted);
    expect(gone?.outgoing.language).toBe('ar');
    expect(gone?.outgoing.subject).toMatch(/\p{Script=Arabic}/u);
    expect(gone?.outgoing.text).not.toMatch(/assigned/i);
  });
});

describe('between its claim and its leaving', () => {
  const place = { organizationId: city, channel: 'sms' } as const;
  const sending = async ({ claimed, token }: Awaited<ReturnType<typeof claim>>): Promise<number> => {
    const ids = claimed.map(({ outgoing }) => outgoing.messageId);
    return unwrap(await desk.execute('message-sending', { ids, token }, null)).ids.length;
  };
  const statesOf = async (ticketId: string) =>
    unwrap(await desk.read('messages-of-ticket', { ticketId }, people.agent)).map(({ state, code }) => [state, code]);

  beforeEach(async () => {
    desk = await outboxDesk('before-sending', ['sms']);
    return () => desk.close();
  });

  test('an opt-out counts', async () => {
    const { ticketId } = await desk.creates({ contact: thandi });
    desk.nowAt += HOLD;
    const taken = await claim(desk);
    expect(taken.claimed).toHaveLength(1);
    const mark = { ...place, address: thandi.phone, mark: 'opted_out' } as const;
    unwrap(await desk.execute('mark-address', mark, people.agent));
    expect(await sending(taken)).toBe(0);
    expect(await statesOf(ticketId)).toEqual([['suppressed', 'opted_out']]);
  });

  test('a number that is corrected counts: it is put back and goes there', async () => {
    const { ticketId } = await desk.creates({ contact: thandi });
    desk.nowAt += HOLD;
    const taken = await claim(desk);
    await corrects(ticketId, { phone: '083 765 4321' });
    expect(await sending(taken)).toBe(0);
    const gone = [...(await sendAll(desk, accepted)), ...(await sendAll(desk, accepted))];
    expect(gone.map(({ outgoing }) => outgoing.address)).toEqual(['+27837654321']);
  });

  test('a language that is corrected counts: it is put back and written anew', async () => {
    const { ticketId } = await desk.creates({ contact: thandi });
    desk.nowAt += HOLD;
    const taken = await claim(desk);
    await corrects(ticketId, { language: 'af' });
    expect(await sending(taken)).toBe(0);
    expect(await leaves()).toEqual(['af Tandi']);
  });

  test('what nothing stands against leaves', async () => {
    await desk.creates({ contact: thandi });
    desk.nowAt += HOLD;
    expect(await sending(await claim(desk))).toBe(1);
  });
});
