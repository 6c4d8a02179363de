import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInstance } from 'i18next';
import { describe, expect, test } from 'vitest';
import { messageStates, type ContactWay, type MessageView } from '../../../src/preload/contract/messages.ts';
import { success } from '../../../src/preload/contract/result.ts';
import { createOutboxStore, outboxPageLimit } from '../../../src/renderer/features/outbox/outbox-store.ts';
import { replyTexts } from '../../../src/renderer/features/ticket/reply-texts.ts';
import { en } from '../../../src/renderer/i18n/en.ts';
import { messageEn } from '../../../src/renderer/i18n/en/message.ts';
import {
  aboutText,
  kindText,
  nextText,
  reasonText,
  stateText,
  stepText,
  toneOf,
} from '../../../src/renderer/ui/messages/message-words.ts';
import { reasonOf } from '../../../src/renderer/ui/messages/reason-keys.ts';
import { replyWayOf } from '../../../src/renderer/ui/messages/reply-way.ts';
import { answeringClient } from '../../support/renderer-client.ts';

const i18n = createInstance();
await i18n.init({
  lng: 'en',
  resources: { en: { translation: { ...en, ...messageEn } } },
  interpolation: { escapeValue: false },
});
const { t } = i18n;
const plain = (text: string): string => text.replaceAll(/[\u2066-\u2069]/gu, '');
const source = (path: string): string =>
  readFileSync(join(import.meta.dirname, '../../../src/main/domain/messages', path), 'utf8');

/** A message in which only what the test names matters. */
function message(id: string, part: Partial<MessageView> = {}): MessageView {
  return {
    id,
    organizationId: 'o1',
    ticketId: 't1',
    number: 'WK-1',
    kind: 'status_update',
    channel: 'whatsapp',
    recipient: { kind: 'contact', userId: null, name: 'Bongani' },
    address: '+27821234567',
    language: 'zu',
    critical: false,
    state: 'queued',
    createdAt: 0,
    dueAt: 0,
    expiresAt: 0,
    sentAt: null,
    finalAt: null,
    nextAt: null,
    code: null,
    subject: null,
    text: '',
    canResend: false,
    canCancel: false,
    tries: [],
    ...part,
  };
}

