import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { nodeHttp } from '../../src/main/monitor/node-http.ts';
import type { Outgoing, Sender } from '../../src/main/ports/sender.ts';
import { accountSid, outgoing, testSender, twilioChannel } from '../support/channel-parts.ts';
import { startFakeTwilio, type FakeTwilio } from '../support/fake-twilio.ts';
import { descriptions, startPrism, type Prism } from '../support/prism.ts';

const contact = '+27820000001';
const contentSid = `HX${'b'.repeat(32)}`;
const template = {
  kind: 'status_update',
  status: 'in_progress',
  language: 'en',
  approval: 'pending',
  contentSid,
} as const;
const sms = twilioChannel();
const whatsapp = twilioChannel({ channel: 'whatsapp', contentTemplates: [template] });
const text = (message: Partial<Outgoing> = {}): Outgoing =>
  outgoing({ channel: 'sms', address: contact, subject: null, html: null, ...message });
const content = { contentSid, variables: { 1: 'CT-2026-000123' } };

/** Ways of giving a message to the provider. */
const sends: readonly { name: string; message: Outgoing; through: typeof sms }[] = [
  { name: 'SMS', message: text({ text: 'Isicelo sakho – قيد التنفيذ' }), through: sms },
  { name: 'SMS by a service', message: text(), through: twilioChannel({ from: `MG${'a'.repeat(32)}` }) },
  { name: 'WhatsApp in free words', message: text({ channel: 'whatsapp' }), through: whatsapp },
  { name: 'WhatsApp as a template', message: text({ channel: 'whatsapp', content }), through: whatsapp },
];

describe('what leaves is what the provider’s description allows', () => {
  let prisms: Prism[];
  let sender: Sender;
  beforeAll(async () => {
    prisms = await Promise.all([startPrism(descriptions.messages), startPrism(descriptions.content)]);
    const [messages, contents] = prisms.map(({ origin }) => origin);
    sender = testSender({ standIns: { 'api.twilio.com': messages ?? '', 'content.twilio.com': contents ?? '' } });
  });
  afterAll(async () => {
    await sender.close();
    for (const prism of prisms) await prism.close();
  });

  test.each(sends)('$name', async ({ message, through }) => {
    expect(await sender.send(message, through)).toMatchObject({ kind: 'accepted' });
  });

  test('questions', async () => {
    expect(await sender.fetch(`SM${'a'.repeat(32)}`, sms)).toMatchObject({ ok: true });
    const filter = { direction: 'out', to: contact, sinceAt: 0, limit: 20 } as const;
    expect(await sender.list(filter, whatsapp)).toMatchObject({ ok: true });
    expect(await sender.list({ direction: 'in', sinceAt: 0, limit: 500 }, sms)).toMatchObject({ ok: true });
    expect(await sender.probe(sms)).toEqual({ ok: true, value: null });
    expect(await sender.approvals(whatsapp)).toMatchObject({ ok: true });
  });

  const wrongs: readonly { name: string; form: Record<string, string> }[] = [
    { name: 'a recipient that is no number', form: { To: 'nobody' } },
    { name: 'no sender', form: { From: '' } },
    { name: 'neither words nor a template', form: { ContentSid: '', ContentVariables: '' } },
    { name: 'a template that is none', form: { ContentSid: 'HX1' } },
    { name: 'variables that are no JSON', form: { ContentVariables: 'CT-2026-000123' } },
  ];
  test.each(wrongs)('and $name is refused, so that the above says something', async ({ form }) => {
    const right = { To: contact, From: '+27100000001', ContentSid: contentSid, ContentVariables: '{"1":"x"}' };
    const post = (values: Record<string, string>) =>
      nodeHttp({}).request({
        method: 'POST',
        url: `${prisms[0]?.origin}/2010-04-01/Accounts/${accountSid}/Messages.json`,
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', Authorization: 'Basic eDp5' },
        body: new URLSearchParams(Object.entries(values).filter(([, value]) => value !== '')).toString(),
        timeoutMs: 10_000,
      });
    expect((await post(right)).status).toBe(201);
    expect((await post({ ...right, ...form })).status).toBe(400);
  });
});

describe('the stateful stand-in of all other tests speaks the provider’s form, as do we to it', () => {
  let fake: FakeTwilio;
  let prisms: Prism[];
  let sender: Sender;
  beforeAll(async () => {
    fake = await startFakeTwilio();
    prisms = await Promise.all([
      startPrism(descriptions.messages, fake.origin),
      startPrism(descriptions.content, fake.origin),
    ]);
    const [messages, contents] = prisms.map(({ origin }) => origin);
    sender = testSender({ standIns: { 'api.twilio.com': messages ?? '', 'content.twilio.com': contents ?? '' } });
  });
  beforeEach(() => {
    fake.kept.splice(0);
  });
  afterAll(async () => {
    await sender.close();
    for (const prism of prisms) await prism.close();
    await fake.close();
  });

  test.each(sends)('$name, to its end', async ({ message, through }) => {
    const outcome = await sender.send(message, through);
    expect(outcome).toEqual({ kind: 'accepted', providerSid: fake.kept[0]?.sid, providerStatus: 'queued' });
    const sid = fake.kept[0]?.sid ?? '';
    expect(await sender.fetch(sid, through)).toMatchObject({ ok: true, value: { status: 'sent' } });
    expect(await sender.fetch(sid, through)).toMatchObject({ ok: true, value: { status: 'delivered' } });
  });

  test('refusals, with the time that is asked for', async () => {
    fake.next.push({ status: 429, code: 20429, retryAfter: '7' });
    expect(await sender.send(text(), sms)).toEqual({ kind: 'refused', code: '20429', retryAfterMs: 7000 });
    fake.next.push({ status: 400, code: 21610 });
    expect(await sender.send(text(), sms)).toEqual({ kind: 'refused', code: '21610', retryAfterMs: null });
    expect(await sender.probe(twilioChannel({}, 'another secret'))).toMatchObject({ ok: false, code: '20003' });
  });

  test('an answer that is lost on the way is found again by what was sent', async () => {
    fake.next.push('kept, and the answer lost');
    const sinceAt = Date.now();
    expect(await sender.send(text({ text: 'CT-1 Ref 7K2Q' }), sms)).toMatchObject({ kind: 'unsure' });
    const found = await sender.list({ direction: 'out', to: contact, sinceAt, limit: 20 }, sms);
    expect(found).toMatchObject({ ok: true, value: [{ providerSid: fake.kept[0]?.sid, text: 'CT-1 Ref 7K2Q' }] });
  });

  test('pages of what came in', async () => {
    const at = Date.now() - 600_000;
    for (let n = 0; n < 130; n += 1) fake.comesIn(contact, '+27100000001', `n ${n}`, at + n * 1000);
    const found = await sender.list({ direction: 'in', sinceAt: at, limit: 500 }, sms);
    expect(found.ok && found.value.length).toBe(130);
  });

  test('how WhatsApp’s owner stands to a template', async () => {
    fake.approvals.set(contentSid, 'approved');
    const approvals = await sender.approvals(whatsapp);
    expect(approvals).toEqual({ ok: true, value: [{ contentSid, approval: 'approved' }] });
  });
});
