import { beforeEach, describe, expect, test } from 'vitest';
import { any, HOUR, people, policy, T0 } from '../../support/centre.ts';
import { claim, outboxDesk, sendAll, setUpChannel, twilioSettings } from '../../support/outbox-desk.ts';
import type { StoreDesk } from '../../support/store-desk.ts';
import { unwrap } from '../../support/store-options.ts';

const MINUTE = 60_000;
const contact = { name: 'S', phone: '', email: '', language: 'en' as const };
const spans = { response: 4 * 3600, next_response: null };
const accepted = { kind: 'accepted', providerSid: null, providerStatus: null } as const;

let desk: StoreDesk;

async function reads(who: string, email: string): Promise<void> {
  const settings = { email, phone: '', ways: {}, quietHours: { from: '00:00', until: '00:00' } };
  unwrap(await desk.execute('save-reader-settings', settings, who));
}

/** What leaves once five minutes are over. */
async function mails(): Promise<string[]> {
  desk.nowAt += 6 * MINUTE;
  return (await sendAll(desk, accepted)).map(({ outgoing }) => outgoing.text);
}

const codesOf = async (ticketId: string) =>
  unwrap(await desk.read('messages-of-ticket', { ticketId }, people.agent)).map(({ kind, state, code }) => [
    kind,
    state,
    code,
  ]);
const resolves = (ticketId: string) =>
  desk.does({ kind: 'set_status', input: { ticketId, status: 'resolved', reason: '', disposition: null } });

beforeEach(async () => {
  desk = await outboxDesk('staff-news', ['email']);
  await reads(people.otherAgent, 'other@city.example');
  return () => desk.close();
});

describe('news for staff are looked at again before they leave', () => {
  test('who does not hold the ticket any more hears of no assignment', async () => {
    const { ticketId } = await desk.creates({ contact, assigneeId: people.otherAgent });
    await desk.does({ kind: 'assign', input: { ticketId, assigneeId: people.agent, teamId: null } }, people.supervisor);
    expect(await mails()).toEqual([]);
    expect(await codesOf(ticketId)).toEqual([['assignment', 'cancelled', 'not_holder']]);
  });

  test('a warning of a ticket that was resolved meanwhile is not sent', async () => {
    const { ticketId } = await desk.creates({ contact, assigneeId: people.otherAgent });
    await mails();
    await desk.wakesAt(T0 + 3.5 * HOUR);
    expect((await codesOf(ticketId)).at(-1)).toEqual(['warning', 'queued', null]);
    await resolves(ticketId);
    expect(await mails()).toEqual([]);
    expect((await codesOf(ticketId)).at(-1)).toEqual(['warning', 'cancelled', 'settled']);
  });

  test('a warning whose clock was met meanwhile is not sent', async () => {
    const { ticketId } = await desk.creates({ contact, assigneeId: people.otherAgent });
    await mails();
    await desk.wakesAt(T0 + 3.5 * HOUR);
    await desk.does({ kind: 'reply', input: { ticketId, text: 'we are coming', seenVersion: null } });
    expect(await mails()).toEqual([]);
  });

  const sets = (ticketId: string, status: 'pending' | 'in_progress') =>
    desk.does({ kind: 'set_status', input: { ticketId, status, reason: '', disposition: null } });
  /** A ticket whose warning or reminder waits to leave, and the deadline that it names. */
  const pressed = async (kind: 'warning' | 'reminder'): Promise<{ ticketId: string; dueAt: number }> => {
    const tells = kind === 'warning' ? { warnPercent: 75 } : { warnPercent: 0, remindersBeforeSeconds: [6 * 3600] };
    const low = { match: { ...any, priority: 'low' as const }, targetSeconds: { ...spans, resolution: 100 * 3600 } };
    const values = [policy(25, { policyId: policy(21).policyId, ...tells }), policy(26, { ...low, ...tells })];
    const entities = values.map((value) => ({ kind: 'policy_published' as const, value }));
    unwrap(await desk.execute('save-config', { entities }, null));
    const { ticketId } = await desk.creates({ contact, assigneeId: people.otherAgent });
    await desk.does({ kind: 'reply', input: { ticketId, text: 'we are coming', seenVersion: null } });
    await mails();
    await desk.wakesAt(T0 + 18 * HOUR);
    expect((await codesOf(ticketId)).at(-1)).toEqual([kind, 'queued', null]);
    return { ticketId, dueAt: T0 + 24 * HOUR };
  };

  test.each(['warning', 'reminder'] as const)('a %s of a clock that stands still by then is not sent', async (kind) => {
    const { ticketId } = await pressed(kind);
    await sets(ticketId, 'pending');
    expect(await mails()).toEqual([]);
    expect((await codesOf(ticketId)).at(-1)).toEqual([kind, 'cancelled', 'not_due']);
  });

  test.each(['warning', 'reminder'] as const)(
    'a %s whose deadline moved, and that is due all the same, names the new one',
    async (kind) => {
      const { ticketId, dueAt } = await pressed(kind);
      await sets(ticketId, 'pending');
      desk.nowAt += 3 * MINUTE;
      await sets(ticketId, 'in_progress');
      const [text = ''] = await mails();
      // The clocks of Johannesburg.
      const shown = (at: number): string => new Date(at + 2 * HOUR).toISOString().slice(0, 16).replace('T', ' ');
      expect(text).toContain(shown(dueAt + 3 * MINUTE));
      expect(text).not.toContain(shown(dueAt));
    },
  );

  test.each(['warning', 'reminder'] as const)(
    'a %s that is not due by the deadline of then is not sent',
    async (kind) => {
      const { ticketId } = await pressed(kind);
      await desk.does({ kind: 'update', input: { ticketId, patch: { priority: 'low' } } });
      const { resolution } = unwrap(await desk.read('ticket-view', { ticketId }, people.agent)).clocks;
      expect(resolution).toEqual({ kind: 'running', dueAt: T0 + 100 * HOUR });
      expect(await mails()).toEqual([]);
      expect((await codesOf(ticketId)).at(-1)).toEqual([kind, 'cancelled', 'not_due']);
    },
  );

  test('what joined a mail and is so no more is left out of it', async () => {
    const first = await desk.creates({ contact, assigneeId: people.otherAgent });
    const second = await desk.creates({ contact, assigneeId: people.otherAgent });
    const to = { ticketId: second.ticketId, assigneeId: people.agent, teamId: null };
    await desk.does({ kind: 'assign', input: to }, people.supervisor);
    const [text = ''] = await mails();
    expect([text.includes(first.number), text.includes(second.number)]).toEqual([true, false]);
  });

  test('they go to the address that their reader has by then, and nowhere where that wants none', async () => {
    const { ticketId } = await desk.creates({ contact, assigneeId: people.otherAgent });
    await reads(people.otherAgent, 'new@city.example');
    expect(await mails()).toEqual([]);
    const gone = await sendAll(desk, accepted);
    expect(gone.map(({ outgoing }) => outgoing.address)).toEqual(['new@city.example']);
    await desk.creates({ contact, assigneeId: people.otherAgent });
    const none = { email: 'new@city.example', phone: '', ways: { assignment: [] }, quietHours: null };
    unwrap(await desk.execute('save-reader-settings', none, people.otherAgent));
    expect(await mails()).toEqual([]);
    expect((await codesOf(ticketId)).at(-1)).toEqual(['assignment', 'sent', null]);
  });
});

