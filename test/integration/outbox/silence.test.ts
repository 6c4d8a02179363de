import { beforeEach, describe, expect, test } from 'vitest';
import type { MessageTerms } from '../../../src/main/domain/config/messaging.ts';
import { city, HOUR, people, T0 } from '../../support/centre.ts';
import { bySms, receive, statusOf, wrote } from '../../support/inbound.ts';
import { outboxDesk, sendAll, setUpChannel, statesOf, tend, twilioSettings } from '../../support/outbox-desk.ts';
import type { StoreDesk } from '../../support/store-desk.ts';
import { unwrap } from '../../support/store-options.ts';

const DAY = 24 * HOUR;
const MINUTE = 60_000;
const HOLD = 10_000;

let desk: StoreDesk;

const accepted = (providerSid: string) => ({ kind: 'accepted', providerSid, providerStatus: 'queued' }) as const;
const resolves = (ticketId: string) =>
  desk.does({ kind: 'set_status', input: { ticketId, status: 'resolved', reason: '', disposition: null } });

/** The city closes by silence after two days, and writes by WhatsApp alone unless it says otherwise. */
async function terms(parts: Partial<MessageTerms> = {}): Promise<void> {
  const messages = { silenceDays: 2, contactChannels: ['whatsapp'], ...parts } as const;
  const value = {
    id: city,
    name: 'City',
    profile: 'municipal' as const,
    timezone: 'Africa/Johannesburg',
    categories: ['roads'],
    messages,
  };
  unwrap(
    await desk.execute('save-config', { entities: [{ kind: 'organization_saved', value }] }, people.administrator),
  );
}

/** A ticket that was resolved, its contact asked. @returns when the question left */
async function asked(): Promise<{ ticketId: string; askedAt: number }> {
  const { ticketId } = await desk.creates();
  desk.nowAt += HOLD;
  await sendAll(desk, accepted('SM1'));
  await resolves(ticketId);
  desk.nowAt += HOLD;
  await sendAll(desk, accepted('SM2'));
  return { ticketId, askedAt: desk.nowAt };
}

beforeEach(async () => {
  desk = await outboxDesk('silence', ['whatsapp']);
  await terms();
  return () => desk.close();
});

describe('silence', () => {
  test('closes as many days after the question left as the organization gives, and not after the change itself', async () => {
    const { ticketId, askedAt } = await asked();
    await desk.wakesAt(askedAt + 2 * DAY - 1);
    expect(await statusOf(desk, ticketId)).toBe('resolved');
    await desk.wakesAt(askedAt + 2 * DAY);
    expect(await statusOf(desk, ticketId)).toBe('closed');
    const { closedAt } = unwrap(await desk.read('ticket-view', { ticketId }, people.agent));
    expect(closedAt).toBe(askedAt + 2 * DAY);
    expect(await desk.differences()).toEqual([]);
  });

  test('closes nothing where the contact wants no messages on the only channel', async () => {
    const { ticketId } = await desk.creates();
    desk.nowAt += HOLD;
    await sendAll(desk, accepted('SM1'));
    await receive(desk, wrote('STOP', desk.nowAt));
    await resolves(ticketId);
    desk.nowAt += HOLD;
    expect(await sendAll(desk, accepted('SM2'))).toEqual([]);
    await desk.wakesAt(T0 + 30 * DAY);
    expect(await statusOf(desk, ticketId)).toBe('resolved');
  });

  test('closes nothing where the question was refused', async () => {
    const { ticketId } = await desk.creates();
    desk.nowAt += HOLD;
    await sendAll(desk, accepted('SM1'));
    await resolves(ticketId);
    desk.nowAt += HOLD;
    await sendAll(desk, { kind: 'refused', code: '63024', retryAfterMs: null });
    await desk.wakesAt(T0 + 30 * DAY);
    expect(await statusOf(desk, ticketId)).toBe('resolved');
  });

  describe('of a question that was refused', () => {
    const refused = { kind: 'refused', code: '63049', retryAfterMs: null } as const;
    let ticketId: string;
    let messageId: string;
    const again = async (): Promise<void> => {
      unwrap(await desk.execute('message-by-hand', { messageId, act: 'resend' }, people.agent));
    };

    beforeEach(async () => {
      ({ ticketId } = await desk.creates());
      desk.nowAt += HOLD;
      await sendAll(desk, accepted('SM1'));
      await resolves(ticketId);
      desk.nowAt += HOLD;
      await sendAll(desk, refused);
      await desk.wakesAt(T0 + 5 * DAY);
      const page = { view: 'trouble', after: null, limit: 9 } as const;
      messageId = unwrap(await desk.read('outbox-page', page, people.supervisor)).items[0]?.id ?? '';
    });

    test('begins when it is sent again by hand, and leaves', async () => {
      await again();
      await sendAll(desk, refused);
      await desk.wakesAt(T0 + 20 * DAY);
      expect(await statusOf(desk, ticketId)).toBe('resolved');

      await again();
      desk.nowAt += HOUR;
      await sendAll(desk, accepted('SM3'));
      const askedAt = desk.nowAt;
      await desk.wakesAt(askedAt + 2 * DAY - 1);
      expect(await statusOf(desk, ticketId)).toBe('resolved');
      await desk.wakesAt(askedAt + 2 * DAY);
      expect(await statusOf(desk, ticketId)).toBe('closed');
      expect(await desk.differences()).toEqual([]);
    });

    test('begins not where the contact wrote something that nobody has answered', async () => {
      await receive(desk, wrote('Who was here?', desk.nowAt));
      await again();
      await sendAll(desk, accepted('SM3'));
      await desk.wakesAt(T0 + 20 * DAY);
      expect(await statusOf(desk, ticketId)).toBe('resolved');
    });

    test('begins not by the question of an earlier time that it was resolved', async () => {
      await desk.does({ kind: 'set_status', input: { ticketId, status: 'open', reason: '', disposition: null } });
      await terms({ contactChannels: [] });
      await resolves(ticketId);
      await terms();
      await again();
      const { timeline } = unwrap(await desk.read('ticket-view', { ticketId }, people.agent));
      expect(JSON.stringify(timeline)).not.toContain('asked_again');
    });
  });

  test('closes nothing where no channel is set up through which it could have been asked', async () => {
    await terms({ contactChannels: ['sms'] });
    const contact = bySms;
    const { ticketId } = await desk.creates({ contact });
    await resolves(ticketId);
    await desk.wakesAt(T0 + 30 * DAY);
    expect(await statusOf(desk, ticketId)).toBe('resolved');
  });

  test('of a question that still waits when it is due is waited for anew', async () => {
    await terms({ silenceDays: 1, contactChannels: ['sms'], normalExpiryMinutes: 3 * 24 * 60 });
    const contact = bySms;
    const { ticketId } = await desk.creates({ contact });
    await resolves(ticketId);
    await desk.wakesAt(T0 + DAY + HOUR);
    expect(await statusOf(desk, ticketId)).toBe('resolved');
    await setUpChannel(desk, twilioSettings('sms'));
    await tend(desk);
    desk.nowAt += HOLD;
    await sendAll(desk, accepted('SM1'));
    expect((await statesOf(desk, ticketId)).at(-1)).toBe('sms sent');
    await desk.wakesAt(T0 + 4 * DAY);
    expect(await statusOf(desk, ticketId)).toBe('closed');
  });
});

