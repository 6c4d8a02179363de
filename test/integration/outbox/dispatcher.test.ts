import { afterEach, describe, expect, test } from 'vitest';
import type { SendOutcome } from '../../../src/main/ports/sender.ts';
import type { Channel } from '../../../src/preload/contract/values.ts';
import { city, HOUR, people, T0 } from '../../support/centre.ts';
import { emailSettings, outboxDesk, setUpChannel, statesOf, twilioSettings } from '../../support/outbox-desk.ts';
import { startOutbox, type RunningOutbox } from '../../support/running-outbox.ts';
import { asProviders } from '../../support/scripted-sender.ts';
import type { StoreDesk } from '../../support/store-desk.ts';
import { unwrap } from '../../support/store-options.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOLD = 10 * SECOND;

let desk: StoreDesk;
let running: RunningOutbox;

async function start(name: string, channels: readonly Channel[]): Promise<void> {
  desk = await outboxDesk(name, channels);
  running = await startOutbox(desk);
}

afterEach(async () => {
  await running.outbox.stop();
  await desk.close();
});

const bySms = { name: 'S', phone: '082 123 4567', email: '', language: 'en' as const, channels: ['sms' as const] };
const byMail = (n = 0) => ({ name: 'P', phone: '', email: `p${n}@example.org`, language: 'en' as const });
const refusal = (code: string): SendOutcome => ({ kind: 'refused', code, retryAfterMs: null });

