import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { StandIns } from '../../../src/main/channels/guard-http.ts';
import { nodeHttp } from '../../../src/main/monitor/node-http.ts';
import type { OpenChannel, Outgoing, Sender, SendOutcome } from '../../../src/main/ports/sender.ts';
import { keptLog, outgoing, testSender, twilioChannel } from '../../support/channel-parts.ts';
import { startFakeTwilio, type FakeTwilio, type NextCreate } from '../../support/fake-twilio.ts';
import { deadPort } from '../../support/mail-server.ts';

const contact = '+27820000001';
const sms = twilioChannel();
const whatsapp = twilioChannel({ channel: 'whatsapp' });
const text = (message: Partial<Outgoing> = {}): Outgoing =>
  outgoing({ channel: 'sms', address: contact, subject: null, html: null, ...message });

let fake: FakeTwilio;
let sender: Sender;
const standIns: Record<string, string> = {};
const log = keptLog();

/** The provider's origins can be changed under a sender that stays: loading the SDK takes its time. */
function senderTo(origins: StandIns): Sender {
  return testSender({ standIns: origins, logger: log.logger, http: nodeHttp({}) });
}

beforeAll(async () => {
  fake = await startFakeTwilio();
  standIns['api.twilio.com'] = fake.origin;
  standIns['content.twilio.com'] = fake.origin;
  sender = senderTo(standIns);
});
beforeEach(() => {
  fake.kept.splice(0);
  fake.asked.splice(0);
  fake.next.splice(0);
  fake.courses.clear();
});
afterAll(async () => {
  await sender.close();
  await fake.close();
});

const formOf = (n = 0): Record<string, string> => Object.fromEntries(new URLSearchParams(fake.asked[n]?.body));

async function sidOf(sending: Promise<SendOutcome>): Promise<string> {
  const outcome = await sending;
  if (outcome.kind !== 'accepted' || outcome.providerSid === null) throw new Error(JSON.stringify(outcome));
  return outcome.providerSid;
}