describe('what the contact wrote before silence closed the ticket, and was read after it', () => {
  test.each([
    ['No', 'open', 'escalated'],
    ['Who was here?', 'resolved', 'resolved'],
    ['Yes', 'closed', 'closed'],
  ])('“%s” leaves it %s, as if it had been read in time', async (text, atOnce, later) => {
    const { ticketId, askedAt } = await asked();
    const early = wrote(text, askedAt + DAY);
    await desk.wakesAt(T0 + 3 * DAY);
    expect(await statusOf(desk, ticketId)).toBe('closed');
    await receive(desk, early);
    expect([atOnce, later]).toContain(await statusOf(desk, ticketId));
    await desk.wakesAt(T0 + 30 * DAY);
    expect(await statusOf(desk, ticketId)).toBe(later);
    expect(await desk.differences()).toEqual([]);
  });

  test.each([
    ['No', 'escalated'],
    ['Who was here?', 'resolved'],
    ['Yes', 'closed'],
  ])('“%s” leaves it %s where it was read in time', async (text, expected) => {
    const { ticketId, askedAt } = await asked();
    await desk.wakesAt(askedAt + DAY);
    await receive(desk, wrote(text, askedAt + DAY));
    await desk.wakesAt(T0 + 30 * DAY);
    expect(await statusOf(desk, ticketId)).toBe(expected);
  });

  test('takes back the thanks that have not left', async () => {
    const { ticketId, askedAt } = await asked();
    await desk.wakesAt(askedAt + 2 * DAY + MINUTE);
    expect((await statesOf(desk, ticketId)).at(-1)).toBe('whatsapp queued');
    await receive(desk, wrote('No', askedAt + DAY));
    const views = unwrap(await desk.read('messages-of-ticket', { ticketId }, people.agent));
    expect(views.filter(({ kind }) => kind === 'thank_you').map(({ state }) => state)).toEqual(['cancelled']);
  });

  test('opens nothing where it was written after the closing', async () => {
    const { ticketId, askedAt } = await asked();
    await desk.wakesAt(askedAt + 3 * DAY);
    await receive(desk, wrote('No', askedAt + 2 * DAY + HOUR));
    expect(await statusOf(desk, ticketId)).toBe('closed');
  });
});

describe('an answer', () => {
  test('is none where it was written before the question left', async () => {
    const { ticketId } = await desk.creates();
    desk.nowAt += HOLD;
    await sendAll(desk, accepted('SM1'));
    await resolves(ticketId);
    desk.nowAt += HOLD / 2;
    await receive(desk, wrote('Ok, thanks', desk.nowAt));
    expect(await statusOf(desk, ticketId)).toBe('resolved');
  });

  test('goes to the ticket whose contact was asked, though another was written about later', async () => {
    const a = await desk.creates();
    const b = await desk.creates();
    desk.nowAt += HOLD;
    await sendAll(desk, accepted('SM1'));
    desk.nowAt += HOLD;
    await sendAll(desk, accepted('SM2'));
    await resolves(a.ticketId);
    desk.nowAt += 2 * HOLD;
    await sendAll(desk, accepted('SM3'));
    await desk.does({
      kind: 'set_status',
      input: { ticketId: b.ticketId, status: 'in_progress', reason: '', disposition: null },
    });
    desk.nowAt += 2 * HOLD;
    await sendAll(desk, accepted('SM4'));
    desk.nowAt += MINUTE;
    await receive(desk, wrote('No', desk.nowAt));
    expect([await statusOf(desk, a.ticketId), await statusOf(desk, b.ticketId)]).toEqual(['open', 'in_progress']);
  });
});
