import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NewEvent } from '../../../src/main/domain/ticket/events.ts';
import { replay } from '../../../src/main/domain/ticket/replay.ts';
import { acts } from '../../support/acts.ts';
import { busyCentre, creation, Desk, HOUR, people, T0, uid } from '../../support/centre.ts';

const config = busyCentre();

/** What the engine did, without ids: a replay makes its own. */
function doings(events: readonly { kind: string; occurredAt: number; actorId: string | null; body: object }[]) {
  return events.flatMap(({ kind, occurredAt, actorId, body }) => {
    const { noticedAt: _n, clockId: _c, requestId: _r, causeId: _a, ...rest } = body as Record<string, unknown>;
    return actorId === null ? [{ kind, occurredAt, ...rest }] : [];
  });
}

describe('a replay', () => {
  test('is the life of a desk that wakes at every planned instant', () => {
    const life = fc.array(fc.record({ minutes: fc.integer({ min: 0, max: 1200 }), act: fc.constantFrom(...acts) }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(life, (steps) => {
        const desk = new Desk(config);
        desk.does(creation());
        for (const { minutes, act } of steps) {
          const until = desk.nowAt + minutes * 60_000;
          if (minutes > 0) desk.awakeUntil(until - 1);
          desk.at(until).does(act(desk.log, config));
        }
        desk.awakeUntil(desk.nowAt + 300 * HOUR);
        const decided = desk.log
          .filter(({ actorId }) => actorId !== null)
          .map(({ at: _at, deskId: _d, v: _v, ...event }): NewEvent => event);
        const run = replay(decided, desk.nowAt, config);
        // Acts of one instant are folded before the engine looks, at a desk as in a replay; a desk looks after each.
        fc.pre(steps.every(({ minutes }) => minutes > 0));
        expect(doings(run.added)).toEqual(doings(desk.log));
        expect(run.state?.escalation.level).toBe(desk.state.escalation.level);
      }),
    );
  });

  test('ends at its end, inclusive', () => {
    const created: NewEvent = { id: uid(1), ticketId: uid(7), occurredAt: T0, actorId: people.agent, ...creation() };
    const until = (untilAt: number) => replay([created], untilAt, config).added.map(({ kind }) => kind);
    expect(until(T0 + 3 * HOUR - 1)).toEqual(['ticket_created', 'policy_matched']);
    expect(until(T0 + 3 * HOUR)).toEqual(['ticket_created', 'policy_matched', 'warned']);
  });
});
