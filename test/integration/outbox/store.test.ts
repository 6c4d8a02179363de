import { describe, expect, test } from 'vitest';
import { city, HOUR, people, T0 } from '../../support/centre.ts';
import { bySms, receive, statusOf, wrote } from '../../support/inbound.ts';
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
import { StoreDesk } from '../../support/store-desk.ts';
import { codeOf, unwrap } from '../../support/store-options.ts';

const accepted = (providerSid: string | null) => ({ kind: 'accepted', providerSid, providerStatus: null }) as const;
const MINUTE = 60_000;
/** Of the hold in which a status can be undone. */
const HOLD = 10_000;

async function status(desk: StoreDesk, ticketId: string, to: 'in_progress' | 'resolved' | 'open'): Promise<string> {
  const input = { ticketId, status: to, reason: '', disposition: null };
  return (await desk.does({ kind: 'set_status', input })).eventId;
}

describe('a message that somebody decided on', () => {
  test('is held while no channel is set up, and goes when there is one', async () => {
    const desk = await StoreDesk.start('held');
    const { ticketId } = await desk.creates();
    expect(await statesOf(desk, ticketId)).toEqual(['whatsapp held']);
    desk.nowAt += MINUTE;
    expect((await claim(desk)).claimed).toEqual([]);
    await setUpChannel(desk, twilioSettings('whatsapp'));
    await tend(desk);
    expect(await statesOf(desk, ticketId)).toEqual(['whatsapp queued']);
    expect(await sendAll(desk, accepted('SM1'))).toHaveLength(1);
    expect(await statesOf(desk, ticketId)).toEqual(['whatsapp sent']);
    await desk.close();
  });

  test('is replaced by newer news before it has left, and called off with what it tells', async () => {
    const desk = await outboxDesk('replaced', ['whatsapp']);
    const { ticketId } = await desk.creates();
    desk.nowAt += 1000;
    await status(desk, ticketId, 'in_progress');
    expect(await statesOf(desk, ticketId)).toEqual(['whatsapp cancelled', 'whatsapp queued']);
    const eventId = await status(desk, ticketId, 'resolved');
    await desk.does({ kind: 'undo', input: { eventId } });
    expect((await statesOf(desk, ticketId)).at(-1)).toBe('whatsapp cancelled');
    await desk.close();
  });

  test('that was replaced goes after all where the newer news are taken back', async () => {
    const desk = await outboxDesk('restored', ['whatsapp']);
    const { ticketId } = await desk.creates();
    desk.nowAt += HOLD;
    await sendAll(desk, accepted('SM1'));
    desk.nowAt += HOLD;
    await status(desk, ticketId, 'in_progress');
    desk.nowAt += 1000;
    const eventId = await status(desk, ticketId, 'resolved');
    await desk.does({ kind: 'undo', input: { eventId } });
    const all = ['whatsapp sent', 'whatsapp queued', 'whatsapp cancelled'];
    expect(await statesOf(desk, ticketId)).toEqual(all);
    desk.nowAt += HOLD;
    const [gone] = await sendAll(desk, accepted('SM2'));
    expect(gone?.outgoing.content?.contentSid).toBe('HXin_progress');
    await desk.close();
  });

  test('that had left when it was taken back is set right', async () => {
    const desk = await outboxDesk('set-right', ['whatsapp']);
    const messages = { quietHours: { from: '00:00', until: '00:00' }, holdSeconds: 0 };
    const organization = {
      id: city,
      name: 'City',
      profile: 'municipal' as const,
      timezone: 'UTC',
      categories: ['roads'],
    };
    const entities = [{ kind: 'organization_saved' as const, value: { ...organization, messages } }];
    unwrap(await desk.execute('save-config', { entities }, people.administrator));
    const { ticketId } = await desk.creates();
    await sendAll(desk, accepted('SM1'));
    desk.nowAt += HOLD;
    await status(desk, ticketId, 'in_progress');
    await sendAll(desk, accepted('SM2'));
    desk.nowAt += HOLD;
    const eventId = await status(desk, ticketId, 'resolved');
    await sendAll(desk, accepted('SM3'));
    desk.nowAt += 5_000;
    await desk.does({ kind: 'undo', input: { eventId } });
    desk.nowAt += HOLD;
    const [gone] = await sendAll(desk, accepted('SM4'));
    expect(gone?.outgoing.content?.contentSid).toBe('HXin_progress');
    await desk.close();
  });

  test('says the tracking number and its reference, and is the same mail on every try', async () => {
    const desk = await outboxDesk('text', ['email']);
    const contact = { name: 'Sipho', phone: '', email: 'sipho@example.org', language: 'en' as const };
    const { ticketId, number } = await desk.creates({ contact });
    desk.nowAt += HOLD;
    const [first] = await sendAll(desk, { kind: 'refused', code: 'SMTP_451', retryAfterMs: null });
    expect(first?.outgoing.text).toContain(number);
    expect(first?.outgoing.text).toContain(first?.outgoing.reference);
    desk.nowAt += 2 * MINUTE;
    const [second] = await sendAll(desk, accepted(null));
    expect(second?.outgoing).toEqual(first?.outgoing);
    const [view] = unwrap(await desk.read('messages-of-ticket', { ticketId }, people.agent));
    expect(view?.text).toBe(first?.outgoing.text);
    expect(view?.tries.map(({ what }) => what)).toEqual(['queued', 'sending', 'refused', 'sending', 'accepted']);
    await desk.close();
  });

  test('goes the next way when this one is closed for good', async () => {
    const desk = await outboxDesk('fallback', ['whatsapp', 'sms', 'email']);
    const { ticketId } = await desk.creates();
    desk.nowAt += HOLD;
    await sendAll(desk, accepted('SM1'));
    desk.nowAt += 15_000;
    const { polls } = await tend(desk);
    expect(polls.map(({ providerSid }) => providerSid)).toEqual(['SM1']);
    const [poll] = polls;
    const answer = { kind: 'status', status: 'undelivered', code: '63024' } as const;
    const polled = [{ id: poll?.id ?? '', token: poll?.token ?? '', providerSid: 'SM1', answer }];
    unwrap(await desk.execute('message-polled', { polled }, null));
    expect(await statesOf(desk, ticketId)).toEqual(['whatsapp failed', 'sms queued']);
    const [next] = await sendAll(desk, accepted('SM2'));
    expect(next?.outgoing).toMatchObject({ channel: 'sms', address: '+27821234567' });
    // The number is not on WhatsApp: the next news does not ask again.
    desk.nowAt += HOLD;
    await status(desk, ticketId, 'in_progress');
    expect((await statesOf(desk, ticketId)).at(-1)).toBe('sms queued');
    await desk.close();
  });

  test('waits for the morning, and goes to the address that its contact has by then', async () => {
    const desk = await outboxDesk('quiet', ['sms', 'email']);
    // 22:00 in Johannesburg.
    desk.nowAt = T0 + 12 * HOUR;
    const contact = bySms;
    const { ticketId } = await desk.creates({ contact });
    const [view] = unwrap(await desk.read('messages-of-ticket', { ticketId }, people.agent));
    expect(view?.nextAt).toBe(Date.parse('2026-03-03T05:00:00Z'));
    await desk.does({ kind: 'update', input: { ticketId, patch: { contact: { ...contact, phone: '083 123 4567' } } } });
    desk.nowAt = Date.parse('2026-03-03T05:00:00Z');
    expect((await claim(desk)).claimed).toEqual([]);
    const gone = await sendAll(desk, accepted('SM1'));
    expect(gone.map(({ outgoing }) => outgoing.address)).toEqual(['+27831234567']);
    const [after] = unwrap(await desk.read('messages-of-ticket', { ticketId }, people.agent));
    expect([after?.state, after?.address]).toEqual(['sent', '+27831234567']);
    expect(after?.tries.map(({ what }) => what)).toEqual(['queued', 'readdressed', 'sending', 'accepted']);
    await desk.close();
  });

  test('expires where nobody could send it in time', async () => {
    const desk = await outboxDesk('expired', ['sms']);
    const byWhatsapp = { phone: '082 123 4567', email: '', channels: ['whatsapp' as const] };
    const { ticketId } = await desk.creates({ contact: { name: 'S', language: 'en', ...byWhatsapp } });
    expect(await statesOf(desk, ticketId)).toEqual(['whatsapp held']);
    desk.nowAt += 25 * HOUR;
    await tend(desk);
    expect(await statesOf(desk, ticketId)).toEqual(['whatsapp expired']);
    await desk.close();
  });
});

