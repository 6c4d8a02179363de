import { describe, expect, test } from 'vitest';
import type { HumanEvent } from '../../../src/main/domain/ticket/events.ts';
import {
  any,
  centre,
  city,
  cityTeam,
  climbed,
  deskWithTicket,
  hospital,
  HOUR,
  missed,
  people,
  policy,
  rule,
  seedBMatrix,
  T0,
  told,
  wardTeam,
} from '../../support/centre.ts';

const seconds = (resolution: number) => ({ response: null, next_response: null, resolution: resolution * 3600 });
const general = policy(21, { targetSeconds: seconds(48), warnPercent: 0 });
const short = (n: number, match: Partial<typeof any>) =>
  policy(n, { match: { ...any, ...match }, targetSeconds: seconds(24), warnPercent: 0 });
const toHospital: HumanEvent = {
  kind: 'moved',
  body: { organizationId: hospital, teamId: wardTeam, assigneeId: people.agent },
};
const patch = (fields: object): HumanEvent => ({ kind: 'ticket_updated', body: { patch: fields } });

/** What may change on the way, and the policy of 24 h that then fits. */
const changes: readonly (readonly [string, ReturnType<typeof policy>, HumanEvent])[] = [
  ['kind', short(22, { kind: 'inquiry' }), patch({ kind: 'inquiry' })],
  ['category', short(22, { category: 'water' }), patch({ category: 'water' })],
  ['severity', short(22, { severity: 'high' }), patch({ severity: 'high' })],
  ['priority', short(22, { priority: 'high' }), patch({ priority: 'high' })],
  ['organization', { ...short(22, {}), organizationId: hospital }, toHospital],
];

describe.each(changes)('another %s (SLA 6)', (_name, policyThen, change) => {
  const desk = () => deskWithTicket(centre({ policies: [general, policyThen], rules: [] }));

  test('matches again, and time already used counts', () => {
    const ticket = desk();
    ticket.at(T0 + 10 * HOUR).does(change);
    expect(ticket.kinds().slice(-2)).toEqual([change.kind, 'policy_matched']);
    expect(ticket.state.clocks.resolution).toEqual({ kind: 'running', dueAt: T0 + 24 * HOUR });
  });

  test('a deadline that would then lie in the past breaches at the change', () => {
    const ticket = desk();
    ticket.at(T0 + 30 * HOUR).does(change);
    expect(missed(ticket)).toEqual([['resolution', 30]]);
  });

  test('what has happened stays: a breach, and when it was', () => {
    const ticket = desk();
    ticket.awakeUntil(T0 + 50 * HOUR).does(change);
    expect(ticket.state.clocks.resolution).toMatchObject({ kind: 'breached', dueAt: T0 + 48 * HOUR });
    expect(missed(ticket)).toEqual([['resolution', 48]]);
  });

  test('time in which the clock stood still does not count as used', () => {
    const ticket = desk();
    ticket.at(T0 + 5 * HOUR).status('pending');
    ticket.at(T0 + 15 * HOUR).status('open');
    ticket.at(T0 + 20 * HOUR).does(change);
    expect(ticket.state.clocks.resolution).toEqual({ kind: 'running', dueAt: T0 + 34 * HOUR });
  });
});

describe('what was promised before the deadline', () => {
  const reminding = (n: number, match: Partial<typeof any>, hours: number, before: number[]) =>
    policy(n, {
      match: { ...any, ...match },
      targetSeconds: seconds(hours),
      remindersBeforeSeconds: before.map((each) => each * 3600),
    });
  const desk = () =>
    deskWithTicket(
      centre({
        policies: [reminding(21, {}, 48, [24, 6]), reminding(22, { severity: 'high' }, 24, [12, 4])],
        rules: [],
      }),
    );
  const toHigh = patch({ severity: 'high' });

  test('moves with it: what was not sent yet comes at its new instant', () => {
    const ticket = desk();
    ticket.at(T0 + 10 * HOUR).does(toHigh);
    expect(told(ticket.awakeUntil(T0 + 24 * HOUR))).toEqual([
      ['reminder 1', 12, 'sent'],
      ['warning resolution', 18, 'sent'],
      ['reminder 2', 20, 'sent'],
    ]);
  });

  test('comes at the change where that has passed, and of several reminders only the latest is sent', () => {
    const ticket = desk();
    ticket.at(T0 + 21 * HOUR).does(toHigh);
    expect(told(ticket)).toEqual([
      ['warning resolution', 21, 'sent'],
      ['reminder 1', 21, 'missed'],
      ['reminder 2', 21, 'sent'],
    ]);
  });

  test('is not sent again where it was sent', () => {
    const ticket = desk();
    ticket.awakeUntil(T0 + 25 * HOUR).does(patch({ kind: 'inquiry' }));
    expect(told(ticket)).toEqual([['reminder 1', 24, 'sent']]);
    const longer = deskWithTicket(
      centre({
        policies: [reminding(21, {}, 48, [24, 6]), reminding(22, { severity: 'low' }, 72, [36, 12])],
        rules: [],
      }),
    );
    longer.awakeUntil(T0 + 25 * HOUR).does(patch({ severity: 'low' }));
    expect(told(longer.awakeUntil(T0 + 61 * HOUR)).map(([what, at]) => [what, at])).toEqual([
      ['reminder 1', 24],
      ['warning resolution', 54],
      ['reminder 2', 60],
    ]);
  });

  test('a deadline that the change puts into the past is told as a breach and nothing else', () => {
    const ticket = desk();
    ticket.at(T0 + 24 * HOUR).does({ kind: 'noted', body: { text: 'x' } });
    ticket.at(T0 + 30 * HOUR).does(toHigh);
    expect(missed(ticket)).toEqual([['resolution', 30]]);
    expect(told(ticket)).toEqual([['reminder 1', 24, 'sent']]);
  });
});

