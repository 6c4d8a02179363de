import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runWhatIf, type WhatIfQuestion } from '../../../src/main/store/run-what-if.ts';
import { pastLogs, readEvent } from '../../../src/main/store/queries/whatif-logs.ts';
import { Statements } from '../../../src/main/store/statements.ts';
import { connect } from '../../../src/main/store/worker/connection.ts';
import type { ConfigChange } from '../../../src/preload/contract/configuration.ts';
import type { Result } from '../../../src/preload/contract/result.ts';
import type { WhatIfChanged, WhatIfReport } from '../../../src/preload/contract/whatif.ts';
import { centreUsers, city, hospital, HOUR, people, policy, rule, T0, uid } from '../../support/centre.ts';
import { draftTicket } from '../../support/store-import.ts';
import { StoreDesk } from '../../support/store-desk.ts';
import { codeOf, unwrap } from '../../support/store-options.ts';

/** The city's policy with another time to resolution; its version in force has 24 h. */
function hoursToResolve(hours: number): ConfigChange {
  const { id: _id, publishedAt: _publishedAt, ...value } = policy(21);
  return {
    kind: 'policy',
    basedOn: policy(21).id,
    value: { ...value, targetSeconds: { ...value.targetSeconds, resolution: hours * 3600 } },
  };
}

function levelTwo(): ConfigChange {
  const {
    id: _id,
    publishedAt: _publishedAt,
    ...value
  } = rule(32, {
    level: 2,
    trigger: { kind: 'resolution_breach', hours: 4, elapsed: true },
    target: { kind: 'role', role: 'ceo' },
  });
  return { kind: 'rule', basedOn: null, value };
}

type Ran = { report: WhatIfReport; changed: WhatIfChanged[]; progress: [done: number, of: number][] };

const everything = { fromAt: null, untilAt: null, oneIn: 1, mostChanged: Infinity } as const;

async function asks(
  desk: StoreDesk,
  viewerId: string | null,
  parts: Partial<WhatIfQuestion> & { changes: readonly ConfigChange[] },
): Promise<Result<Ran>> {
  const changed: WhatIfChanged[] = [];
  const progress: Ran['progress'] = [];
  const ran = await runWhatIf(
    desk.store,
    { ...everything, ...parts },
    { viewerId, nowAt: desk.nowAt },
    {
      isCancelled: () => false,
      onSlice({ done, of }, more) {
        progress.push([done, of]);
        changed.push(...more);
      },
    },
  );
  if (!ran.ok) return ran;
  if (ran.value === null) throw new Error('nobody cancelled it');
  return { ok: true, value: { report: ran.value, changed, progress } };
}

/** Looks at every planned instant, as a desk does that is never closed. */
async function awakeUntil(desk: StoreDesk, instant: number): Promise<void> {
  for (;;) {
    const { nextAt } = unwrap(await desk.read('next-instant', {}, null));
    if (nextAt === null || nextAt > instant) break;
    await desk.wakesAt(nextAt);
  }
  await desk.wakesAt(instant);
}

let desk: StoreDesk;
const numbers: string[] = [];

/** Eight tickets of the city by the hour, resolved 10 h, 20 h, … after their creation; the last two never are. */
beforeAll(async () => {
  desk = await StoreDesk.start('whatif');
  const acts: { at: number; act: () => Promise<unknown> }[] = [];
  for (let n = 0; n < 8; n += 1) {
    desk.nowAt = T0 + n * HOUR;
    const made = await desk.creates({ assigneeId: n % 2 === 0 ? people.agent : people.otherAgent });
    numbers.push(made.number);
    const { ticketId } = made;
    const reply = { kind: 'reply', input: { ticketId, text: 'On our way', seenVersion: null } } as const;
    const resolve = {
      kind: 'set_status',
      input: { ticketId, status: 'resolved', reason: '', disposition: null },
    } as const;
    acts.push({ at: T0 + (n + 2) * HOUR + 60_000, act: () => desk.does(reply) });
    if (n < 6) acts.push({ at: T0 + n * HOUR + (n + 1) * 10 * HOUR, act: () => desk.does(resolve) });
  }
  for (const { at, act } of acts.sort((a, b) => a.at - b.at)) {
    if (at > desk.nowAt) await awakeUntil(desk, at - 1);
    desk.nowAt = at;
    await act();
  }
  await awakeUntil(desk, T0 + 100 * HOUR);
});
afterAll(() => desk.close());