describe('a sensitive ticket', () => {
  test('takes its messages away: what waits is cancelled, and no word of any stays', async () => {
    const desk = await outboxDesk('sensitive', ['whatsapp']);
    const { ticketId } = await desk.creates({}, people.clearedSupervisor);
    desk.nowAt += HOLD;
    await sendAll(desk, accepted('SM1'));
    await status(desk, ticketId, 'in_progress');
    await desk.does({ kind: 'mark_sensitive', input: { ticketId } });
    const views = unwrap(await desk.read('messages-of-ticket', { ticketId }, people.clearedSupervisor));
    expect(
      views.map(({ state, code, text, recipient }) => [state, code, text.includes('WK-'), recipient.name]),
    ).toEqual([
      ['sent', null, false, ''],
      ['cancelled', 'sensitive', expect.any(Boolean), ''],
    ]);
    expect(codeOf(await desk.read('messages-of-ticket', { ticketId }, people.agent))).toBe('NOT_FOUND');
    const page = { view: 'all', after: null, limit: 10 } as const;
    expect(unwrap(await desk.read('outbox-page', page, people.supervisor)).items).toEqual([]);
    const { items } = unwrap(await desk.read('outbox-page', page, people.clearedSupervisor));
    expect(items.map(({ kind, state, text, address }) => [kind, state, text, address])).toEqual([
      ['restricted', 'cancelled', '', ''],
      ['restricted', 'sent', '', ''],
    ]);
    const sentFor = async (who: string) =>
      unwrap(await desk.read('channels', { organizationId: city }, who)).map(({ sent }) => sent);
    expect(await sentFor(people.supervisor)).toEqual([0, 0, 0]);
    expect(await sentFor(people.clearedSupervisor)).toEqual([1, 0, 0]);
    await desk.close();
  });
});

