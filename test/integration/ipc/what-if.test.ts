import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWhatIfs } from '../../../src/main/ipc/what-if.ts';
import { createManualClock } from '../../../src/main/scheduler/manual-clock.ts';
import type { ConfigChange } from '../../../src/preload/contract/configuration.ts';
import type { SessionUser } from '../../../src/preload/contract/people.ts';
import { whatIfOutput, type WhatIfProgress } from '../../../src/preload/contract/whatif.ts';
import { city, HOUR, people, policy, T0, uid } from '../../support/centre.ts';
import { draftTicket } from '../../support/store-import.ts';
import { StoreDesk } from '../../support/store-desk.ts';
import { unwrap } from '../../support/store-options.ts';

let desk: StoreDesk;
let boss: SessionUser;

beforeAll(async () => {
  desk = await StoreDesk.start('what-if-window');
  boss = unwrap(await desk.read('session-user', { userId: people.ceo }, people.ceo));
  const batch = { id: uid(700), organizationId: city, fileName: 'past' };
  for (let from = 0; from < 1000; from += 500) {
    const tickets = Array.from({ length: 500 }, (_, k) => {
      const occurredAt = T0 - (2000 - from - k) * HOUR;
      const parts = { organizationId: city, batchId: batch.id, historyUntil: T0, occurredAt };
      return draftTicket(from + k, { ...parts, endedAt: occurredAt + 20 * HOUR });
    });
    unwrap(await desk.execute('import-batch', { batch, tickets }, people.administrator));
  }
});
afterAll(() => desk.close());

const { id: basedOn, publishedAt: _publishedAt, ...value } = policy(21);
const shorter: ConfigChange = {
  kind: 'policy',
  basedOn,
  value: { ...value, targetSeconds: { ...value.targetSeconds, resolution: 12 * 3600 } },
};
const question = (n: number) => ({ runId: uid(n), changes: [shorter], fromAt: null, untilAt: null, oneIn: 1 });

/** A window that is told how far a what-if is; `onProgress` may do something about it. */
function window(onProgress: (progress: WhatIfProgress) => void = () => undefined) {
  const told: WhatIfProgress[] = [];
  const session = { user: (): SessionUser | null => boss, store: () => desk.store };
  const whatIfs = createWhatIfs(
    session,
    (event, payload) => {
      if (event !== 'whatif.progress') return;
      const progress = payload as WhatIfProgress;
      told.push(progress);
      onProgress(progress);
    },
    { clock: createManualClock(T0) },
  );
  return { told, session, whatIfs };
}

describe('a what-if for the window', () => {
  test('tells how far it is, and answers with figures, the newest of the changed tickets, and how many there are', async () => {
    const { whatIfs, told } = window();
    const output = unwrap(await whatIfs.run(question(1), people.ceo));
    expect(whatIfOutput.parse(output)).toEqual(output);
    if (output.state !== 'done') throw new Error('nobody cancelled it');
    expect(output.report).toMatchObject({ tickets: 1000, changed: 1000, turned: { resolution: { late: 1000 } } });
    expect(output.changed).toHaveLength(200);
    expect(output.report.people.length).toBeLessThanOrEqual(50);
    expect(told.map(({ runId }) => runId)).toEqual(Array(told.length).fill(uid(1)));
    expect(told.at(-1)).toMatchObject({ done: 1000, of: 1000, tickets: 1000 });
    expect(told.length).toBeGreaterThan(2);
  });

  test('ends when it is cancelled, after the slice that was being read', async () => {
    const { whatIfs, told } = window(({ runId }) => whatIfs.cancel(runId));
    expect(unwrap(await whatIfs.run(question(2), people.ceo))).toEqual({ state: 'cancelled' });
    expect(told).toHaveLength(1);
  });

  test('goes on when another is cancelled', async () => {
    const { whatIfs } = window(() => whatIfs.cancel(uid(999)));
    expect(unwrap(await whatIfs.run(question(3), people.ceo))).toMatchObject({ state: 'done' });
  });

  test('gives way to the next one', async () => {
    const next: Promise<unknown>[] = [];
    const { whatIfs } = window(({ runId }) => {
      if (runId === uid(4) && next.length === 0) next.push(whatIfs.run(question(5), people.ceo));
    });
    expect(unwrap(await whatIfs.run(question(4), people.ceo))).toEqual({ state: 'cancelled' });
    expect(await next[0]).toMatchObject({ ok: true, value: { state: 'done' } });
  });

  test('ends with the session of its person: nothing goes to a locked window', async () => {
    const { whatIfs, session, told } = window(() => {
      session.user = () => null;
    });
    expect(unwrap(await whatIfs.run(question(6), people.ceo))).toEqual({ state: 'cancelled' });
    expect(told).toHaveLength(1);
  });

  test('is refused to whoever may not configure', async () => {
    const { whatIfs, session } = window();
    session.user = () => ({ ...boss, id: people.agent });
    expect(await whatIfs.run(question(7), people.agent)).toMatchObject({ ok: false, code: 'ACCESS_DENIED' });
  });
});
