import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileCalendar } from '../../../src/main/domain/calendar/compile-calendar.ts';
import type { ConfigSnapshot } from '../../../src/main/domain/config/config-snapshot.ts';
import { explain } from '../../../src/main/domain/explain/explain.ts';
import { shortened, MOST_ROWS } from '../../../src/main/domain/explain/stretch-rows.ts';
import { stretchesOf, sumsOf } from '../../../src/main/domain/explain/stretches.ts';
import { whyLost } from '../../../src/main/domain/explain/why-lost.ts';
import { instantWhenUsed, usedBetween, withStop } from '../../../src/main/domain/sla/running-time.ts';
import { matchPolicy } from '../../../src/main/domain/sla/policy-match.ts';
import type { TicketEvent } from '../../../src/main/domain/ticket/events.ts';
import type { Stop } from '../../../src/main/domain/ticket/state.ts';
import type { Stretch, TargetPart } from '../../../src/preload/contract/explain-clocks.ts';
import { derivation, type Derived } from '../../../src/preload/contract/explain.ts';
import { acts } from '../../support/acts.ts';
import { calendar, centre, city, creation, Desk, HOUR, people, policy, rule, T0, uid } from '../../support/centre.ts';
import { calendarAround, oddZones } from '../calendar/random-calendars.ts';

const isFull = process.env['WATCHKEEPER_FULL'] === '1';
const numRuns = isFull ? 3_000 : 120;
const timeout = 600_000;

const DAY = 24 * HOUR;
const pauses = fc.array(
  fc.record({ from: fc.integer({ min: -DAY, max: 40 * DAY }), length: fc.integer({ min: 0, max: 6 * DAY }) }),
  { maxLength: 6 },
);
const someTime = fc
  .tuple(fc.constantFrom(...oddZones), fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2028, 0) }))
  .chain(([zone, startAt]) =>
    fc.record({
      hours: calendarAround(zone, startAt, 30),
      startAt: fc.constant(startAt),
      stops: pauses.map((list) =>
        list.reduce<readonly Stop[]>(
          (stops, { from, length }) =>
            withStop(stops, {
              fromAt: startAt + from,
              untilAt: startAt + from + length,
              affects: ['resolution'],
              why: 'status',
            }),
          [],
        ),
      ),
      grantedMs: fc.integer({ min: 0, max: 300 * HOUR }),
    }),
  );

function total(rows: readonly Stretch[]): number {
  return rows.reduce((ms, row) => {
    if (row.kind === 'clock_change') return ms;
    if (row.kind === 'run') return ms + row.openMs + row.closedMs;
    return row.kind === 'summed' ? ms + row.openMs + row.closedMs + row.pausedMs : ms + row.ms;
  }, 0);
}

describe('the stretches of a clock', () => {
  test(
    'lead exactly to its deadline: what is counted is what was granted, and all of them are the time that passed',
    { timeout },
    () => {
      fc.assert(
        fc.property(someTime, ({ hours, startAt, stops, grantedMs }) => {
          const open = compileCalendar(hours);
          const dueAt = instantWhenUsed(grantedMs, startAt, stops, open);
          fc.pre(dueAt !== null && dueAt - startAt < 4000 * HOUR);
          const stretches = [...stretchesOf({ startAt, stops, open }, dueAt)];
          const { openMs, closedMs, pausedMs, pausedOpenMs } = sumsOf(stretches);
          expect(openMs).toBe(grantedMs);
          expect(openMs).toBe(usedBetween(startAt, dueAt, stops, open));
          expect(openMs + pausedOpenMs).toBe(open.between(startAt, dueAt));
          expect(openMs + closedMs + pausedMs).toBe(dueAt - startAt);

          // Each begins where the one before ends, the first at the start and the last at the deadline.
          const ends = stretches.map((each) =>
            each.kind === 'clock_change' ? [each.at, each.at] : [each.fromAt, each.untilAt],
          );
          expect(ends.map(([fromAt]) => fromAt)).toEqual([startAt, ...ends.map(([, untilAt]) => untilAt)].slice(0, -1));
          expect(ends.at(-1)?.[1] ?? startAt).toBe(dueAt);
        }),
        { numRuns },
      );
    },
  );

  test('add up to the same when a long list is shortened', { timeout }, () => {
    fc.assert(
      fc.property(someTime, fc.integer({ min: 1, max: 4000 * HOUR }), ({ hours, startAt, stops }, elapsedMs) => {
        const open = compileCalendar(hours);
        const rows = [...stretchesOf({ startAt, stops, open }, startAt + elapsedMs)].map((raw): Stretch => {
          if (raw.kind === 'clock_change') return raw;
          const ms = raw.untilAt - raw.fromAt;
          if (raw.kind !== 'pause') return { ...raw, ms, days: [] };
          const { fromAt, untilAt, openMs } = raw;
          return { kind: 'pause', fromAt, untilAt, ms, openMs, why: 'status', status: 'pending' };
        });
        const short = shortened(rows);
        expect(short.length).toBeLessThanOrEqual(Math.min(rows.length, MOST_ROWS));
        expect(total(short)).toBe(elapsedMs);
      }),
      { numRuns },
    );
  });
});