test('a mail that is claimed when one of its tickets is marked sensitive is written anew', async () => {
  const plain = await desk.creates({ contact, assigneeId: people.otherAgent });
  const joined = await desk.creates({ contact, assigneeId: people.otherAgent });
  desk.nowAt += 6 * MINUTE;
  const { claimed, token } = await claim(desk);
  expect(claimed[0]?.outgoing.text).toContain(joined.number);
  await desk.does({ kind: 'mark_sensitive', input: { ticketId: joined.ticketId } });
  const ids = claimed.map(({ outgoing }) => outgoing.messageId);
  expect(unwrap(await desk.execute('message-sending', { ids, token }, null)).ids).toEqual([]);
  const [text = ''] = (await sendAll(desk, accepted)).map(({ outgoing }) => outgoing.text);
  expect([text.includes(plain.number), text.includes(joined.number)]).toEqual([true, false]);
});

test('of a sensitive ticket whoever wants WhatsApp hears by another way, since no approved text says that little', async () => {
  await setUpChannel(desk, twilioSettings('whatsapp'));
  const ways = { assignment: ['whatsapp' as const], sensitive_marked: [] };
  const settings = { email: 'cleared@city.example', phone: '082 123 4567', ways, quietHours: null };
  unwrap(await desk.execute('save-reader-settings', settings, people.clearedSupervisor));
  const to = { contact, assigneeId: people.clearedSupervisor, sensitive: true };
  const { ticketId, number } = await desk.creates(to, people.agent);
  desk.nowAt += 6 * MINUTE;
  const gone = [...(await sendAll(desk, accepted)), ...(await sendAll(desk, accepted))];
  expect(gone.map(({ outgoing }) => [outgoing.channel, outgoing.text.includes(`Restricted item ${number}`)])).toEqual([
    ['email', true],
  ]);
  const views = unwrap(await desk.read('messages-of-ticket', { ticketId }, people.clearedSupervisor));
  expect(views.map(({ channel, state, code }) => [channel, state, code])).toEqual([
    ['whatsapp', 'failed', 'NO_TEMPLATE'],
    ['email', 'sent', null],
  ]);
});