describe('a message is given to the provider', () => {
  test('as SMS, in the words that were made', async () => {
    const body = 'CT-2026-000123 قيد التنفيذ & more = + ? ê’';
    const outcome = await sender.send(text({ text: body }), sms);
    expect(outcome).toEqual({ kind: 'accepted', providerSid: fake.kept[0]?.sid, providerStatus: 'queued' });
    expect(formOf()).toEqual({ To: contact, From: '+27100000001', Body: body });
    expect(fake.asked[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded');
  });

  test('by a messaging service', async () => {
    const service = `MG${'a'.repeat(32)}`;
    await sidOf(sender.send(text(), twilioChannel({ from: service })));
    expect(formOf()).toEqual({ To: contact, MessagingServiceSid: service, Body: text().text });
  });

  test('by WhatsApp as a template, its variables one string of JSON', async () => {
    const content = { contentSid: `HX${'b'.repeat(32)}`, variables: { 1: 'CT-2026-000123', 2: 'a "quoted" ليلى' } };
    await sidOf(sender.send(text({ channel: 'whatsapp', content }), whatsapp));
    const form = formOf();
    expect(Object.keys(form).toSorted()).toEqual(['ContentSid', 'ContentVariables', 'From', 'To']);
    expect(form).toMatchObject({ To: `whatsapp:${contact}`, From: 'whatsapp:+27100000001' });
    expect(JSON.parse(form['ContentVariables'] ?? '')).toEqual(content.variables);
  });

  test('once: nothing in here tries again', async () => {
    fake.next.push({ status: 429, code: 20429, retryAfter: '7' });
    await sender.send(text(), sms);
    expect(fake.asked).toHaveLength(1);
  });
});

describe('the provider says why not', () => {
  const refused = (code: string, retryAfterMs: number | null = null): SendOutcome => ({
    kind: 'refused',
    code,
    retryAfterMs,
  });
  const cases: readonly { next: NextCreate; outcome: SendOutcome; kept: number }[] = [
    { next: { status: 400, code: 21211 }, outcome: refused('21211'), kept: 0 },
    { next: { status: 400, code: 21610 }, outcome: refused('21610'), kept: 0 },
    { next: { status: 400, code: 21656 }, outcome: refused('21656'), kept: 0 },
    { next: { status: 403, code: 21408 }, outcome: refused('21408'), kept: 0 },
    { next: { status: 404 }, outcome: refused('HTTP_404'), kept: 0 },
    { next: { status: 429, code: 20429, retryAfter: '7' }, outcome: refused('20429', 7000), kept: 0 },
    { next: { status: 429, retryAfter: '2' }, outcome: refused('429', 2000), kept: 0 },
    { next: { status: 503, code: 20503 }, outcome: { kind: 'unsure', code: 'HTTP_503' }, kept: 0 },
    { next: { status: 502 }, outcome: { kind: 'unsure', code: 'HTTP_502' }, kept: 0 },
    { next: { status: 408 }, outcome: { kind: 'unsure', code: 'HTTP_408' }, kept: 0 },
    { next: { status: 307 }, outcome: refused('REDIRECTED'), kept: 0 },
    { next: 'lost', outcome: { kind: 'unsure', code: 'UND_ERR_SOCKET' }, kept: 0 },
    { next: 'kept, and the answer lost', outcome: { kind: 'unsure', code: 'UND_ERR_SOCKET' }, kept: 1 },
    { next: 'kept, and answered with nonsense', outcome: { kind: 'unsure', code: 'BAD_ANSWER' }, kept: 1 },
  ];
  test.each(cases)('$next → $outcome', async ({ next, outcome, kept }) => {
    fake.next.push(next);
    // A connection that was used before, over which some clients send again by themselves.
    await sender.probe(sms);
    expect(await sender.send(text(), sms)).toEqual(outcome);
    expect(fake.kept).toHaveLength(kept);
    expect(fake.asked.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  test('wrong credentials, of a message and of the mere question', async () => {
    const wrong = twilioChannel({}, 'another secret');
    expect(await sender.send(text(), wrong)).toEqual(refused('20003'));
    expect(await sender.probe(wrong)).toEqual({ ok: false, code: '20003', retryAfterMs: null });
    expect(await sender.probe(sms)).toEqual({ ok: true, value: null });
    expect(fake.kept).toEqual([]);
  });

  const unset: readonly { name: string; through: OpenChannel }[] = [
    { name: 'no account', through: twilioChannel({ accountSid: '' }) },
    { name: 'a key where the account belongs', through: twilioChannel({ accountSid: `SK${'0'.repeat(32)}` }) },
    { name: 'no secret', through: twilioChannel({}, '') },
  ];
  test.each(unset)('settings with $name, of which nobody hears', async ({ through }) => {
    expect(await sender.send(text(), through)).toEqual(refused('BAD_SETTINGS'));
    expect(await sender.probe(through)).toEqual({ ok: false, code: 'BAD_SETTINGS', retryAfterMs: null });
    expect(fake.asked).toEqual([]);
  });

  test('nobody listens', async () => {
    const port = await deadPort();
    const offline = senderTo({ 'api.twilio.com': `http://127.0.0.1:${port}` });
    expect(await offline.send(text(), sms)).toEqual({ kind: 'unreachable', code: 'ECONNREFUSED' });
    expect(await offline.probe(sms)).toEqual({ ok: false, code: 'ECONNREFUSED', retryAfterMs: null });
    await offline.close();
  });
});

describe('what became of a message', () => {
  test('is asked for by its SID, step by step to its end', async () => {
    const sid = await sidOf(sender.send(text(), sms));
    const statuses: string[] = [];
    for (const _ of [1, 2, 3]) {
      const fetched = await sender.fetch(sid, sms);
      if (!fetched.ok) throw new Error(fetched.code);
      statuses.push(fetched.value.status);
      expect(fetched.value).toMatchObject({ providerSid: sid, direction: 'out', channel: 'sms', to: contact });
    }
    expect(statuses).toEqual(['sent', 'delivered', 'delivered']);
  });

  test('or why it was not delivered', async () => {
    fake.courses.set(`whatsapp:${contact}`, [{ status: 'queued' }, { status: 'undelivered', code: 63_024 }]);
    const sid = await sidOf(sender.send(text({ channel: 'whatsapp' }), whatsapp));
    const before = Date.now() - 2000;
    const fetched = await sender.fetch(sid, whatsapp);
    expect(fetched).toMatchObject({
      ok: true,
      value: { channel: 'whatsapp', from: '+27100000001', to: contact, status: 'undelivered', code: '63024' },
    });
    expect(fetched.ok && fetched.value.at > before).toBe(true);
  });

  test('nobody knows of one that was never sent', async () => {
    const fetched = await sender.fetch(`SM${'f'.repeat(32)}`, sms);
    expect(fetched).toEqual({ ok: false, code: '20404', retryAfterMs: null });
  });
});

describe('messages are looked for', () => {
  test('one whose answer was lost is found by its address and words, and is not sent twice', async () => {
    fake.next.push('kept, and the answer lost');
    const sinceAt = Date.now() - 60_000;
    await sender.send(text({ text: 'CT-1 Ref 7K2Q' }), sms);
    await sidOf(sender.send(text({ address: '+27820000002', text: 'CT-1 Ref 7K2Q' }), sms));
    await sidOf(sender.send(text({ channel: 'whatsapp', text: 'CT-1 Ref 7K2Q' }), whatsapp));

    const found = await sender.list({ direction: 'out', to: contact, sinceAt, limit: 20 }, sms);
    if (!found.ok) throw new Error(found.code);
    expect(found.value).toMatchObject([{ direction: 'out', channel: 'sms', to: contact, text: 'CT-1 Ref 7K2Q' }]);
    // It still waits there and so has no time of sending: that it was made counts.
    expect(fake.kept.at(-1)?.date_sent).toBeNull();
  });

  test('what came in since, over all pages and no further', async () => {
    const at = Date.now() - 1_000_000;
    for (let n = 0; n < 450; n += 1) fake.comesIn(contact, '+27100000001', `n ${n}`, at + n * 1000);
    fake.comesIn(contact, 'whatsapp:+27100000001', 'another channel', at + 450_000);
    const found = await sender.list({ direction: 'in', sinceAt: at + 200_000, limit: 1000 }, sms);
    if (!found.ok) throw new Error(found.code);
    expect(found.value.map((message) => message.text)).toEqual(Array.from({ length: 250 }, (_, n) => `n ${449 - n}`));
    expect(found.value[0]).toMatchObject({ direction: 'in', from: contact, to: '+27100000001', status: 'received' });
    // 100 a page: the fourth has nothing that is new.
    expect(fake.asked).toHaveLength(4);
    const few = await sender.list({ direction: 'in', sinceAt: at, limit: 3 }, sms);
    expect(few.ok && few.value.map((message) => message.text)).toEqual(['n 449', 'n 448', 'n 447']);
  });
});

test('WhatsApp’s owner is asked about each template of the settings once', async () => {
  const [approved, rejected, gone] = ['a', 'b', 'c'].map((one) => `HX${one.repeat(32)}`) as [string, string, string];
  fake.approvals.set(approved, 'approved').set(rejected, 'rejected');
  const template = { kind: 'status_update', status: 'in_progress', language: 'en', approval: 'pending' } as const;
  const contentTemplates = [approved, approved, rejected, gone].map((contentSid) => ({ ...template, contentSid }));
  expect(await sender.approvals(twilioChannel({ channel: 'whatsapp', contentTemplates }))).toEqual({
    ok: true,
    value: [
      { contentSid: approved, approval: 'approved' },
      { contentSid: rejected, approval: 'rejected' },
      { contentSid: gone, approval: 'unsubmitted' },
    ],
  });
  expect(fake.asked).toHaveLength(3);
  const wrong = twilioChannel({ contentTemplates }, 'another secret');
  expect(await sender.approvals(wrong)).toEqual({ ok: false, code: '20003', retryAfterMs: null });
});

test('variables of the environment choose no other host', async () => {
  process.env['TWILIO_EDGE'] = 'sydney';
  process.env['TWILIO_REGION'] = 'au1';
  const own = senderTo(standIns);
  expect(await own.probe(sms)).toEqual({ ok: true, value: null });
  await own.close();
  delete process.env['TWILIO_EDGE'];
  delete process.env['TWILIO_REGION'];
});

test('nothing of all this stands in the log', () => {
  expect(log.lines).toEqual([]);
});