describe('handed to another organization', () => {
  const config = () =>
    centre({ policies: [general, { ...short(22, {}), organizationId: hospital }], rules: [rule(31), ...seedBMatrix] });

  test('its rules, its team and its levels count from then on', () => {
    const ticket = deskWithTicket(config());
    ticket.awakeUntil(T0 + 50 * HOUR);
    expect(ticket.state).toMatchObject({ status: 'escalated', escalation: { level: 1 } });
    ticket.does(toHospital, { actorId: people.ceo });
    // The breach of before still stands: the level 1 of the hospital acts at once, its level 3 after 24 h.
    expect(ticket.state).toMatchObject({ organizationId: hospital, teamId: wardTeam, escalation: { level: 1 } });
    ticket.awakeUntil(T0 + 100 * HOUR);
    expect(climbed(ticket)).toEqual([
      [1, 48, people.manager],
      [1, 50, people.manager],
      [3, 72, people.ceo],
    ]);
  });

  test('a level of the organization before says nothing there', () => {
    const ticket = deskWithTicket(centre({ policies: [general], rules: [rule(31)] }));
    ticket.awakeUntil(T0 + 50 * HOUR).does(toHospital, { actorId: people.ceo });
    expect(ticket.state).toMatchObject({ status: 'in_progress', escalation: { level: 0, at: null } });
  });

  test('an undo takes it back', () => {
    const ticket = deskWithTicket(config());
    const moved = ticket.does(toHospital);
    ticket.does({ kind: 'voided', body: { eventId: moved } });
    expect(ticket.state).toMatchObject({ organizationId: city, teamId: cityTeam });
    expect(ticket.state.clocks.resolution).toEqual({ kind: 'running', dueAt: T0 + 48 * HOUR });
  });
});

describe('turned sensitive and back (SLA 10)', () => {
  test('a new cycle begins: deadlines, warnings and reminders from the start', () => {
    const parts = { targetSeconds: seconds(24), remindersBeforeSeconds: [12 * 3600] };
    const ticket = deskWithTicket(centre({ policies: [policy(21, parts)], rules: [rule(31)] }), { assigneeId: null });
    ticket.awakeUntil(T0 + 30 * HOUR);
    expect(ticket.state.escalation.level).toBe(1);
    ticket.does({ kind: 'marked_sensitive', body: {} });
    ticket.does({ kind: 'assigned', body: { assigneeId: null, teamId: cityTeam } });
    expect(ticket.wakesAt(T0 + 90 * HOUR).last).toMatchObject({ added: [], nextAt: null, notices: [] });
    ticket
      .at(T0 + 100 * HOUR)
      .does({ kind: 'unmarked_sensitive', body: { reason: 'mistake' } }, { actorId: people.clearedSupervisor });
    ticket.awakeUntil(T0 + 200 * HOUR);
    expect(told(ticket).map(([what, at]) => [what, at])).toEqual([
      ['reminder 1', 12],
      ['warning resolution', 18],
      ['reminder 1', 112],
      ['warning resolution', 118],
    ]);
    expect(missed(ticket).map(([, at]) => at)).toEqual([24, 124]);
    expect(climbed(ticket).map(([level, at]) => [level, at])).toEqual([
      [1, 24],
      [1, 124],
    ]);
  });

  test('a message that still waits has waited since then', () => {
    const next = { response: null, next_response: 3600, resolution: null };
    const ticket = deskWithTicket(centre({ policies: [policy(21, { targetSeconds: next })], rules: [] }));
    ticket.does({ kind: 'contact_wrote', body: { text: 'And?' } });
    ticket.does({ kind: 'marked_sensitive', body: {} });
    ticket
      .at(T0 + 50 * HOUR)
      .does({ kind: 'unmarked_sensitive', body: { reason: 'mistake' } }, { actorId: people.clearedSupervisor });
    expect(ticket.state.clocks.next_response).toEqual({ kind: 'running', dueAt: T0 + 51 * HOUR });
  });
});