describe('a what-if', () => {
  test('shows what was as the status report does, and the rules in force come to the same where the desk was awake', async () => {
    const status = unwrap(await desk.read('status-report', {}, people.hospitalAdmin));
    const { report } = unwrap(await asks(desk, people.hospitalAdmin, { changes: [hoursToResolve(24)] }));
    for (const target of ['response', 'next_response', 'resolution'] as const) {
      const { withTarget, met, missed, overdue, rate, ofAll } = report.columns.recorded.compliance[target];
      expect({ with_target: withTarget, met, missed, rate, of_all: ofAll }).toEqual(status.compliance[target]);
      expect(overdue).toBe(status.open_breaches[target]);
    }
    expect(report.columns.live).toEqual(report.columns.recorded);
    expect(report).toMatchObject({ tickets: 8, notAsRecorded: 0, changed: 0 });
    expect(report.columns.draft).toEqual(report.columns.live);
  });

  test('counts what a draft would have made of it, and names the tickets, the newest first', async () => {
    const { report, changed } = unwrap(await asks(desk, people.hospitalAdmin, { changes: [hoursToResolve(15)] }));
    // Resolved after 10, 20, … 60 h: within 24 h the first two were met, within 15 h only the first.
    expect(report.columns.live.compliance.resolution).toMatchObject({ met: 2, missed: 4, overdue: 2 });
    expect(report.columns.draft.compliance.resolution).toMatchObject({ met: 1, missed: 5, overdue: 2 });
    expect(report.turned.resolution).toEqual({ late: 1, timely: 0 });
    expect(report.columns.draft.breaches.resolution).toBe(7);
    expect(report.columns.draft.escalations).toEqual([{ level: 1, count: 7 }]);
    expect(changed.map(({ number }) => number)).toEqual([...numbers].reverse());
    expect(changed.at(-2)).toMatchObject({
      number: numbers[1],
      live: { level: 0, targets: { resolution: { standing: 'met', dueAt: T0 + 25 * HOUR } } },
      draft: { level: 1, targets: { resolution: { standing: 'missed', dueAt: T0 + 16 * HOUR } } },
    });
  });

  test('tries rules too, and counts who would hear of it on which day', async () => {
    const { report } = unwrap(await asks(desk, people.hospitalAdmin, { changes: [levelTwo()] }));
    expect(report.columns.live.escalations).toEqual([{ level: 1, count: 6 }]);
    expect(report.columns.draft.escalations).toEqual([
      { level: 1, count: 6 },
      { level: 2, count: 6 },
    ]);
    const ceo = report.people.find(({ userId }) => userId === people.ceo);
    expect(ceo?.live.total).toBe(0);
    // Level 2 comes 28 h after the creation, in Johannesburg still on Tuesday for all but none.
    expect(ceo?.draft).toMatchObject({ total: 6, most: 6, mostOn: '2026-03-03' });
    expect(report.days).toBe(5);
    expect(ceo?.draft.mean).toBeCloseTo(6 / 5);
  });

  test('names no more tickets than it is asked for, and counts all', async () => {
    const asked = await asks(desk, people.hospitalAdmin, { changes: [hoursToResolve(15)], mostChanged: 3 });
    const { report, changed } = unwrap(asked);
    expect([report.changed, changed.length]).toEqual([8, 3]);
  });

  test('takes what lay in a period: tickets that were there, deadlines that passed in it, as all stood at its end', async () => {
    const fromAt = T0 + 30 * HOUR;
    const untilAt = T0 + 40 * HOUR;
    const { report } = unwrap(
      await asks(desk, people.hospitalAdmin, { changes: [hoursToResolve(15)], fromAt, untilAt }),
    );
    // Resolved before it: the first two, after 10 and 21 h.
    expect(report).toMatchObject({ tickets: 6, days: 1, fromAt, untilAt });
    expect(report.columns.live.breaches.resolution).toBe(2);
    expect(report.columns.live.compliance.resolution).toMatchObject({ met: 0, missed: 1, overdue: 5 });
    expect(
      unwrap(await asks(desk, people.hospitalAdmin, { changes: [hoursToResolve(15)], untilAt: T0 - 1 })).report.tickets,
    ).toBe(0);
  });

  test('takes one of so many where that is enough', async () => {
    const { report } = unwrap(await asks(desk, people.hospitalAdmin, { changes: [hoursToResolve(15)], oneIn: 3 }));
    expect(report.tickets).toBe(3);
  });
});

