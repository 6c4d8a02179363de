import { expect, test } from 'vitest';
import { openDeskStore } from '../../../src/main/ipc/open-desk-store.ts';
import { setUpStore } from '../../../src/main/ipc/set-up-store.ts';
import { nodeRandom } from '../../../src/main/monitor/node-random.ts';
import { createScheduler } from '../../../src/main/scheduler/scheduler.ts';
import { createSystemClock, thisMachine } from '../../../src/main/scheduler/system-clock.ts';
import { randomId } from '../../../src/main/store/make-id.ts';
import { emptyFolder, storeParts } from '../../support/electron-free-desk.ts';
import { shortPolicy } from '../../support/electron-free-policy.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

test('a deadline on the machine’s own clock is acted on within a second of it, and the store then waits for nothing', async () => {
  const { folder, remove } = emptyFolder();
  const clock = createSystemClock(thisMachine());
  const parts = { directory: folder, ...storeParts, secrets: null, clock, random: nodeRandom, logger: quiet };
  const who = { userName: 'nomsa', displayName: 'Nomsa', language: 'en' as const, password: 'a long enough password' };
  const made = await setUpStore(parts, { ...who, sample: 'none', allowPasswordOnly: true }, () => undefined);
  if (!made.ok) throw new Error(made.code);
  const { store, userId } = made.value;
  const context = () => ({
    nowAt: clock.now(),
    seed: Buffer.from(nodeRandom.bytes(32)).toString('hex'),
    actorId: userId,
  });
  const { entities, organizationId } = shortPolicy({
    agentId: userId,
    nowAt: clock.now(),
    newId: () => randomId(clock.now(), nodeRandom),
    seconds: 1,
  });
  expect(await store.execute('save-config', { entities }, { ...context(), actorId: null })).toMatchObject({ ok: true });

  let hasBreached = (): void => undefined;
  const breached = new Promise<void>((resolve) => (hasBreached = resolve));
  const scheduler = createScheduler({
    store,
    clock,
    random: nodeRandom,
    logger: quiet,
    onWorked: ({ acts }) => acts.some(({ event }) => event.kind === 'breached') && hasBreached(),
  });
  await scheduler.start();
  const fields = {
    kind: 'complaint',
    subject: 'One second',
    description: '',
    category: '',
    severity: 'medium',
    priority: 'medium',
  } as const;
  const contact = { name: '', phone: '', email: '', language: 'en' } as const;
  const place = { address: '', latitude: null, longitude: null };
  const input = { ...fields, contact, place, organizationId, teamId: null, assigneeId: null, sensitive: false };
  const created = await store.execute('ticket-command', { kind: 'create', input }, context());
  if (!created.ok) throw new Error(created.code);
  await breached;
  const view = await store.query(
    'ticket-view',
    { ticketId: created.value.ticketId },
    { viewerId: userId, nowAt: clock.now() },
  );
  if (!view.ok) throw new Error(view.code);
  const { resolution } = view.value.clocks;
  if (resolution.kind !== 'breached') throw new Error(resolution.kind);
  expect((resolution.noticedAt ?? Infinity) - resolution.dueAt).toBeLessThan(1_000);
  expect(view.value.nextAt).toBeNull();

  clock.stop();
  await scheduler.stop();
  await store.close();
  const again = await openDeskStore(parts, made.value.key);
  expect(again).toMatchObject({ ok: true });
  if (again.ok) await again.value.close();
  remove();
});
