import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ConfigSnapshot } from '../../../src/main/domain/config/config-snapshot.ts';
import { countedMoments } from '../../../src/main/domain/sla/planner.ts';
import type { TicketEvent } from '../../../src/main/domain/ticket/events.ts';
import { acts, type Act } from '../../support/acts.ts';
import { targets } from '../../../src/preload/contract/values.ts';
import { busyCentre, city, creation, Desk, HOUR } from '../../support/centre.ts';

const isFull = process.env['WATCHKEEPER_FULL'] === '1';
const numRuns = isFull ? 5_000 : 300;
const timeout = 600_000;

/** How a desk is awake until somebody does something: at every planned instant, or at these hours from now, or not at all. */
type Wakes = 'always' | readonly number[];
type Step = { minutes: number; act: Act; wakes: Wakes };

const someWakes = fc.oneof(
  fc.constant<Wakes>('always'),
  fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { maxLength: 4 }),
);
const someHistory = (from: readonly Act[]) =>
  fc.record({
    steps: fc.array(
      fc.record({ minutes: fc.integer({ min: 1, max: 4000 }), act: fc.constantFrom(...from), wakes: someWakes }),
      { maxLength: 10 },
    ),
    last: someWakes,
  });
type History = { steps: readonly Step[]; last: Wakes };

/** @param isAwake  at every instant, whatever the history says of its wakes */
function live({ steps, last }: History, config: ConfigSnapshot, isAwake: boolean): Desk {
  const desk = new Desk(config);
  const rest = (wakes: Wakes, untilAt: number): void => {
    if (isAwake || wakes === 'always') desk.awakeUntil(untilAt);
    else
      for (const hours of [...wakes].sort((a, b) => a - b)) desk.wakesAt(Math.min(untilAt, desk.nowAt + hours * HOUR));
  };
  desk.does(creation());
  for (const { minutes, act, wakes } of steps) {
    const at = desk.nowAt + minutes * 60_000;
    rest(wakes, at - 1);
    desk.at(at).does(act(desk.log, config));
  }
  const endAt = desk.nowAt + 400 * HOUR;
  rest(last, endAt);
  // A second look at the same instant: what was worked off must not come again.
  return desk.wakesAt(endAt).wakesAt(endAt);
}

/** What the clock alone brings about, by the ids that are made of clock, kind and place; rules apart. */
function countedIn(log: readonly TicketEvent[]): string[] {
  return log
    .flatMap(({ kind, actorId, occurredAt, id }) => {
      const isRule = kind === 'escalated' || kind === 'escalation_skipped' || kind === 'policy_matched';
      return actorId !== null || isRule ? [] : [`${occurredAt} ${kind} ${id}`];
    })
    .sort();
}

/** Levels that acted, and when they were due. */
function levelsIn(log: readonly TicketEvent[]): string[] {
  return log.flatMap((event) =>
    event.kind === 'escalated' ? [`${event.occurredAt} level ${event.body.level} of ${event.body.clockId}`] : [],
  );
}

/** A level that found nobody, or its own target: it comes to something else where a higher one overtook it. */
function isUnmoved(log: readonly TicketEvent[]): boolean {
  return log.some((event) => event.kind === 'escalation_skipped' && event.body.why !== 'overtaken');
}

function standingOf({ state: { status, assigneeId, escalation } }: Desk): object {
  return { status, assigneeId, level: escalation.level, at: escalation.at };
}

/** Without levels by a reminder: which was the first that was sent depends on who was awake (SLA 8). */
function withoutReminderRule(): ConfigSnapshot {
  const config = busyCentre();
  for (const { id, trigger, ...value } of config.currentRules(city))
    if (trigger.kind === 'reminder')
      config.apply({ kind: 'rule_published', value: { ...value, trigger, id: `${id} set aside`, active: false } });
  return config;
}

describe('the planner: no instant missed or doubled for random histories, whatever the wake-up pattern', () => {
  test(
    'asleep for days or woken at random, a desk comes to what one comes to that is awake at every instant',
    { timeout },
    () => {
      const config = withoutReminderRule();
      // What an organization's levels came to is forgotten where a ticket is moved: one that was overtaken may act there.
      const staying = acts.filter((act) => act([], config).kind !== 'moved');
      fc.assert(
        fc.property(someHistory(staying), (history) => {
          const asleep = live(history, config, false);
          const awake = live(history, config, true);
          fc.pre(!isUnmoved(asleep.log) && !isUnmoved(awake.log));
          // SLA 11: of what is due together the newest is sent and the highest acts; the instants are the same all the same.
          expect(countedIn(asleep.log)).toEqual(countedIn(awake.log));
          const acted = levelsIn(awake.log);
          expect(levelsIn(asleep.log).filter((level) => !acted.includes(level))).toEqual([]);
          const { clocks } = asleep.state;
          expect(standingOf(asleep)).toEqual(standingOf(awake));
          for (const target of targets) expect(clocks[target].kind).toBe(awake.state.clocks[target].kind);
        }),
        { numRuns },
      );
    },
  );

  test(
    'nothing that came due is left, nothing is done at a time that had not come, and nothing is done twice',
    { timeout },
    () => {
      const config = busyCentre();
      fc.assert(
        fc.property(someHistory(acts), (history) => {
          const desk = live(history, config, false);
          // These histories resolve more than once with one instant of closing, which then is worked off already.
          const left = countedMoments(desk.state, config).filter(
            ({ kind, at }) => at <= desk.nowAt && kind !== 'silence',
          );
          expect(left).toEqual([]);
          const ids = desk.log.map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          const early = desk.log.filter(({ body, occurredAt }) => 'noticedAt' in body && body.noticedAt < occurredAt);
          expect(early).toEqual([]);
          expect(
            desk.state.overtaken.filter((id) => desk.log.some((event) => event.id === id && event.actorId === null)),
          ).toEqual([]);
        }),
        { numRuns },
      );
    },
  );
});
