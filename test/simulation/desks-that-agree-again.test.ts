import { describe, expect, test } from 'vitest';
import { byLogOrder } from '../../src/main/domain/ticket/event-order.ts';
import type { NewEvent, TicketEvent } from '../../src/main/domain/ticket/events.ts';
import { foldNewest, foldTicket } from '../../src/main/domain/ticket/fold.ts';
import { nextLogAt } from '../../src/main/domain/ticket/log-clock.ts';
import { transact } from '../../src/main/domain/ticket/transact.ts';
import { acts, type Act } from '../support/acts.ts';
import { busyCentre, creation, HOUR, people, T0, uid } from '../support/centre.ts';

const isFull = process.env['WATCHKEEPER_FULL'] === '1';
const SEEDS = isFull ? 10_000 : 500;
const DESKS = 6;
const STEPS = 60;

const config = busyCentre();

/** The same numbers for the same seed, so that a failure can be run again. */
function lottery(seed: number): (below: number) => number {
  let state = (seed * 2_654_435_761) >>> 0;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 374_761_393) >>> 0;
    return Math.floor((((state ^ (state >>> 13)) >>> 0) / 2 ** 32) * below);
  };
}

/** A desk that is cut off most of the time, with a clock of its own that is up to three days wrong. */
class CutOffDesk {
  readonly log = new Map<string, TicketEvent>();
  readonly #deskId: string;
  readonly #skewMs: number;
  #lastAt = 0;

  constructor(deskId: string, skewMs: number) {
    this.#deskId = deskId;
    this.#skewMs = skewMs;
  }

  step(trueNow: number, decided: readonly NewEvent[]): void {
    const nowAt = trueNow + this.#skewMs;
    const stamp = (event: NewEvent): TicketEvent => {
      this.#lastAt = nextLogAt(this.#lastAt, nowAt);
      return { ...event, at: this.#lastAt, deskId: this.#deskId, v: 1 };
    };
    const timed = decided.map((event) => ({ ...event, occurredAt: nowAt }));
    const { added } = transact([...this.log.values()], timed, { nowAt, config, stamp });
    for (const event of added) this.learn(event);
  }

  /** The same engine event from two desks: the lower (`at`, `deskId`) counts. */
  learn(event: TicketEvent): void {
    const known = this.log.get(event.id);
    const isEarlier =
      known === undefined || event.at < known.at || (event.at === known.at && event.deskId < known.deskId);
    if (isEarlier) this.log.set(event.id, event);
    this.#lastAt = Math.max(this.#lastAt, event.at);
  }
}

function simulate(seed: number): { desks: CutOffDesk[]; done: string[] } {
  const draw = lottery(seed);
  const desks = Array.from({ length: DESKS }, (_, n) => new CutOffDesk(uid(900 + n), (draw(145) - 72) * HOUR));
  const ticketId = uid(7);
  const done: string[] = [];
  let nowAt = T0;
  const act = (doing: Act, desk: CutOffDesk): void => {
    const id = uid(100_000 + done.length);
    done.push(id);
    const event = doing(desk.log.values(), config);
    desk.step(nowAt, [{ id, ticketId, occurredAt: nowAt, actorId: people.agent, ...event }]);
  };
  const [first] = desks;
  if (first === undefined) throw new Error('no desk');
  act(() => creation(), first);
  for (const desk of desks) for (const event of first.log.values()) desk.learn(event);

  for (let step = 0; step < STEPS; step += 1) {
    nowAt += draw(3 * HOUR);
    const desk = desks[draw(DESKS)] ?? first;
    const chance = draw(10);
    if (chance < 4) act(acts[draw(acts.length)] ?? (() => creation()), desk);
    else if (chance < 7) desk.step(nowAt, []);
    else {
      // A line that holds for a moment: part of what one desk knows reaches another, in any order, perhaps twice.
      const events = [...(desks[draw(DESKS)] ?? first).log.values()].filter(() => draw(4) > 0);
      for (const event of [...events, ...events.slice(0, draw(3))].reverse()) desk.learn(event);
    }
  }
  for (const desk of desks) for (const other of desks) for (const event of other.log.values()) desk.learn(event);
  for (const desk of desks) for (const other of desks) for (const event of other.log.values()) desk.learn(event);
  return { desks, done };
}

/** What may happen once only in one stretch of a ticket's life, for each event that had effect. */
function onceOnly(log: readonly TicketEvent[]): string[] {
  const keys: string[] = [];
  let state = foldTicket(log.slice(0, 1), config);
  for (const event of log.slice(1)) {
    if (state === null || event.kind === 'voided') continue;
    const before = state;
    state = foldNewest(before, event, config);
    if (state.overtaken.includes(event.id)) continue;
    if (event.kind === 'escalated') keys.push(`level ${event.body.clockId} ${event.body.level}`);
    if (event.kind === 'reminded') keys.push(`reminder ${before.cycle.id} ${event.body.nth}`);
    if (event.kind === 'breached') keys.push(`breach ${event.body.clockId} ${event.body.target}`);
    if (event.kind === 'warned') {
      const waiting = event.body.target === 'next_response' ? before.unanswered?.eventId : '';
      keys.push(`warning ${before.cycle.id} ${event.body.target} ${waiting}`);
    }
    if (event.kind === 'explanation_escalated') keys.push(`explanation ${event.body.clockId} ${event.body.level}`);
  }
  return keys;
}

describe(`desks that were cut off and agree again, ${SEEDS} seeds`, () => {
  test('nothing that a person did is lost, every desk shows the same ticket, and nothing is done twice', () => {
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const { desks, done } = simulate(seed);
      const states = desks.map(({ log }) => JSON.stringify(foldTicket([...log.values()], config)));
      expect(new Set(states).size, `seed ${seed}: desks differ`).toBe(1);
      const [desk] = desks;
      const log = [...(desk?.log.values() ?? [])].sort(byLogOrder);
      expect(
        done.filter((id) => desk?.log.has(id) !== true),
        `seed ${seed}: lost`,
      ).toEqual([]);
      const once = onceOnly(log);
      expect(
        once.filter((key, n) => once.indexOf(key) !== n),
        `seed ${seed}: done twice`,
      ).toEqual([]);
    }
  });

  test('the simulation reaches what it is for: each kind of event with effect, and some that are overtaken', () => {
    const effective = new Map<string, number>();
    const overtaken = new Map<string, number>();
    for (let seed = 1; seed <= 100; seed += 1) {
      const log = [...(simulate(seed).desks[0]?.log.values() ?? [])];
      const without = new Set(foldTicket(log, config)?.overtaken);
      for (const { id, kind } of log) {
        const counts = without.has(id) ? overtaken : effective;
        counts.set(kind, (counts.get(kind) ?? 0) + 1);
      }
    }
    const kinds = ['escalated', 'breached', 'warned', 'reminded', 'explanation_reminded', 'explanation_escalated'];
    expect(kinds.filter((kind) => (effective.get(kind) ?? 0) < 20)).toEqual([]);
    expect(kinds.filter((kind) => (overtaken.get(kind) ?? 0) < 3)).toEqual([]);
  });
});