describe('a claim', () => {
  test('that ran out changes nothing any more', async () => {
    const desk = await outboxDesk('stale', ['whatsapp']);
    const { ticketId } = await desk.creates();
    desk.nowAt += HOLD;
    const { claimed, token } = await claim(desk);
    const id = claimed[0]?.outgoing.messageId ?? '';
    desk.nowAt += 2 * MINUTE;
    await tend(desk);
    expect(await statesOf(desk, ticketId)).toEqual(['whatsapp queued']);
    expect(unwrap(await desk.execute('message-sending', { ids: [id], token }, null)).ids).toEqual([]);
    expect(await statesOf(desk, ticketId)).toEqual(['whatsapp queued']);
    await desk.close();
  });

  test('keeps the rate of its channel, and ten seconds between two messages to one person', async () => {
    const desk = await outboxDesk('rate', []);
    await setUpChannel(desk, { ...emailSettings, rate: 2 });
    for (let n = 0; n < 5; n += 1) {
      const email = `p${n}@example.org`;
      await desk.creates({ contact: { name: 'P', phone: '', email, language: 'en' } });
    }
    await desk.creates({ contact: { name: 'P', phone: '', email: 'p0@example.org', language: 'en' } });
    desk.nowAt += HOLD;
    const sent: string[] = [];
    const rounds: number[] = [];
    for (let n = 0; n < 30 && sent.length < 6; n += 1) {
      const gone = await sendAll(desk, accepted(null));
      rounds.push(gone.length);
      sent.push(...gone.map(({ outgoing }) => outgoing.address));
      const next = unwrap(await desk.read('outbox-next', { keychain: false }, null)).nextAt;
      if (next !== null) desk.nowAt = Math.max(desk.nowAt + 1, next);
    }
    expect(sent).toHaveLength(6);
    expect(Math.max(...rounds)).toBeLessThanOrEqual(2);
    expect(sent.at(-1)).toBe('p0@example.org');
    expect(desk.nowAt).toBeGreaterThanOrEqual(T0 + HOLD + 10_000);
    await desk.close();
  });

  test('waits where the channel is paused, and goes on when a probe passes', async () => {
    const desk = await outboxDesk('paused', ['sms']);
    const contact = bySms;
    const { ticketId } = await desk.creates({ contact });
    desk.nowAt += HOLD;
    await sendAll(desk, { kind: 'refused', code: '20003', retryAfterMs: null });
    expect(await statesOf(desk, ticketId)).toEqual(['sms retry']);
    const [, sms] = unwrap(await desk.read('channels', { organizationId: city }, people.administrator));
    expect(sms).toMatchObject({ channel: 'sms', state: 'paused', code: '20003' });
    desk.nowAt += MINUTE;
    expect((await claim(desk)).claimed).toEqual([]);
    expect((await tend(desk)).probes).toEqual([{ organizationId: city, channel: 'sms' }]);
    unwrap(await desk.execute('channel-probed', { organizationId: city, channel: 'sms', code: null }, null));
    expect((await claim(desk)).claimed).toHaveLength(1);
    await desk.close();
  });
});

