import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDeskFeed } from '../../../src/main/ipc/desk-feed.ts';
import type { Session } from '../../../src/main/ipc/session.ts';
import { nodeRandom } from '../../../src/main/monitor/node-random.ts';
import { createManualClock } from '../../../src/main/scheduler/manual-clock.ts';
import { events, type EventName, type EventPayload } from '../../../src/preload/contract/routes.ts';
import { centreUsers, city, hospital, people, user, wardTeam } from '../../support/centre.ts';
import { StoreDesk } from '../../support/store-desk.ts';
import { unwrap } from '../../support/store-options.ts';

type Changed = EventPayload<'store.changed'>;

let desk: StoreDesk;
beforeAll(async () => {
  desk = await StoreDesk.start('change-feed');
});
afterAll(() => desk.close());

/** Somebody’s window, signed in to the desk: what it was told, and what waits until it has heard of a ticket. */
async function windowOf(viewerId: string) {
  const sessionUser = unwrap(await desk.read('session-user', { userId: viewerId }, viewerId));
  const session = {
    user: () => sessionUser,
    watcher: () => ({ user: sessionUser, locked: false }),
    store: () => desk.store,
  } as Session;
  const told: Changed[] = [];
  const waiting = new Map<string, () => void>();
  const feed = createDeskFeed({
    session,
    send<E extends EventName>(event: E, payload: EventPayload<E>) {
      if (event !== 'store.changed') return;
      const changed = events['store.changed'].parse(payload);
      told.push(changed);
      for (const id of changed.ticketIds) waiting.get(id)?.();
    },
    notifier: { show: () => undefined, badge: () => undefined },
    noticeText: () => '',
    context: {
      clock: createManualClock(desk.nowAt),
      random: nodeRandom,
      logger: { info() {}, warn() {}, error: (event) => expect.fail(event) },
    },
  });
  feed.follow(desk.store);
  return {
    told,
    ids: () => new Set(told.flatMap(({ ticketIds }) => ticketIds)),
    /** Changes are told in their order: once the window has heard of a newer one, whatever it heard before is all. */
    async hasHeardAll(organizationId = city, teamId = centreTeam(organizationId)) {
      const { ticketId } = await desk.creates({ organizationId, teamId, subject: 'The last one' });
      await new Promise<void>((resolve) => {
        waiting.set(ticketId, resolve);
        if (this.ids().has(ticketId)) resolve();
      });
    },
  };
}

const centreTeam = (organizationId: string) => (organizationId === hospital ? wardTeam : null);
const inCity = (id: string, cleared = false) =>
  user(id, { grants: [{ organizationId: city, role: 'agent', order: 9 }], clearedFor: cleared ? [city] : [] });
const cityAgent = '00000000-0000-7000-8000-000000000201';
const clearedCityAgent = '00000000-0000-7000-8000-000000000202';

describe('a window hears of', () => {
  beforeAll(async () => {
    const entities = [inCity(cityAgent), inCity(clearedCityAgent, true)].map((value) => ({
      kind: 'user_saved' as const,
      value,
    }));
    unwrap(await desk.execute('save-config', { entities }, null));
  });

  test('changes to tickets that its viewer may see, and of no other organization’s', async () => {
    const window = await windowOf(cityAgent);
    const ours = await desk.creates();
    const theirs = await desk.creates({ organizationId: hospital, teamId: wardTeam });
    await desk.does({ kind: 'note', input: { ticketId: theirs.ticketId, text: 'on the ward' } });
    await window.hasHeardAll();
    expect(window.ids()).toContain(ours.ticketId);
    expect(window.ids()).not.toContain(theirs.ticketId);
    expect(window.told).toHaveLength(2);
  });

  test('a sensitive ticket only if its viewer is cleared, not even that something happened to it', async () => {
    const [uncleared, cleared] = [await windowOf(cityAgent), await windowOf(clearedCityAgent)];
    const { ticketId } = await desk.creates({ sensitive: true }, people.clearedSupervisor);
    const note = { kind: 'note', input: { ticketId, text: 'what she told us' } } as const;
    await desk.does(note, people.clearedSupervisor);
    await Promise.all([uncleared.hasHeardAll(), cleared.hasHeardAll()]);
    expect(cleared.ids()).toContain(ticketId);
    expect(uncleared.ids()).not.toContain(ticketId);
    // The two markers and nothing for the two changes.
    expect(uncleared.told).toHaveLength(2);
  });

  test('a ticket that has just become sensitive, so that it goes from the screen, and of nothing after it', async () => {
    const { ticketId } = await desk.creates();
    const window = await windowOf(cityAgent);
    await desk.does({ kind: 'mark_sensitive', input: { ticketId } }, people.clearedSupervisor);
    await window.hasHeardAll();
    expect(window.told.filter((change) => change.ticketIds.includes(ticketId))).toHaveLength(1);
    const note = { kind: 'note', input: { ticketId, text: 'hidden' } } as const;
    await desk.does(note, people.clearedSupervisor);
    const reason = { kind: 'unmark_sensitive', input: { ticketId, reason: 'a mistake' } } as const;
    await window.hasHeardAll();
    expect(window.told.filter((change) => change.ticketIds.includes(ticketId))).toHaveLength(1);
    await desk.does(reason, people.clearedSupervisor);
    await window.hasHeardAll();
    expect(window.told.filter((change) => change.ticketIds.includes(ticketId))).toHaveLength(2);
  });

  test('what a change of the directory lets its viewer see, and reads everything again', async () => {
    const window = await windowOf(cityAgent);
    await window.hasHeardAll();
    const [known] = centreUsers;
    unwrap(await desk.execute('save-config', { entities: [{ kind: 'user_saved', value: known ?? user('x') }] }, null));
    unwrap(
      await desk.execute('save-config', { entities: [{ kind: 'user_saved', value: inCity(cityAgent, true) }] }, null),
    );
    const { ticketId } = await desk.creates({ sensitive: true }, people.clearedSupervisor);
    await window.hasHeardAll();
    expect(window.ids()).toContain(ticketId);
    expect(window.told.filter(({ directory }) => directory).map(({ many }) => many)).toEqual([false, true]);
  });
});
