import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HumanEvent } from '../../../src/main/domain/ticket/events.ts';
import { whatPeopleDid } from '../../../src/main/domain/whatif/what-people-did.ts';
import {
  any,
  busyCentre,
  calendar,
  centre,
  creation,
  Desk,
  HOUR,
  people,
  policy,
  rule,
  seedBMatrix,
  seedBPolicy,
  T0,
  uid,
  wardTeam,
  hospital,
} from '../../support/centre.ts';
import { awakeDesk, doingsOf, hoursOf, replayed } from '../../support/whatif.ts';

const status = (to: 'open' | 'in_progress' | 'pending' | 'resolved' | 'closed'): HumanEvent => ({
  kind: 'status_changed',
  body: { status: to, reason: '', disposition: null },
});
const note: HumanEvent = { kind: 'noted', body: { text: 'n' } };
const reply: HumanEvent = { kind: 'replied', body: { text: 'r' } };
const contactWrote: HumanEvent = { kind: 'contact_wrote', body: { text: 'c' } };

const someAct: fc.Arbitrary<HumanEvent> = fc.oneof(
  fc.constantFrom('open', 'in_progress', 'pending', 'resolved', 'closed').map(status),
  fc
    .constantFrom('low', 'medium', 'critical')
    .map((severity): HumanEvent => ({ kind: 'ticket_updated', body: { patch: { severity } } })),
  fc
    .constantFrom(people.agent, people.otherAgent, null)
    .map((assigneeId): HumanEvent => ({ kind: 'assigned', body: { assigneeId, teamId: uid(11) } })),
  fc.constantFrom<HumanEvent>(
    note,
    reply,
    contactWrote,
    { kind: 'ticket_updated', body: { patch: { subject: 's' } } },
    { kind: 'marked_sensitive', body: {} },
    { kind: 'unmarked_sensitive', body: { reason: 'x' } },
    { kind: 'acknowledged', body: { untilAt: T0 + 40 * HOUR } },
    { kind: 'stepped_down', body: { reason: 'x' } },
  ),
);

const someLife = fc.array(
  fc.record({ minutes: fc.integer({ min: 1, max: 1200 }), act: someAct, undone: fc.nat({ max: 9 }) }),
  { maxLength: 12 },
);
type Life = typeof someLife extends fc.Arbitrary<infer T> ? T : never;

const answers = new Set(['acknowledged', 'stepped_down']);

/** Reminders, three levels, a calendar, and a policy that starts new cycles. */
const fullCentre = centre({
  calendars: [calendar(81)],
  policies: [
    policy(21, { calendarId: calendar(81).calendarId, remindersBeforeSeconds: [4 * 3600, 3600] }),
    policy(22, {
      match: { ...any, severity: 'critical' },
      targetSeconds: { response: 1800, next_response: 3600, resolution: 4 * 3600 },
      remindersBeforeSeconds: [7200],
      reopening: 'new_cycle',
      firstMoveIsResponse: true,
    }),
  ],
  rules: [
    rule(31),
    rule(32, {
      level: 2,
      trigger: { kind: 'reminder', hours: 2, elapsed: false },
      target: { kind: 'role', role: 'hospital_admin' },
    }),
    rule(33, {
      level: 3,
      trigger: { kind: 'resolution_breach', hours: 30, elapsed: true },
      target: { kind: 'role', role: 'ceo' },
    }),
    rule(34, { level: 1, trigger: { kind: 'creation' }, conditions: { ...any, severity: 'critical' } }),
  ],
});

/** A desk awake at every instant, whose people acknowledge and step down only what has escalated. */
function lived(life: Life, config: typeof fullCentre): { desk: Desk; untilAt: number } {
  const desk = new Desk(config);
  desk.does(creation());
  for (const { minutes, act } of life) {
    const at = desk.nowAt + minutes * 60_000;
    desk.awakeUntil(at - 1).at(at);
    if (!answers.has(act.kind) || desk.state.escalation.level > 0) desk.does(act);
  }
  const untilAt = desk.nowAt + 500 * HOUR;
  desk.awakeUntil(untilAt);
  return { desk, untilAt };
}

