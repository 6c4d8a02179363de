import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldNewest, foldTicket } from '../../../src/main/domain/ticket/fold.ts';
import { byLogOrder } from '../../../src/main/domain/ticket/event-order.ts';
import type { EventOf, TicketEvent } from '../../../src/main/domain/ticket/events.ts';
import { transact } from '../../../src/main/domain/ticket/transact.ts';
import { acts } from '../../support/acts.ts';
import { busyCentre, creation, Desk, HOUR, people, stampAt, T0, uid } from '../../support/centre.ts';

const config = busyCentre();

const someAct = fc.constantFrom(...acts);

/** A random life: acts with the minutes that pass before each, and now and then an undo of an earlier act. */
const someLife = fc.array(
  fc.record({
    minutes: fc.integer({ min: 0, max: 1200 }),
    act: fc.oneof({ weight: 9, arbitrary: someAct }, { weight: 1, arbitrary: fc.nat({ max: 20 }) }),
    desk: fc.constantFrom(uid(900), uid(901)),
  }),
  { maxLength: 14 },
);
type Life = typeof someLife extends fc.Arbitrary<infer T> ? T : never;

function live(life: Life, wakeUps: readonly number[] = []): Desk {
  const desk = new Desk(config);
  desk.does(creation());
  const done: string[] = [];
  let now = T0;
  for (const { minutes, act } of life) {
    const until = now + minutes * 60_000;
    for (const wake of wakeUps) if (wake > now && wake < until) desk.wakesAt(wake);
    now = until;
    desk.at(now);
    const undone = typeof act === 'number' ? done[act % Math.max(1, done.length)] : undefined;
    if (typeof act !== 'number') done.push(desk.does(act(desk.log, config)));
    else if (undone !== undefined) desk.does({ kind: 'voided', body: { eventId: undone } });
  }
  for (const wake of wakeUps) if (wake > now) desk.wakesAt(wake);
  desk.wakesAt(Math.max(now, ...wakeUps) + 2000 * HOUR);
  return desk;
}

describe('the fold', () => {
  test('gives the same ticket for any order of arrival', () => {
    fc.assert(
      fc.property(someLife, fc.infiniteStream(fc.integer()), (life, keys) => {
        const { log } = live(life);
        const shuffled = log
          .map((event) => ({ event, key: keys.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ event }) => event);
        expect(foldTicket(shuffled, config)).toEqual(foldTicket(log, config));
      }),
    );
  });

  test('folding the newest event onto the state equals folding all again', () => {
    fc.assert(
      fc.property(someLife, (life) => {
        const log = [...live(life).log].sort(byLogOrder);
        log.forEach((event, n) => {
          const before = foldTicket(log.slice(0, n), config);
          if (before === null || event.kind === 'voided' || log.some(({ kind }) => kind === 'voided')) return;
          expect(foldNewest(before, event, config)).toEqual(foldTicket(log.slice(0, n + 1), config));
        });
      }),
    );
  });

  test('never changes an event, and an undo leaves the ticket as if the act had not been', () => {
    const desk = new Desk(config);
    desk.does(creation());
    desk.at(T0 + HOUR);
    const before = foldTicket(desk.log, config);
    const resolved = desk.status('resolved');
    desk.does({ kind: 'voided', body: { eventId: resolved } });
    const { version: _v, updatedAt: _u, ...after } = desk.state;
    expect(before).toMatchObject(after);
  });

  test('a ticket whose creation was undone is gone, and its events stay', () => {
    const desk = new Desk(config);
    const created = desk.does(creation());
    desk.does({ kind: 'voided', body: { eventId: created } });
    expect(desk.last?.state).toBeNull();
    expect(desk.log).toHaveLength(3);
  });

  test('an event of an unknown kind is kept and has no effect', () => {
    const desk = new Desk(config);
    desk.does(creation());
    const newer = { ...desk.log[0], id: uid(5555), at: 2 ** 52, kind: 'telepathy' } as unknown as TicketEvent;
    const { version, ...rest } = foldTicket([...desk.log, newer], config) ?? { version: 0 };
    const { version: _before, ...same } = desk.state;
    expect(version).toBe(3);
    expect(rest).toEqual(same);
  });
});

describe('the engine', () => {
  const countedKinds = new Set(['breached', 'warned', 'reminded', 'explanation_reminded', 'explanation_escalated']);
  /** What comes to pass by the clock alone; how it came out, and levels, are for those who were awake. */
  const engineDoings = (log: readonly TicketEvent[]) =>
    log
      .filter(({ kind }) => countedKinds.has(kind))
      .map(({ id, kind, occurredAt }) => `${id} ${kind} ${occurredAt}`)
      .sort();

  test('misses no instant and doubles none, whatever the wake-up pattern', () => {
    const wakes = fc.array(
      fc.integer({ min: 0, max: 400 }).map((hours) => T0 + hours * HOUR),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(someLife, wakes, (life, wakeUps) => {
        const asleep = live(life);
        const awake = live(
          life,
          [...wakeUps].sort((a, b) => a - b),
        );
        expect(engineDoings(awake.log)).toEqual(engineDoings(asleep.log));
        const ids = awake.log.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  test('leaves nothing planned in the past', () => {
    fc.assert(
      fc.property(someLife, (life) => {
        const desk = live(life);
        expect(desk.last?.nextAt ?? Infinity).toBeGreaterThan(desk.nowAt);
      }),
    );
  });

  test('escalates at most once per level and cycle, and only upward', () => {
    fc.assert(
      fc.property(someLife, (life) => {
        const { log, state } = live(life);
        const perClock = log
          .filter(
            (event): event is EventOf<'escalated'> => event.kind === 'escalated' && !state.overtaken.includes(event.id),
          )
          .map(({ body }) => `${body.clockId} ${body.level}`);
        expect(new Set(perClock).size).toBe(perClock.length);
      }),
    );
  });

  test('two desks that see the same thing due write the same event, and its merge is one escalation', () => {
    const desk = new Desk(config);
    desk.does(creation());
    const due = T0 + 24 * HOUR;
    const at = (nowAt: number, deskId: string) =>
      transact(desk.log, [], { nowAt, config, stamp: stampAt(() => nowAt, deskId) }).added;
    const here = at(due, uid(900));
    const there = at(due + 5000, uid(901));
    expect(there.map(({ id }) => id)).toEqual(here.map(({ id }) => id));
    const byId = new Map([...there, ...here].map((event) => [event.id, event]));
    expect(foldTicket([...desk.log, ...byId.values()], config)?.escalation.level).toBe(1);
  });

  test('an escalation that the merged history no longer yields is overtaken and has no effect', () => {
    const desk = new Desk(config);
    desk.does(creation());
    desk.wakesAt(T0 + 4 * HOUR);
    const resolvedElsewhere: TicketEvent = {
      id: uid(4444),
      ticketId: desk.ticketId,
      occurredAt: T0 + 23 * HOUR,
      at: (T0 + 23 * HOUR) * 1024,
      deskId: uid(901),
      actorId: people.otherAgent,
      v: 1,
      kind: 'status_changed',
      body: { status: 'resolved', reason: '', disposition: null },
    };
    desk.wakesAt(T0 + 24 * HOUR);
    const merged = foldTicket([...desk.log, resolvedElsewhere], config);
    expect(merged).toMatchObject({ status: 'resolved', assigneeId: people.agent, escalation: { level: 0 } });
    const late = desk.log.filter(({ at }) => at > resolvedElsewhere.at);
    expect(merged?.overtaken).toEqual(late.map(({ id }) => id));
  });
});