const named = <T extends string>(...values: T[]) => fc.constantFrom(null, null, ...values);
const somePolicies = fc
  .array(
    fc.record({
      match: fc.record({
        kind: named('complaint', 'inquiry'),
        category: named('roads', 'water'),
        severity: named('medium', 'high'),
        priority: named('medium', 'low'),
      }),
      active: fc.boolean(),
      publishedAt: fc.constantFrom(T0 - 3 * HOUR, T0 - 2 * HOUR, T0),
    }),
    { maxLength: 7 },
  )
  .map((list) => list.map((parts, n) => policy(21 + n, parts)));

test('every policy but the one that decides has lost for a reason, and the one that decides for none', () => {
  fc.assert(
    fc.property(somePolicies, (policies) => {
      const config = centre({ policies, rules: [] });
      const organization = config.organization(city);
      if (organization === undefined) throw new Error('no city');
      const ticket = { kind: 'complaint', category: 'roads', severity: 'medium', priority: 'medium' } as const;
      const winner = matchPolicy(ticket, organization, config);
      const others = policies.filter(({ id }) => id !== winner.id);
      const reasons = others.map((other) => whyLost({ policy: other, winner, ticket, matchedAt: T0 }).why);
      for (const why of reasons) expect(['newer_version', 'published_later', 'not_known_then']).not.toContain(why);
      // The other way round, of those that fit it is the winner that ought to have been taken.
      const rivals = others.filter((_, n) => !['inactive', 'condition'].includes(reasons[n] ?? ''));
      for (const rival of rivals)
        expect(whyLost({ policy: winner, winner: rival, ticket, matchedAt: T0 }).why).toBe('not_known_then');
    }),
    { numRuns: isFull ? 5_000 : 500 },
  );
});

/** All that can happen to a ticket: three targets in office hours, reminders, levels by every trigger, explanations. */
function everything(): ConfigSnapshot {
  return centre({
    calendars: [calendar(51)],
    explanation: { calendarId: null },
    policies: [
      policy(21, {
        calendarId: uid(551),
        targetSeconds: { response: 4 * 3600, next_response: 3 * 3600, resolution: 30 * 3600 },
        remindersBeforeSeconds: [20 * 3600, 4 * 3600],
        highestLevel: 4,
      }),
      policy(22, {
        match: { kind: null, category: null, severity: 'critical', priority: null },
        targetSeconds: { response: 1800, next_response: null, resolution: 4 * 3600 },
        remindersBeforeSeconds: [3600],
        reopening: 'new_cycle',
        pausesAffect: ['response', 'resolution'],
      }),
    ],
    rules: [
      rule(31),
      rule(32, {
        level: 2,
        trigger: { kind: 'reminder', hours: 6, elapsed: false },
        target: { kind: 'role', role: 'hospital_admin' },
      }),
      rule(33, {
        level: 3,
        trigger: { kind: 'response_breach', hours: 30, elapsed: true },
        target: { kind: 'role', role: 'ceo' },
      }),
      rule(34, {
        level: 4,
        trigger: { kind: 'creation' },
        conditions: { kind: null, category: null, severity: 'critical', priority: null },
        target: { kind: 'role', role: 'px_admin' },
      }),
      rule(35, { level: 5, target: { kind: 'user', userId: people.otherAgent } }),
      rule(36, { level: 2, active: false }),
    ],
  });
}
const config = everything();

