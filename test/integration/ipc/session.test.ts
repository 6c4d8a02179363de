import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nodeRandom } from '../../../src/main/monitor/node-random.ts';
import { createStore } from '../../../src/main/store/key/create-store.ts';
import { randomId } from '../../../src/main/store/make-id.ts';
import { events, routes, type RouteName } from '../../../src/preload/contract/routes.ts';
import { emptyFolder, keychain, monday, plainDesk, type PlainDesk } from '../../support/electron-free-desk.ts';

const nomsa = { userName: 'nomsa', displayName: 'Nomsa Dlamini', password: 'a long enough password' };
const signIn = { userName: nomsa.userName, password: nomsa.password };
const plain = { ...nomsa, language: 'en', sample: 'none', allowPasswordOnly: true } as const;

let folder: string;
let remove: () => void;
const desks: PlainDesk[] = [];

function desk(secrets: Parameters<typeof plainDesk>[1] = null, at?: number): PlainDesk {
  const made = plainDesk(join(folder, 'store'), secrets, at);
  desks.push(made);
  return made;
}

beforeEach(() => ({ folder, remove } = emptyFolder()));
afterEach(async () => {
  for (const each of desks.splice(0)) await each.session.close();
  remove();
});

describe('first run', () => {
  test('is where there is no store, and ends with its administrator signed in', async () => {
    const first = desk();
    await first.session.start();
    expect(first.states).toEqual([{ stage: 'first_run', keychain: false }]);
    const made = await first.request('desk.setUp', plain);
    expect(made).toMatchObject({
      ok: true,
      value: {
        state: { stage: 'ready', user: { userName: 'nomsa', roles: [{ role: 'administrator' }] } },
        recoveryKey: expect.stringMatching(/^([0-9A-Z]{4}-){7}[0-9A-Z]{4}$/) as string,
      },
    });
    expect(await first.request('desk.setUp', plain)).toMatchObject({ ok: false, code: 'STORE_EXISTS' });
  });

  test('falls back to passwords alone only when somebody said so', async () => {
    const first = desk();
    await first.session.start();
    expect(await first.request('desk.setUp', { ...plain, allowPasswordOnly: false })).toMatchObject({
      code: 'KEYCHAIN_UNAVAILABLE',
    });
    expect(await first.request('desk.setUp', { ...plain, password: 'too short' })).toMatchObject({
      code: 'PASSWORD_TOO_SHORT',
    });
    expect(await first.request('desk.setUp', plain)).toMatchObject({ ok: true });
  });

  test('with a keychain takes both: the password opens nothing on another machine', async () => {
    const here = keychain();
    const first = desk(here);
    await first.session.start();
    expect(first.states.at(-1)).toEqual({ stage: 'first_run', keychain: true });
    expect(await first.request('desk.setUp', { ...plain, allowPasswordOnly: false })).toMatchObject({ ok: true });
    await first.session.close();
    const elsewhere = desk(keychain());
    await elsewhere.session.start();
    expect((await elsewhere.request('session.signIn', signIn)).ok).toBe(false);
    const again = desk(here);
    await again.session.start();
    expect(await again.request('session.signIn', signIn)).toMatchObject({ ok: true });
  });

  test('that was cut off between the store’s header and its first user is completed by signing in', async () => {
    const user = { id: randomId(monday, nodeRandom), userName: nomsa.userName };
    const directory = join(folder, 'store');
    const { password } = nomsa;
    await createStore({
      directory,
      user,
      password,
      secrets: null,
      allowPasswordOnly: true,
      nowAt: monday,
      random: nodeRandom,
    });
    const again = desk();
    await again.session.start();
    expect(again.states).toEqual([{ stage: 'sign_in', lockedUserName: null }]);
    const entered = await again.request('session.signIn', signIn);
    expect(entered).toMatchObject({
      value: { stage: 'ready', user: { id: user.id, roles: [{ role: 'administrator' }] } },
    });
  });
});