describe('who may ask', () => {
  test('is whoever configures or proposes: nobody else', async () => {
    const changes = [hoursToResolve(15)];
    const codes = await Promise.all(
      [
        people.agent,
        people.supervisor,
        people.manager,
        people.auditor,
        people.hospitalAdmin,
        people.ceo,
        people.administrator,
        uid(404),
        null,
      ].map(async (id) => codeOf(await asks(desk, id, { changes }))),
    );
    expect(codes).toEqual([
      ...Array<string>(4).fill('ACCESS_DENIED'),
      'ok',
      'ok',
      'ok',
      'ACCESS_DENIED',
      'ACCESS_DENIED',
    ]);
  });

  test('an administrator who is no agent is told numbers, and no way to the tickets', async () => {
    const asked = await asks(desk, people.administrator, { changes: [hoursToResolve(15)] });
    const { changed } = unwrap(asked);
    expect(changed.map(({ ticketId }) => ticketId)).toEqual(Array(8).fill(null));
    expect(changed[0]?.number).toBe(numbers[7]);
    const seen = unwrap(await asks(desk, people.hospitalAdmin, { changes: [hoursToResolve(15)] }));
    expect(seen.changed.every(({ ticketId }) => ticketId !== null)).toBe(true);
  });

  test('an organization is replayed alone where it is named', async () => {
    const changes = [hoursToResolve(15)];
    expect(unwrap(await asks(desk, people.ceo, { changes, organizationId: hospital })).report.tickets).toBe(0);
    expect(unwrap(await asks(desk, people.ceo, { changes, organizationId: city })).report.tickets).toBe(8);
    expect(codeOf(await asks(desk, people.ceo, { changes, organizationId: uid(404) }))).toBe('ACCESS_DENIED');
  });
});