const someLife = fc.array(
  fc.record({ minutes: fc.integer({ min: 0, max: 2000 }), act: fc.constantFrom(...acts), wakes: fc.boolean() }),
  { maxLength: 12 },
);

function live(life: typeof someLife extends fc.Arbitrary<infer T> ? T : never): Desk {
  const desk = new Desk(config);
  desk.does(creation());
  for (const { minutes, act, wakes } of life) {
    const untilAt = desk.nowAt + minutes * 60_000;
    if (wakes) desk.awakeUntil(untilAt);
    desk.at(untilAt).does(act(desk.log, config));
  }
  return desk;
}

/** Sums that do not add up. */
function wrongSums({ clock, none, reckoning }: TargetPart): string[] {
  if ((none === null) === (clock.kind === 'none')) return ['a reason and a clock'];
  if (reckoning === null) return [];
  const { elapsedMs, countedMs, closedMs, pausedMs, grantedMs, usedMs, leftMs } = reckoning;
  const sums: readonly [string, boolean][] = [
    ['elapsed', countedMs + closedMs + pausedMs === elapsedMs],
    ['granted', usedMs + leftMs === grantedMs && leftMs >= 0],
    ['left while it stands still', clock.kind !== 'paused' || leftMs === clock.remainingMs],
    ['counted to the deadline', clock.kind !== 'running' || countedMs === grantedMs],
  ];
  return sums.flatMap(([name, isRight]) => (isRight ? [] : [name]));
}

/** Levels, warnings and reminders that are said to come, as `what at`. */
function foretoldIn({ rules, tellings }: Derived): string[] {
  const levels = rules.flatMap(({ level, standing }) =>
    standing.kind === 'will' && standing.outcome === 'fires' ? [`level ${level} ${standing.at}`] : [],
  );
  const told = tellings.flatMap(({ kind, at, standing }) =>
    standing.kind === 'will_come' ? [`${kind} ${at} ${standing.outcome}`] : [],
  );
  return [...levels, ...told];
}

function asForetold(event: TicketEvent): string[] {
  switch (event.kind) {
    case 'escalated':
      return [`level ${event.body.level} ${event.occurredAt}`];
    case 'warned':
      return [`warning ${event.occurredAt} ${event.body.outcome}`];
    case 'reminded':
      return [`reminder ${event.occurredAt} ${event.body.outcome}`];
    default:
      return [];
  }
}

const sorted = (list: string[]) => list.sort((a, b) => (a < b ? -1 : 1));

describe('of any ticket, however it has lived', () => {
  test(
    'everything can be told, in the form of the contract, and what will come is what then comes',
    { timeout },
    () => {
      fc.assert(
        fc.property(someLife, (life) => {
          const desk = live(life);
          const told = derivation.parse(explain(desk.state, desk.log, config, desk.nowAt));
          expect(told.kind === 'excluded').toBe(desk.state.sensitive);
          fc.pre(told.kind === 'derived');
          expect(JSON.stringify(told)).not.toContain('not_foreseen');
          for (const part of told.targets) expect(wrongSums(part)).toEqual([]);

          const known = new Set(desk.log.map(({ id }) => id));
          desk.awakeUntil(desk.nowAt + 4000 * HOUR);
          const came = desk.log.filter(({ id }) => !known.has(id));
          expect(sorted(foretoldIn(told))).toEqual(sorted(came.flatMap(asForetold)));
        }),
        { numRuns: isFull ? 3_000 : 200 },
      );
    },
  );
});
