import { beforeEach, describe, expect, test } from 'vitest';
import { city, people } from '../../support/centre.ts';
import { receive, wrote } from '../../support/inbound.ts';
import { outboxDesk } from '../../support/outbox-desk.ts';
import type { StoreDesk } from '../../support/store-desk.ts';
import { codeOf, unwrap } from '../../support/store-options.ts';

const MINUTE = 60_000;
const stranger = '+27835550000';

let desk: StoreDesk;

async function receives(text: string, from = stranger): Promise<void> {
  desk.nowAt += MINUTE;
  await receive(desk, wrote(text, desk.nowAt, { from }));
}
const seenBy = async (viewerId: string, parts: { organizationId?: string; channel?: 'sms' } = {}) =>
  unwrap(await desk.read('unjoined-inbound', { limit: 100, ...parts }, viewerId));
const textsFor = async (viewerId: string) => (await seenBy(viewerId)).map(({ text }) => text);

beforeEach(async () => {
  desk = await outboxDesk('unjoined', ['whatsapp']);
  return () => desk.close();
});

describe('what contacts wrote and belongs to no ticket', () => {
  test('is read by those who see the outbox, newest first: who, by what, when, and the words', async () => {
    await desk.creates();
    await receives('the lamp is out');
    const at = desk.nowAt;
    await receives('still out');
    await receives('mine is known', '+27821234567');
    const items = await seenBy(people.supervisor);
    expect(items.map(({ text }) => text)).toEqual(['still out', 'the lamp is out']);
    expect(items[1]).toMatchObject({ organizationId: city, channel: 'whatsapp', address: stranger, at });
    expect(await seenBy(people.supervisor, { channel: 'sms' })).toEqual([]);
    expect(codeOf(await desk.read('unjoined-inbound', { limit: 9 }, people.agent))).toBe('ACCESS_DENIED');
  });

  test('is there without words and sender for whoever sees how messages go and no tickets', async () => {
    await receives('the lamp is out');
    expect(await seenBy(people.administrator)).toMatchObject([{ channel: 'whatsapp', text: '', address: '' }]);
  });

  test('of a sensitive ticket is read by those who are cleared alone', async () => {
    const { number, ticketId } = await desk.creates({ sensitive: true }, people.clearedSupervisor);
    await receives(`about ${number.toLowerCase()}: he was there again`);
    await receives('the lamp is out');
    expect(await textsFor(people.supervisor)).toEqual(['the lamp is out']);
    expect(await textsFor(people.clearedSupervisor)).toHaveLength(2);
    await receives('he was there', '+27821234567');
    expect(await textsFor(people.clearedSupervisor)).toHaveLength(2);
    const { timeline } = unwrap(await desk.read('ticket-view', { ticketId }, people.clearedSupervisor));
    expect(timeline.some(({ kind }) => kind === 'contact_wrote')).toBe(true);
  });
});