describe('a larger past', () => {
  let large: StoreDesk;
  beforeAll(async () => {
    large = await StoreDesk.start('whatif-large');
    const batch = { id: uid(700), organizationId: city, fileName: 'past' };
    const parts = { organizationId: city, batchId: batch.id, historyUntil: T0 };
    for (const from of [0, 500, 1000]) {
      const tickets = Array.from({ length: 500 }, (_, k) => {
        const occurredAt = T0 - (2000 - from - k) * HOUR;
        return draftTicket(from + k, { ...parts, occurredAt, endedAt: occurredAt + ((from + k) % 48) * HOUR });
      });
      unwrap(await large.execute('import-batch', { batch, tickets }, people.administrator));
    }
    const { ticketId } = await large.creates();
    await large.does({ kind: 'mark_sensitive', input: { ticketId } });
  });
  afterAll(() => large.close());

  test('is replayed slice by slice, tells how far it is, and comes to what one slice would', async () => {
    const { report, progress } = unwrap(await asks(large, people.hospitalAdmin, { changes: [hoursToResolve(12)] }));
    expect(progress.length).toBeGreaterThan(3);
    expect(progress.map(([done]) => done)).toEqual(progress.map(([done]) => done).sort((a, b) => a - b));
    expect(progress.at(-1)).toEqual([1501, 1501]);
    expect(new Set(progress.map(([, of]) => of))).toEqual(new Set([1501]));
    // Resolved after 0 to 47 h in turn: 31 times 25, and 12 more, are within 24 h; 31 times 13, and 12, within 12 h.
    expect(report.columns.live.compliance.resolution).toMatchObject({ met: 787, missed: 713, overdue: 0 });
    expect(report.columns.draft.compliance.resolution).toMatchObject({ met: 415, missed: 1085 });
    expect(report.turned.resolution).toEqual({ late: 372, timely: 0 });
    expect(report.columns.draft.escalations).toEqual([{ level: 1, count: 1085 }]);
  });

  test('an imported past is replayed as if the desk had been there, and what was shows that it was not', async () => {
    const { report } = unwrap(await asks(large, people.hospitalAdmin, { changes: [hoursToResolve(12)] }));
    expect(report.columns.recorded.escalations).toEqual([]);
    expect(report.columns.recorded.breaches.resolution).toBe(713);
    expect(report.columns.live.escalations).toEqual([{ level: 1, count: 713 }]);
    expect(report.notAsRecorded).toBeGreaterThan(0);
  });

  test('leaves sensitive tickets out, and counts them for whoever is cleared alone', async () => {
    const changes = [hoursToResolve(12)];
    expect(unwrap(await asks(large, people.hospitalAdmin, { changes })).report).toMatchObject({
      tickets: 1500,
      sensitive: 0,
    });
    const ceo = centreUsers.find(({ id }) => id === people.ceo);
    if (ceo === undefined) throw new Error('the centre has a chief executive');
    const cleared = { kind: 'user_saved', value: { ...ceo, clearedFor: [city] } } as const;
    unwrap(await large.execute('save-config', { entities: [cleared] }, null));
    expect(unwrap(await asks(large, people.ceo, { changes })).report).toMatchObject({ tickets: 1500, sensitive: 1 });
  });

  test('stops where it is cancelled, and reads no further', async () => {
    let slices = 0;
    const ran = await runWhatIf(
      large.store,
      { ...everything, changes: [hoursToResolve(12)] },
      { viewerId: people.hospitalAdmin, nowAt: large.nowAt },
      { isCancelled: () => slices === 2, onSlice: () => void (slices += 1) },
    );
    expect([ran, slices]).toEqual([{ ok: true, value: null }, 2]);
  });

  test('a ticket that cannot be read is counted as such, and the others are replayed', async () => {
    await large.close();
    const db = connect(join(large.directory, 'store.db'), large.key, 'writer', false);
    db.prepare(
      "UPDATE event SET body = '{' WHERE kind = 'ticket_created' AND stream_id = (SELECT id FROM ticket WHERE sensitive = 0 LIMIT 1)",
    ).run();
    db.close();
    await large.reopen();
    const { report } = unwrap(await asks(large, people.hospitalAdmin, { changes: [hoursToResolve(12)] }));
    expect(report).toMatchObject({ tickets: 1499, unreadable: 1 });
  });
});

test('reads by index, and never the words of notes and messages', async () => {
  const { ticketId } = await desk.creates({});
  await desk.does({ kind: 'note', input: { ticketId, text: 'the neighbour is to blame' } });
  const db = connect(join(desk.directory, 'store.db'), desk.key, 'reader', false);
  const asked: string[] = [];
  const watched = { prepare: (sql: string) => (asked.push(sql), db.prepare(sql)) } as unknown as typeof db;
  const statements = new Statements(watched);
  const log = pastLogs(statements, [ticketId, uid(404)]);
  expect(log).toHaveLength(1);
  expect(log[0]?.map((event) => readEvent(event).kind).sort()).toEqual(['noted', 'policy_matched', 'ticket_created']);
  expect(JSON.stringify(log)).not.toContain('neighbour');
  const plan = db.prepare<[string], { detail: string }>(`EXPLAIN QUERY PLAN ${asked[0]}`).all('[]');
  expect(plan.map(({ detail }) => detail)).toEqual([
    expect.stringContaining('VIRTUAL TABLE'),
    'SEARCH e USING INDEX event_in_stream (stream_id=?)',
  ]);
  db.close();
});