describe('a replay', () => {
  for (const [name, config] of [
    ['plain', busyCentre()],
    ['with calendar, reminders and new cycles', fullCentre],
  ] as const) {
    test(`comes to what a desk did that was awake at every instant: ${name}`, () => {
      fc.assert(
        fc.property(someLife, (life) => {
          const { desk, untilAt } = lived(life, config);
          const { state, did } = replayed(desk.log, config, untilAt);
          expect(did).toEqual(doingsOf(desk));
          const { clocks, status: ended, escalation, assigneeId, policyVersionId } = desk.state;
          expect(state).toMatchObject({ status: ended, assigneeId, policyVersionId });
          expect(state?.escalation.level).toBe(escalation.level);
          expect(state?.clocks.resolution.kind).toBe(clocks.resolution.kind);
          expect(state?.clocks.response).toEqual(clocks.response);
        }),
        { numRuns: 150 },
      );
    });
  }

  test('leaves out what was undone, as if it had not been', () => {
    fc.assert(
      fc.property(someLife, (life) => {
        const desk = new Desk(fullCentre);
        desk.does(creation());
        const undone: string[] = [];
        const kept: [number, HumanEvent][] = [[0, creation()]];
        for (const { minutes, act, undone: chance } of life) {
          desk.at(desk.nowAt + minutes * 60_000);
          if (answers.has(act.kind)) continue;
          const id = desk.does(act);
          if (chance === 0) undone.push(id);
          else kept.push([(desk.nowAt - T0) / HOUR, act]);
        }
        for (const eventId of undone) desk.does({ kind: 'voided', body: { eventId } });
        const untilAt = desk.nowAt + 100 * HOUR;
        const without = awakeDesk(fullCentre, kept).awakeUntil(untilAt);
        expect(replayed(desk.log, fullCentre, untilAt).did).toEqual(doingsOf(without));
      }),
      { numRuns: 80 },
    );
  });

  test('needs nothing of what the engine once did', () => {
    const desk = awakeDesk(centre(), [
      [0, creation()],
      [5, note],
      [30, status('resolved')],
    ]);
    const did = whatPeopleDid(desk.log, T0 + 100 * HOUR);
    expect(desk.kinds()).toContain('escalated');
    expect(did.map(({ kind }) => kind)).toEqual(['ticket_created', 'noted', 'status_changed']);
  });

  test('takes what people did in the order in which it happened, whatever desks learnt first', () => {
    const desk = new Desk(centre());
    desk.does(creation());
    desk.at(T0 + 10 * HOUR).does(status('resolved'));
    desk.does(reply, { occurredAt: T0 + 2 * HOUR });
    expect(whatPeopleDid(desk.log, T0 + 20 * HOUR).map(({ kind }) => kind)).toEqual([
      'ticket_created',
      'replied',
      'status_changed',
    ]);
    const { state } = replayed(desk.log, centre(), T0 + 20 * HOUR);
    expect(state?.clocks.response).toMatchObject({ kind: 'met', metAt: T0 + 2 * HOUR });
  });

  test('ends with its period: what came later is not there yet', () => {
    const desk = awakeDesk(centre(), [
      [0, creation()],
      [30, status('resolved')],
    ]);
    const { state, did } = replayed(desk.log, centre(), T0 + 29 * HOUR);
    expect(state?.status).toBe('escalated');
    expect(did.at(-1)?.kind).toBe('escalated');
    expect(replayed(desk.log, centre(), T0 - 1).state).toBeNull();
  });

  test('acts by rules that were published afterwards, as if they had always been there', () => {
    const desk = awakeDesk(centre({ rules: [] }), [
      [0, creation()],
      [30, status('resolved')],
    ]);
    const later = centre({ rules: [rule(31, { publishedAt: T0 + 5000 * HOUR })] });
    expect(replayed(desk.log, later, T0 + 40 * HOUR).did).toContainEqual({
      kind: 'escalated',
      occurredAt: T0 + 24 * HOUR,
      detail: [1, people.manager],
    });
  });

  test('counts an imported past like any other: its lateness was history only to the import', () => {
    const desk = new Desk(centre());
    const past = creation({ historyUntil: T0 + 4000 * HOUR, batchId: uid(77) });
    desk.at(T0 + 4000 * HOUR).does(past, { occurredAt: T0 });
    expect(doingsOf(desk).map(({ kind }) => kind)).not.toContain('escalated');
    const kinds = replayed(desk.log, centre(), T0 + 4000 * HOUR).did.map(({ kind }) => kind);
    expect(kinds).toContain('warned');
    expect(kinds).toContain('escalated');
  });

  test('an acknowledgement of an escalation that does not come holds nothing back', () => {
    const acts = [
      [0, creation()],
      [25, { kind: 'acknowledged', body: { untilAt: T0 + 90 * HOUR } }],
    ] as const;
    const desk = awakeDesk(centre(), acts).awakeUntil(T0 + 95 * HOUR);
    const longer = centre({
      policies: [policy(21, { targetSeconds: { response: null, next_response: null, resolution: 30 * 3600 } })],
    });
    expect(hoursOf(doingsOf(desk)).find(([kind]) => kind === 'escalated')?.[1]).toBe(24);
    expect(hoursOf(replayed(desk.log, longer, T0 + 95 * HOUR).did).filter(([kind]) => kind === 'escalated')).toEqual([
      ['escalated', 30, [1, people.manager]],
    ]);
  });

  test('an escalation by hand is what a person did, also where another policy has begun another cycle', () => {
    const desk = awakeDesk(centre(), [
      [0, creation()],
      [1, status('resolved')],
      [2, status('in_progress')],
    ]);
    desk.at(T0 + 3 * HOUR).does({
      kind: 'escalated',
      body: {
        clockId: desk.state.cycle.id,
        level: 1,
        ruleVersionId: null,
        trigger: 'by_hand',
        targetUserId: people.supervisor,
        formerAssigneeId: people.agent,
        reason: 'asked for',
        noticedAt: T0 + 3 * HOUR,
      },
    } as unknown as HumanEvent);
    const anew = centre({ policies: [policy(21, { reopening: 'new_cycle' })], rules: [] });
    const { state } = replayed(desk.log, anew, T0 + 4 * HOUR);
    expect(state).toMatchObject({ assigneeId: people.supervisor, escalation: { level: 1 } });
  });

  test("of seed B's matrix: a note after the reminder turns level 2 into level 1 at the deadline", () => {
    const config = centre({ policies: [seedBPolicy(51, 48, [24, 6])], rules: [...seedBMatrix] });
    const ward = creation({ organizationId: hospital, teamId: wardTeam });
    const quiet = awakeDesk(config, [[0, ward]]).awakeUntil(T0 + 80 * HOUR);
    const noted = awakeDesk(config, [
      [0, ward],
      [26, note],
    ]).awakeUntil(T0 + 80 * HOUR);
    const levels = (desk: Desk) =>
      hoursOf(replayed(desk.log, config, T0 + 80 * HOUR).did).flatMap(([kind, at, detail]) =>
        kind === 'escalated' ? [[at, (detail as unknown[])[0]]] : [],
      );
    expect(levels(quiet)).toEqual([
      [36, 2],
      [72, 3],
    ]);
    expect(levels(noted)).toEqual([
      [48, 1],
      [72, 3],
    ]);
  });

  test('tells each person once in an instant, as a desk does', () => {
    const desk = awakeDesk(centre(), [[0, creation()]]).awakeUntil(T0 + 24 * HOUR);
    const { told } = replayed(desk.log, centre(), T0 + 24 * HOUR);
    const atDeadline = told.filter(([at]) => at === T0 + 24 * HOUR);
    expect(atDeadline).toEqual([
      [T0 + 24 * HOUR, people.manager, 'escalation'],
      [T0 + 24 * HOUR, people.agent, 'escalation_former'],
    ]);
  });
});