describe('signing in', () => {
  test('finds the store’s threads started ahead, again after a wrong password, and leaves none behind', async () => {
    const first = desk();
    await first.session.start();
    await first.request('desk.setUp', plain);
    await first.session.close();

    const later = desk();
    await later.session.start();
    for (let times = 0; times < 2; times += 1)
      expect(await later.request('session.prepare', {})).toMatchObject({ ok: true });
    expect(await later.request('session.signIn', { ...signIn, password: 'a wrong password' })).toMatchObject({
      ok: false,
    });
    expect(await later.request('session.signIn', signIn)).toMatchObject({ ok: true });
    expect(await later.request('session.prepare', {})).toMatchObject({ ok: true });

    const unused = desk();
    await unused.session.start();
    await unused.request('session.prepare', {});
    await unused.session.close();
  });

  test('twice at once opens the store once', async () => {
    const first = desk();
    await first.session.start();
    await first.request('desk.setUp', plain);
    await first.session.close();
    const again = desk();
    await again.session.start();
    const both = await Promise.all([again.request('session.signIn', signIn), again.request('session.signIn', signIn)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(again.opened).toHaveLength(1);
  });

  test('again after a lock finds the same open store, and a lock keeps the name that it was locked for', async () => {
    const first = desk();
    await first.session.start();
    await first.request('desk.setUp', plain);
    expect(await first.request('session.lock', {})).toMatchObject({
      value: { stage: 'sign_in', lockedUserName: 'nomsa' },
    });
    expect(await first.request('queue.page', { view: 'all' })).toEqual({ ok: false, code: 'SESSION_LOCKED' });
    expect(await first.request('session.signIn', signIn)).toMatchObject({ ok: true });
    expect(first.opened).toHaveLength(1);
    expect(await first.request('session.signOut', {})).toMatchObject({ value: { lockedUserName: null } });
  });

  test('is refused for a store that another program has', async () => {
    const first = desk();
    await first.session.start();
    await first.request('desk.setUp', plain);
    const second = desk();
    await second.session.start();
    expect(await second.request('session.signIn', signIn)).toMatchObject({ ok: false, code: 'STORE_IN_USE' });
  });
});

test('a folder that holds something else is told as what it is, and left as it is', async () => {
  writeFileSync(join(folder, 'store.json'), '{"hello": "world"}');
  const other = plainDesk(folder, null);
  desks.push(other);
  await other.session.start();
  expect(other.states).toEqual([{ stage: 'failed', code: 'NOT_A_STORE', params: {} }]);
  expect((await other.request('session.signIn', signIn)).ok).toBe(false);
});

test('a language that somebody chose stays theirs, on the next start too', async () => {
  const first = desk();
  await first.session.start();
  await first.request('desk.setUp', plain);
  expect(await first.request('preferences.set', { language: 'ar' })).toMatchObject({
    value: { state: { user: { language: 'ar' } } },
  });
  await first.session.close();
  const again = desk();
  await again.session.start();
  expect(await again.request('session.signIn', signIn)).toMatchObject({ value: { user: { language: 'ar' } } });
});

test('setting up tells how much of the sample is in, up to all of it', async () => {
  const first = desk();
  await first.session.start();
  await first.request('desk.setUp', { ...plain, sample: 'small' });
  const dones = first.progress.map(({ done }) => done);
  expect(dones).toEqual(dones.toSorted((a, b) => a - b));
  expect(first.progress.at(-1)).toEqual({ done: 200, of: 200 });
  for (const told of first.progress) expect(events['setUp.progress'].parse(told)).toEqual(told);
});

test('every answer has the form that the contract promises', async () => {
  const sample = desk();
  await sample.session.start();
  await sample.request('desk.setUp', { ...plain, sample: 'small' });
  const answered = new Set<RouteName>();
  const ask = async (route: RouteName, input: object): Promise<never> => {
    const answer = await sample.request(route, input);
    if (!answer.ok) throw new Error(`${route}: ${answer.code}`);
    answered.add(route);
    return routes[route].output.parse(answer.value) as never;
  };
  const { organizations } = (await ask('directory.get', {})) as { organizations: { id: string }[] };
  const organizationId = organizations[0]?.id ?? '';
  const { rows } = (await ask('queue.page', { view: 'all', limit: 200 })) as { rows: { id: string; number: string }[] };
  for (const { id } of rows) await ask('ticket.get', { ticketId: id });
  await ask('queue.counts', {});
  await ask('calendar.closings', { calendarVersionIds: [organizationId] });
  await ask('ticket.search', { words: 'water' });
  await ask('ticket.find', { number: rows[0]?.number });
  const created = (await ask('ticket.create', { organizationId, subject: 'A new one' })) as {
    ticketId: string;
    eventId: string;
  };
  const { ticketId } = created;
  await ask('ticket.update', { ticketId, patch: { severity: 'high' } });
  await ask('ticket.setStatus', { ticketId, status: 'in_progress' });
  await ask('ticket.note', { ticketId, text: 'A note' });
  const { eventId } = (await ask('ticket.reply', { ticketId, text: 'A reply' })) as { eventId: string };
  await ask('ticket.undo', { eventId });
  await ask('ticket.assign', { ticketId, assigneeId: sample.session.user()?.id });
  await ask('notifications.list', {});
  await ask('notifications.markRead', { lines: [] });
  await ask('draft.save', { key: 'intake', text: 'half a word' });
  await ask('draft.get', { key: 'intake' });
  await ask('preferences.set', { theme: 'dark' });
  await ask('desk.info', {});
  await ask('session.lock', {});
  expect(answered.size).toBeGreaterThanOrEqual(19);
});