describe('the words of a message', () => {
  test('never call it delivered before it is', () => {
    for (const state of messageStates) {
      const said = stateText(t, { state, channel: 'whatsapp' });
      const isArrived = state === 'delivered' || state === 'read';
      expect([state, /\bdelivered\b/iu.test(said) && !/not delivered/iu.test(said)]).toEqual([
        state,
        isArrived && state === 'delivered',
      ]);
      expect(toneOf[state] === 'arrived').toBe(isArrived);
    }
  });
  test('say of mail that it was handed over: nobody confirms more', () => {
    expect(stateText(t, { state: 'sent', channel: 'email' })).toBe('Handed to the mail server');
    expect(stateText(t, { state: 'sent', channel: 'sms' })).toContain('not confirmed');
  });
  test('give a reason for every code of the error table and of the channels, and name an unknown one', () => {
    const codes = [...source('error-table.ts').matchAll(/^ {2}'?(?<code>[A-Z0-9_]{3,})'?(?:: \{| *: [A-Z]|,$)/gmu)];
    expect(codes.length).toBeGreaterThan(40);
    for (const { groups } of codes) expect([groups?.['code'], reasonOf(groups?.['code'] ?? '')]).not.toContain(null);
    for (const family of ['SMTP_421', 'RCPT_452', 'SMTP_550', 'HTTP_503', '502'])
      expect(reasonOf(family)).not.toBeNull();
    expect(plain(reasonText(t, '31337'))).toContain('31337');
    expect(reasonText(t, 'constructor')).toContain('constructor');
    expect(reasonText(t, null)).toBe('');
  });
  test('give a reason for everything that the desk itself does to a message', () => {
    const withdrawals = /type Withdrawal =(?<all>[^;]+);/u.exec(source('happening.ts'))?.groups?.['all'] ?? '';
    const own = [...withdrawals.matchAll(/'(\w+)'/gu)].map(([, why = '']) => why);
    expect(own.length).toBeGreaterThan(6);
    for (const why of [...own, 'quiet', 'recipient', 'NO_CHANNEL', 'NO_TEMPLATE', 'NO_TEXT', 'BAD_ADDRESS'])
      expect([why, reasonOf(why)]).not.toContain(null);
  });
  test('name every step of its course', () => {
    const steps = ['course.ts', 'answers.ts', 'polling.ts'].flatMap((file) =>
      [...source(file).matchAll(/what: '(\w+)'/gu)].map(([, what = '']) => what),
    );
    expect(new Set(steps).size).toBeGreaterThan(12);
    for (const what of steps) expect(stepText(t, what)).not.toMatch(/newer desk|message\./u);
    expect(plain(stepText(t, 'teleported'))).toBe('A step of a newer desk (teleported)');
    expect(plain(kindText(t, 'singing_telegram'))).toBe('Message of a newer desk (singing_telegram)');
  });
  test('tell what waits when it is looked at next, and of nothing else', () => {
    expect(plain(nextText(t, { state: 'retry', nextAt: Date.UTC(2026, 2, 2, 9) }))).toBe('Next try 2026-03-02 09:00');
    expect(nextText(t, { state: 'sent', nextAt: 1 })).toBe('');
  });
  test('name a button for whoever does not see what stands around it', () => {
    expect(plain(aboutText(t, message('m')))).toBe('WhatsApp: Status update to Bongani');
    const hidden = message('m', { recipient: { kind: 'user', userId: 'u', name: '' }, kind: 'breach' });
    expect(plain(aboutText(t, hidden))).toBe('WhatsApp: Missed deadline to a colleague');
  });
});

describe('a reply', () => {
  const way = (part: Partial<ContactWay>): ContactWay => ({
    channel: 'whatsapp',
    address: '+27821234567',
    agreed: true,
    mark: null,
    state: 'working',
    ...part,
  });
  const button = (ways: ContactWay[], sensitive = false) => {
    const { sendLabel, hint } = replyTexts(t, 'Bongani', replyWayOf(ways, sensitive));
    return [plain(sendLabel), plain(hint)];
  };
  test('names whom it reaches and how', () => {
    expect(button([way({})])).toEqual([
      'Send to Bongani by WhatsApp',
      'Goes to +27821234567 by WhatsApp, ten seconds after you send it.',
    ]);
    const email = way({ channel: 'email', address: 'b@example.org' });
    expect(button([way({ mark: 'opted_out' }), email])[0]).toBe('Send to Bongani by Email');
    expect(button([email, way({ agreed: false })])[0]).toBe('Send to Bongani by Email');
    expect(button([way({ state: 'unset' }), email])[0]).toBe('Send to Bongani by Email');
  });
  test('is recorded where no channel is set up, and says what it waits for', () => {
    expect(button([way({ state: 'unset' })])).toEqual([
      'Record reply to Bongani',
      'Recorded; held until a channel is set up.',
    ]);
  });
  test('is recorded and not sent of a sensitive ticket, and where nobody can be reached', () => {
    expect(button([way({})], true)[1]).toBe('Recorded, not sent: the ticket is sensitive.');
    expect(button([way({ address: null }), way({ agreed: false })])[1]).toBe(
      'Recorded, not sent: there is no way to the caller.',
    );
  });
  test('promises nothing before it is known', () => {
    expect(replyTexts(t, '', null)).toEqual({ sendLabel: 'Record reply to the caller', hint: '' });
  });
});

describe('the outbox', () => {
  const counts = { all: 250, waiting: 0, trouble: 0, sent: 0 };
  const all = Array.from({ length: 250 }, (_, n) => message(`m${n}`));
  function outbox() {
    const client = answeringClient({
      'outbox.page': ({ after, limit = outboxPageLimit }) => {
        const from = after === null || after === undefined ? 0 : all.findIndex(({ id }) => id === after.id) + 1;
        const items = all.slice(from, from + limit);
        const last = items.at(-1);
        const next = from + limit < all.length && last !== undefined ? { createdAt: 0, id: last.id } : null;
        return success({ items, next, counts });
      },
    });
    return { client, store: createOutboxStore(client) };
  }
  test('is read page by page, and again as far as it had come', async () => {
    const { client, store } = outbox();
    await store.reload();
    expect(store.getState().items).toHaveLength(100);
    await store.more();
    await store.more();
    expect(store.getState()).toMatchObject({ next: null, stage: 'ready' });
    expect(store.getState().items.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
    const before = client.asked.length;
    await store.reload();
    expect(client.asked.length - before).toBe(3);
    await store.more();
    expect(store.getState().items).toHaveLength(250);
  });
  test('begins anew for another wish, and shows nothing that an older one asked for', async () => {
    const { client, store } = outbox();
    const slow = store.reload();
    await store.wishFor({ view: 'trouble', channel: 'sms' });
    await slow;
    expect(client.asked.at(-1)?.input).toMatchObject({ view: 'trouble', channel: 'sms', after: null });
    expect(store.getState().wish).toEqual({ view: 'trouble', organizationId: null, channel: 'sms' });
    expect(store.getState().items).toHaveLength(100);
  });
  test('reads what changed meanwhile once more, and not once for each change', async () => {
    const { client, store } = outbox();
    await store.reload();
    client.asked.length = 0;
    await Promise.all([store.reload(), store.reload(), store.reload(), store.reload()]);
    await store.reload();
    expect(client.asked).toHaveLength(3);
    expect(store.getState().items).toHaveLength(100);
  });
  test('keeps what is on screen when reading again fails', async () => {
    const { client, store } = outbox();
    await store.reload();
    client.request = () => Promise.resolve({ ok: false, code: 'INTERNAL' });
    await store.reload();
    expect(store.getState()).toMatchObject({ failure: { code: 'INTERNAL' } });
    expect(store.getState().items).toHaveLength(100);
  });
});
