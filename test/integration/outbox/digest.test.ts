import { describe, expect, test } from 'vitest';
import { city, people, T0 } from '../../support/centre.ts';
import { theCity } from '../../support/config-draft.ts';
import { outboxDesk, sendAll, tend } from '../../support/outbox-desk.ts';
import type { StoreDesk } from '../../support/store-desk.ts';
import { unwrap } from '../../support/store-options.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** T0 is 10:00 in Johannesburg. */
const noon = T0 + 2 * HOUR;
const accepted = { kind: 'accepted', providerSid: null, providerStatus: null } as const;

async function deskWithDigest(name: string): Promise<StoreDesk> {
  const desk = await outboxDesk(name, ['email']);
  const value = { ...theCity, messages: { digestAt: '12:00', contactChannels: [] } };
  const entities = [{ kind: 'organization_saved', value } as const];
  unwrap(await desk.execute('save-config', { entities }, people.administrator));
  const settings = { email: 'supervisor@city.example', phone: '', ways: {}, quietHours: null };
  unwrap(await desk.execute('save-reader-settings', settings, people.supervisor));
  return desk;
}

describe('the supervisors’ digest', () => {
  test('tells how the tickets stand at the organization’s time, once a day, and counts no sensitive one', async () => {
    const desk = await deskWithDigest('digest');
    expect(unwrap(await desk.read('outbox-next', { keychain: false }, null)).nextAt).toBe(noon);
    await desk.creates({ assigneeId: null });
    await desk.creates({ assigneeId: people.agent });
    await desk.creates({ assigneeId: null, sensitive: true });
    desk.nowAt = noon - 1;
    await tend(desk);
    expect(await sendAll(desk, accepted)).toEqual([]);
    desk.nowAt = noon + MINUTE;
    await tend(desk);
    await tend(desk);
    const [sent, ...others] = await sendAll(desk, accepted);
    expect(others).toEqual([]);
    expect(sent?.outgoing).toMatchObject({
      address: 'supervisor@city.example',
      subject: 'Where things stand, 2026-03-02',
    });
    expect(sent?.outgoing.text.split('\n').slice(0, 4)).toEqual([
      '2 open tickets',
      '0 tickets past their deadline',
      '2 tickets due within 24 hours',
      '1 ticket that nobody holds',
    ]);
    desk.nowAt = noon + 24 * HOUR;
    await tend(desk);
    expect(await sendAll(desk, accepted)).toHaveLength(1);
    await desk.close();
  });

  test('is not made up for where no desk was awake at its time', async () => {
    const desk = await deskWithDigest('digest-late');
    desk.nowAt = noon + 2 * HOUR;
    await tend(desk);
    expect(await sendAll(desk, accepted)).toEqual([]);
    expect(unwrap(await desk.read('outbox-next', { keychain: false }, null)).nextAt).toBe(noon + 24 * HOUR);
    await desk.close();
  });

  test('that waits is not sent to who supervises nobody any more', async () => {
    const desk = await deskWithDigest('digest-demoted');
    desk.nowAt = noon;
    await tend(desk);
    const { users } = unwrap(await desk.read('configuration', {}, people.administrator));
    const demoted = users.filter(({ id }) => id === people.supervisor).map((value) => ({ ...value, grants: [] }));
    const entities = demoted.map((value) => ({ kind: 'user_saved', value }) as const);
    unwrap(await desk.execute('save-config', { entities }, null));
    expect(await sendAll(desk, accepted)).toEqual([]);
    await desk.close();
  });

  test('goes to nobody who left no address, or wants none', async () => {
    const desk = await deskWithDigest('digest-nobody');
    const settings = { email: 'supervisor@city.example', phone: '', ways: { digest: [] }, quietHours: null };
    unwrap(await desk.execute('save-reader-settings', settings, people.supervisor));
    desk.nowAt = noon;
    await tend(desk);
    expect(await sendAll(desk, accepted)).toEqual([]);
    expect(
      unwrap(await desk.read('configuration', {}, people.administrator)).organizations.find(({ id }) => id === city)
        ?.messages?.digestAt,
    ).toBe('12:00');
    await desk.close();
  });
});
