import { expect, test } from 'vitest';
import type { ChannelView } from '../../../src/preload/contract/messages.ts';
import { city, people } from '../../support/centre.ts';
import { outboxDesk } from '../../support/outbox-desk.ts';
import { startOutbox } from '../../support/running-outbox.ts';
import { codeOf, unwrap } from '../../support/store-options.ts';

const place = { organizationId: city, channel: 'sms' } as const;

test('a channel that somebody wants to know about is asked at once, whether it works or is paused, and nothing is sent', async () => {
  const desk = await outboxDesk('probe', ['sms']);
  const { outbox, sender, passes } = await startOutbox(desk);
  const standing = async (): Promise<ChannelView | undefined> =>
    unwrap(await desk.read('channels', { organizationId: city }, people.administrator)).find(
      ({ channel }) => channel === 'sms',
    );
  const probes = () => sender.asked.filter((call) => call === 'probe').length;
  expect(codeOf(await desk.execute('want-probe', place, people.agent))).toBe('ACCESS_DENIED');
  expect(codeOf(await desk.execute('want-probe', { ...place, channel: 'email' }, people.administrator))).toBe(
    'NOT_FOUND',
  );

  unwrap(await desk.execute('want-probe', place, people.administrator));
  expect(await standing()).toMatchObject({ state: 'working', code: null, nextProbeAt: desk.nowAt });
  await passes(1_000);
  expect(probes()).toBe(1);
  expect(await standing()).toMatchObject({ state: 'working', code: null, nextProbeAt: null });

  sender.probes = { ok: false, code: '20003', retryAfterMs: null };
  unwrap(await desk.execute('want-probe', place, people.administrator));
  await passes(1_000);
  expect(await standing()).toMatchObject({ state: 'paused', code: '20003' });

  sender.probes = { ok: true, value: null };
  unwrap(await desk.execute('want-probe', place, people.administrator));
  // Asked and not answered: what was wrong before is not told any more.
  expect(await standing()).toMatchObject({ state: 'paused', code: null });
  await passes(1_000);
  expect(await standing()).toMatchObject({ state: 'working', nextProbeAt: null });
  expect(probes()).toBe(3);
  expect(sender.sent).toEqual([]);
  await outbox.stop();
  await desk.close();
});

test('a probe of WhatsApp reads how its owner stands to the Content templates, and a text that was withdrawn is used no more', async () => {
  const desk = await outboxDesk('approvals', ['whatsapp']);
  const { outbox, sender, passes } = await startOutbox(desk);
  const approvals = async () => {
    const views = unwrap(await desk.read('channels', { organizationId: city }, people.administrator));
    const settings = views.find(({ channel }) => channel === 'whatsapp')?.settings;
    return settings?.channel === 'whatsapp' ? settings.contentTemplates.map(({ approval }) => approval) : [];
  };
  expect(await approvals()).toEqual(['approved', 'approved', 'approved']);
  sender.approved = [
    { contentSid: 'HXopen', approval: 'paused' },
    { contentSid: 'HXresolved', approval: 'a word of tomorrow' },
  ];
  unwrap(await desk.execute('want-probe', { organizationId: city, channel: 'whatsapp' }, people.administrator));
  await passes(1_000);
  expect(await approvals()).toEqual(['paused', 'approved', 'approved']);
  // Nobody asks by hand again: once a day it is asked all the same.
  sender.approved = [{ contentSid: 'HXopen', approval: 'approved' }];
  for (let hour = 0; hour < 23; hour += 1) await passes(3_600_000);
  expect(await approvals()).toEqual(['paused', 'approved', 'approved']);
  await passes(3_600_000);
  expect(await approvals()).toEqual(['approved', 'approved', 'approved']);
  await outbox.stop();
  await desk.close();
});