describe('the outbox', () => {
  test('sends at its instant what is due then, and nothing before', async () => {
    await start('instant', ['sms']);
    const { ticketId, number } = await desk.creates({ contact: bySms });
    await running.passes(HOLD - 1);
    expect(running.sender.sent).toEqual([]);
    await running.passes(1);
    expect(running.sender.sent.map(({ address }) => address)).toEqual(['+27821234567']);
    expect(running.steps).toEqual([{ number, channel: 'sms', state: 'sent', code: null }]);
    expect(await statesOf(desk, ticketId)).toEqual(['sms sent']);
  });

  test('tries again after a minute, two and four, a tenth earlier or later, and then goes the next way', async () => {
    await start('retries', ['email', 'sms']);
    running.sender.answer = (message) =>
      message.channel === 'email'
        ? refusal('SMTP_451')
        : { kind: 'accepted', providerSid: 'SM1', providerStatus: null };
    const contact = { ...bySms, email: 'p@example.org', channels: ['email' as const, 'sms' as const] };
    await desk.creates({ contact });
    const left: number[] = [];
    const answer = running.sender.answer;
    running.sender.answer = (message, nth) => {
      left.push(running.clock.now());
      return answer(message, nth);
    };
    for (let n = 0; n < 40 && running.sender.sent.length < 5; n += 1) await running.toNext();
    const [first = 0, ...others] = left;
    const waits = others.map((at, n) => (at - (left[n] ?? first)) / SECOND);
    expect(running.sender.sent.map(({ channel }) => channel)).toEqual(['email', 'email', 'email', 'email', 'sms']);
    for (const [n, seconds] of [60, 120, 240].entries()) {
      expect(waits[n]).toBeGreaterThanOrEqual(seconds * 0.9);
      expect(waits[n]).toBeLessThanOrEqual(seconds * 1.1);
    }
    // One mail, however often it was tried.
    expect(new Set(running.sender.sent.slice(0, 4).map(({ headerMessageId }) => headerMessageId)).size).toBe(1);
  });

  test('waits while the line is down, spends no try, and goes on when it is back', async () => {
    await start('offline', ['sms']);
    running.sender.answer = () => ({ kind: 'unreachable', code: 'EDNS' });
    const { ticketId } = await desk.creates({ contact: bySms });
    for (let n = 0; n < 20; n += 1) await running.passes(30 * SECOND);
    expect(await statesOf(desk, ticketId)).toEqual(['sms retry']);
    running.sender.answer = () => ({ kind: 'accepted', providerSid: 'SM1', providerStatus: null });
    await running.passes(30 * SECOND);
    expect(await statesOf(desk, ticketId)).toEqual(['sms sent']);
  });

  test('finds at the provider what left without an answer, and does not send it again', async () => {
    await start('lost', ['sms']);
    running.sender.answer = (message) => {
      running.sender.provider.unshift(asProviders(message, 'SM77', running.clock.now()));
      return { kind: 'unsure', code: 'TIMEOUT' };
    };
    const { ticketId } = await desk.creates({ contact: bySms });
    await running.passes(HOLD);
    expect(await statesOf(desk, ticketId)).toEqual(['sms unknown']);
    await running.passes(30 * SECOND);
    expect(await statesOf(desk, ticketId)).toEqual(['sms sent']);
    expect(running.sender.sent).toHaveLength(1);
  });

  test('finds it too where the provider’s clock is behind the desk’s', async () => {
    await start('clock-ahead', ['sms']);
    running.sender.answer = (message) => {
      running.sender.provider.unshift(asProviders(message, 'SM77', running.clock.now() - 9 * MINUTE));
      return { kind: 'unsure', code: 'TIMEOUT' };
    };
    const { ticketId } = await desk.creates({ contact: bySms });
    await running.passes(HOLD);
    await running.passes(30 * SECOND);
    expect(await statesOf(desk, ticketId)).toEqual(['sms sent']);
    expect(running.sender.sent).toHaveLength(1);
  });

  test('finds an approved text by the reference in the provider’s own words, and takes no other’s for it', async () => {
    await start('lost-content', ['whatsapp']);
    running.sender.answer = (message) => {
      const { reference, content } = message;
      expect(Object.values(content?.variables ?? {})).toContain(reference);
      const [its, others] = ['SM77', 'SM78'].map((sid) => asProviders(message, sid, running.clock.now()));
      if (its === undefined || others === undefined) throw new Error('two were made');
      const text = `Umbiko wakho wamukelwe, inkomba ${reference}.`;
      running.sender.provider.unshift({ ...others, text: `${text}X`.replace(`${reference}.`, reference) });
      running.sender.provider.unshift({ ...its, text });
      return { kind: 'unsure', code: 'TIMEOUT' };
    };
    const contact = { ...bySms, language: 'zu' as const, channels: ['whatsapp' as const] };
    const { ticketId } = await desk.creates({ contact });
    await running.passes(HOLD);
    await running.passes(30 * SECOND);
    expect(await statesOf(desk, ticketId)).toEqual(['whatsapp sent']);
    running.sender.provider = running.sender.provider.map((each) =>
      each.providerSid === 'SM77' ? { ...each, status: 'delivered' } : each,
    );
    await running.passes(15 * SECOND);
    expect(await statesOf(desk, ticketId)).toEqual(['whatsapp delivered']);
  });

  test('looks three times for what left without an answer, and sends it again when it is nowhere', async () => {
    await start('nowhere', ['sms']);
    running.sender.answer = (_message, nth) =>
      nth === 1 ? { kind: 'unsure', code: 'TIMEOUT' } : { kind: 'accepted', providerSid: 'SM1', providerStatus: null };
    const { ticketId } = await desk.creates({ contact: bySms });
    await running.passes(HOLD);
    for (let n = 0; n < 20; n += 1) await running.passes(30 * SECOND);
    expect(await statesOf(desk, ticketId)).toEqual(['sms sent']);
    expect(running.sender.sent).toHaveLength(2);
    const [view] = unwrap(await desk.read('messages-of-ticket', { ticketId }, people.agent));
    expect(view?.tries.filter(({ what }) => what === 'not_found')).toHaveLength(3);
  });

  test('asks for a status until it is final, and does not ask again', async () => {
    await start('polls', ['sms']);
    const { ticketId } = await desk.creates({ contact: bySms });
    await running.passes(HOLD);
    await running.passes(15 * SECOND);
    await running.passes(45 * SECOND);
    const fetched = () => running.sender.asked.filter((name) => name === 'fetch').length;
    expect(fetched()).toBe(2);
    running.sender.provider = running.sender.provider.map((each) => ({ ...each, status: 'delivered' }));
    await running.passes(4 * MINUTE);
    expect(await statesOf(desk, ticketId)).toEqual(['sms delivered']);
    await running.passes(3 * HOUR);
    expect(fetched()).toBe(3);
  });

  test('asks with one list for more than twenty', async () => {
    await start('many', []);
    await setUpChannel(desk, { ...emailSettings, rate: 1000 });
    await running.settled();
    await setUpChannel(desk, twilioSettings('sms', { rate: 1000 }));
    for (let n = 0; n < 25; n += 1)
      await desk.creates({ contact: { ...bySms, phone: `082 123 45${String(n).padStart(2, '0')}` } });
    await running.passes(HOLD);
    await running.passes(SECOND);
    expect(running.sender.sent).toHaveLength(25);
    running.sender.asked = [];
    await running.passes(15 * SECOND);
    expect(running.sender.asked.filter((name) => name === 'list out')).toHaveLength(1);
    expect(running.sender.asked).not.toContain('fetch');
  });

  test('asks singly for those of more than twenty that stand in no list, and records each as it comes', async () => {
    await start('unlisted', []);
    await setUpChannel(desk, twilioSettings('sms', { rate: 1000 }));
    const tickets: string[] = [];
    for (let n = 0; n < 25; n += 1) {
      const contact = { ...bySms, phone: `082 123 45${String(n).padStart(2, '0')}` };
      tickets.push((await desk.creates({ contact })).ticketId);
    }
    await running.passes(HOLD);
    await running.passes(SECOND);
    expect(running.sender.sent).toHaveLength(25);
    running.sender.provider = running.sender.provider.map((each) => ({ ...each, status: 'delivered' }));
    const { list, fetch } = running.sender;
    // The list ends before the oldest ones, and the line breaks at the last of those.
    running.sender.list = async (filter, through) => {
      const listed = await list(filter, through);
      return listed.ok && filter.direction === 'out' ? { ok: true, value: listed.value.slice(0, 22) } : listed;
    };
    let fetched = 0;
    running.sender.fetch = async (providerSid, through) => {
      fetched += 1;
      if (fetched === 3) throw new Error('the desk ends here');
      return fetch(providerSid, through);
    };
    await running.passes(15 * SECOND);
    const states = (await Promise.all(tickets.map((ticketId) => statesOf(desk, ticketId)))).flat();
    expect(states.filter((state) => state === 'sms delivered')).toHaveLength(24);
    // Its turn comes again when whoever asked is not heard of any more.
    await running.passes(2 * MINUTE);
    await running.passes(SECOND);
    const after = (await Promise.all(tickets.map((ticketId) => statesOf(desk, ticketId)))).flat();
    expect(after.filter((state) => state === 'sms delivered')).toHaveLength(25);
  });

  test('sleeps where only messages wait whose channel is not set up any more', async () => {
    await start('taken-down', ['sms']);
    await desk.creates({ contact: bySms });
    await running.passes(HOLD);
    expect(running.sender.sent).toHaveLength(1);
    const settings = twilioSettings('sms');
    const secrets = [{ name: 'apiKeySecret', keptBy: 'store', sealed: null } as const];
    unwrap(await desk.execute('save-channel', { organizationId: city, settings, secrets }, people.administrator));
    await running.passes(MINUTE);
    expect(unwrap(await desk.read('outbox-next', { keychain: false }, null)).nextAt).toBeNull();
  });

  test('probes a paused channel every minute, and sends when it works again', async () => {
    await start('probed', ['sms']);
    running.sender.answer = () => refusal('20003');
    running.sender.probes = { ok: false, code: '20003', retryAfterMs: null };
    const { ticketId } = await desk.creates({ contact: bySms });
    await running.passes(HOLD);
    for (let n = 0; n < 3; n += 1) await running.passes(MINUTE);
    expect(running.sender.asked.filter((name) => name === 'probe')).toHaveLength(3);
    expect(running.sender.sent).toHaveLength(1);
    running.sender.probes = { ok: true, value: null };
    running.sender.answer = () => ({ kind: 'accepted', providerSid: 'SM1', providerStatus: null });
    await running.passes(MINUTE);
    await running.passes(SECOND);
    expect(await statesOf(desk, ticketId)).toEqual(['sms sent']);
  });

  test('sends nothing while the clock is not trusted', async () => {
    await start('held-clock', ['sms']);
    const { ticketId } = await desk.creates({ contact: bySms });
    running.clock.setBy(20 * MINUTE);
    desk.nowAt = running.clock.now();
    await running.passes(MINUTE);
    expect(running.sender.sent).toEqual([]);
    running.clock.confirm();
    await running.outbox.check();
    await running.settled();
    expect(await statesOf(desk, ticketId)).toEqual(['sms sent']);
  });

  test('keeps the rate of its channel', async () => {
    await start('rate', []);
    await setUpChannel(desk, { ...emailSettings, rate: 2 });
    for (let n = 0; n < 10; n += 1) await desk.creates({ contact: byMail(n) });
    const at: number[] = [];
    running.sender.answer = () => {
      at.push(running.clock.now());
      return { kind: 'accepted', providerSid: null, providerStatus: null };
    };
    await running.passes(HOLD);
    for (let n = 0; n < 40; n += 1) await running.passes(250);
    expect(at).toHaveLength(10);
    for (const from of at)
      expect(at.filter((each) => each >= from && each < from + SECOND).length).toBeLessThanOrEqual(4);
    expect((at.at(-1) ?? 0) - (at[0] ?? 0)).toBeGreaterThanOrEqual(4 * SECOND);
  });

  test('ends only when what is under way has come to its end', async () => {
    await start('stopped', ['sms']);
    let answer: (outcome: SendOutcome) => void = () => undefined;
    running.sender.answer = () => new Promise((resolve) => (answer = resolve));
    const { ticketId } = await desk.creates({ contact: bySms });
    await running.settled();
    running.clock.advance(HOLD);
    desk.nowAt += HOLD;
    while (running.sender.sent.length === 0) await new Promise((next) => setImmediate(next));
    const stopped = running.outbox.stop();
    answer({ kind: 'accepted', providerSid: 'SM1', providerStatus: null });
    await stopped;
    expect(await statesOf(desk, ticketId)).toEqual(['sms sent']);
  });

  test('asks every minute for what contacts wrote', async () => {
    await start('inbound', ['sms']);
    const { ticketId } = await desk.creates({ contact: bySms });
    await running.passes(HOLD);
    const text = 'still broken';
    const message = { channel: 'sms', from: '+27821234567', to: '+27110000000', text, status: 'received' } as const;
    running.sender.provider.push({
      ...message,
      providerSid: 'SM900',
      direction: 'in',
      code: null,
      at: running.clock.now(),
    });
    await running.passes(MINUTE);
    await running.passes(MINUTE);
    const { timeline } = unwrap(await desk.read('ticket-view', { ticketId }, people.agent));
    expect(timeline.filter(({ kind }) => kind === 'contact_wrote')).toHaveLength(1);
  });

  test('reads all of it after an outage, however much it is: the STOP of the first too', async () => {
    await start('backlog', ['sms']);
    const { ticketId } = await desk.creates({ contact: bySms });
    await running.passes(HOLD);
    const at = running.clock.now();
    const common = { channel: 'sms', direction: 'in', to: '+27110000000', status: 'received', code: null } as const;
    running.sender.provider.unshift({ ...common, providerSid: 'SM-1', from: '+27821234567', text: 'STOP', at });
    for (let n = 0; n < 1200; n += 1) {
      const providerSid = `SM${n}`;
      running.sender.provider.unshift({ ...common, providerSid, from: '+27829999999', text: 'hello', at: at + 1 + n });
    }
    await running.passes(MINUTE);
    await running.passes(MINUTE);
    const { timeline } = unwrap(await desk.read('ticket-view', { ticketId }, people.agent));
    expect(timeline.filter(({ kind }) => kind === 'contact_wrote')).toHaveLength(1);
  });
});

test('a message waits for the morning by the wall clock, also where the clock changes that night', async () => {
  desk = await outboxDesk('dst', ['sms']);
  const organization = { id: city, name: 'City', profile: 'municipal' as const, categories: ['roads'] };
  const value = { ...organization, timezone: 'America/New_York' };
  unwrap(
    await desk.execute('save-config', { entities: [{ kind: 'organization_saved', value }] }, people.administrator),
  );
  // Saturday, 23:00; clocks go forward at two: 07:00 is seven hours away and not eight.
  desk.nowAt = Date.parse('2026-03-08T04:00:00Z');
  running = await startOutbox(desk);
  await desk.creates({ contact: bySms });
  await running.passes(7 * HOUR - 1);
  expect(running.sender.sent).toEqual([]);
  await running.passes(1);
  expect(running.sender.sent).toHaveLength(1);
  expect(desk.nowAt).toBe(Date.parse('2026-03-08T11:00:00Z'));
  expect(desk.nowAt).toBeGreaterThan(T0);
});