describe('what a contact writes', () => {
  test('joins its ticket once, and opens the 24 hours of free text', async () => {
    const desk = await outboxDesk('inbound', ['whatsapp']);
    const { ticketId } = await desk.creates();
    desk.nowAt += HOLD;
    await sendAll(desk, accepted('SM1'));
    const message = wrote('it is still broken', desk.nowAt);
    expect(await receive(desk, message)).toEqual({ joined: 1, unjoined: 0 });
    expect(await receive(desk, message)).toEqual({ joined: 0, unjoined: 0 });
    const view = unwrap(await desk.read('ticket-view', { ticketId }, people.agent));
    expect(view.timeline.filter(({ kind }) => kind === 'contact_wrote')).toHaveLength(1);
    await desk.does({ kind: 'reply', input: { ticketId, text: 'somebody comes today', seenVersion: null } });
    desk.nowAt += HOLD;
    const [reply] = await sendAll(desk, accepted('SM2'));
    expect(reply?.outgoing.content).toBeNull();
    expect(await desk.differences()).toEqual([]);
    await desk.close();
  });

  test.each([
    ['yes', 'closed'],
    ['no', 'open'],
    ['I will look tonight', 'resolved'],
  ])('“%s” to a resolved ticket leaves it %s', async (text, expected) => {
    const desk = await outboxDesk(`confirm-${expected}`, ['whatsapp']);
    const { ticketId } = await desk.creates();
    await status(desk, ticketId, 'resolved');
    desk.nowAt += HOLD;
    await sendAll(desk, accepted('SM1'));
    desk.nowAt += MINUTE;
    await receive(desk, wrote(text, desk.nowAt));
    expect(await statusOf(desk, ticketId)).toBe(expected);
    expect(await desk.differences()).toEqual([]);
    await desk.close();
  });

  test('ends all messages to that address where it says so', async () => {
    const desk = await outboxDesk('stop', ['whatsapp']);
    const { ticketId } = await desk.creates();
    desk.nowAt += HOLD;
    await sendAll(desk, accepted('SM1'));
    await status(desk, ticketId, 'in_progress');
    await receive(desk, wrote('STOP', desk.nowAt));
    desk.nowAt += HOLD;
    expect((await claim(desk)).claimed).toEqual([]);
    expect((await statesOf(desk, ticketId)).at(-1)).toBe('whatsapp suppressed');
    await desk.close();
  });
});

describe('staff', () => {
  test('get the news of five minutes in one mail', async () => {
    const desk = await outboxDesk('bundle', ['email']);
    const settings = { email: 'agent@city.example', phone: '', ways: {}, quietHours: null };
    unwrap(await desk.execute('save-reader-settings', settings, people.otherAgent));
    expect(unwrap(await desk.read('reader-settings', {}, people.otherAgent))).toEqual(settings);
    const contact = { name: 'S', phone: '', email: '', language: 'en' as const };
    for (let n = 0; n < 3; n += 1) {
      await desk.creates({ contact, assigneeId: people.otherAgent });
      desk.nowAt += MINUTE;
    }
    desk.nowAt += 5 * MINUTE;
    const gone = await sendAll(desk, accepted(null));
    expect(gone).toHaveLength(1);
    expect(gone[0]?.outgoing.text.match(/WK-\w+-\d+/gu)).toHaveLength(3);
    expect(await desk.differences()).toEqual([]);
    await desk.close();
  });
});

describe('by hand', () => {
  test('a waiting message is cancelled and sent again by who works the ticket, and by nobody else', async () => {
    const desk = await outboxDesk('by-hand', ['whatsapp']);
    const { ticketId } = await desk.creates();
    const [view] = unwrap(await desk.read('messages-of-ticket', { ticketId }, people.agent));
    const messageId = view?.id ?? '';
    const by = (act: 'cancel' | 'resend' | 'dry_run', who: string) =>
      desk.execute('message-by-hand', { messageId, act }, who);
    expect(codeOf(await by('cancel', people.auditor))).toBe('NOT_FOUND');
    expect(unwrap(await by('cancel', people.agent)).state).toBe('cancelled');
    expect(codeOf(await by('cancel', people.agent))).toBe('UNDO_TOO_LATE');
    expect(unwrap(await by('resend', people.agent)).state).toBe('queued');
    expect(unwrap(await by('dry_run', people.agent)).state).toBe('simulated');
    expect((await claim(desk)).claimed).toEqual([]);
    await desk.close();
  });

  test('an administrator sees how messages go, and not what they say or to whom', async () => {
    const desk = await outboxDesk('bare', ['whatsapp']);
    await desk.creates();
    const page = { view: 'waiting', after: null, limit: 10 } as const;
    const { items, counts } = unwrap(await desk.read('outbox-page', page, people.administrator));
    expect(items.map(({ text, address, recipient, subject }) => [text, address, recipient.name, subject])).toEqual([
      ['', '', '', null],
    ]);
    expect(counts).toEqual({ all: 1, waiting: 1, trouble: 0, sent: 0 });
    expect(codeOf(await desk.read('outbox-page', page, people.agent))).toBe('ACCESS_DENIED');
    await desk.close();
  });
});
