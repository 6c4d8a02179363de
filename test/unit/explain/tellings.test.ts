import { describe, expect, test } from 'vitest';
import type { PolicyVersion } from '../../../src/main/domain/config/config.ts';
import { centre, deskWithTicket, HOUR, people, policy, T0 } from '../../support/centre.ts';
import { derivedOf, reminderOf, warningOf } from '../../support/derived.ts';

const within = (resolution: number) => ({ response: null, next_response: null, resolution: resolution * 3600 });
const before = (...list: number[]) => list.map((each) => each * 3600);
const plain = { targetSeconds: within(48), remindersBeforeSeconds: before(24, 6) };

function ticket(parts: Partial<PolicyVersion> = {}, fields: Parameters<typeof deskWithTicket>[1] = {}) {
  const config = centre({ policies: [policy(21, { ...plain, ...parts })], rules: [] });
  return { config, desk: deskWithTicket(config, fields) };
}

describe('a reminder', () => {
  test('that was sent says when, when it was noticed, and to whom', () => {
    const { config, desk } = ticket();
    expect(reminderOf(derivedOf(desk.awakeUntil(T0 + 30 * HOUR), config), 1)).toMatchObject({
      at: T0 + 24 * HOUR,
      beforeMs: 24 * HOUR,
      standing: { kind: 'sent', noticedAt: T0 + 24 * HOUR, to: [people.agent] },
    });
  });

  test('that will come says when and to whom, if nothing changes', () => {
    const { config, desk } = ticket();
    expect(reminderOf(derivedOf(desk, config), 2)).toMatchObject({
      at: T0 + 42 * HOUR,
      standing: { kind: 'will_come', outcome: 'sent', to: [people.agent], isDue: false },
    });
  });

  test('that will find nobody says so before it is due', () => {
    const config = centre({ policies: [policy(21, plain)], rules: [], managerId: null });
    const derived = derivedOf(deskWithTicket(config, { assigneeId: null }), config);
    expect(reminderOf(derived, 1).standing).toMatchObject({ kind: 'will_come', outcome: 'nobody', to: [] });
    expect(derived.changes).toContainEqual({ code: 'name_recipient' });
  });

  test('that was missed says what was due in the same look', () => {
    const { config, desk } = ticket();
    const derived = derivedOf(desk.wakesAt(T0 + 44 * HOUR), config);
    expect(reminderOf(derived, 1).standing).toMatchObject({
      kind: 'missed',
      noticedAt: T0 + 44 * HOUR,
      behind: { kind: 'reminder', at: T0 + 42 * HOUR },
    });
    expect(warningOf(derived, 'resolution').standing).toMatchObject({ kind: 'missed', behind: { kind: 'reminder' } });
    expect(reminderOf(derived, 2).standing).toMatchObject({ kind: 'sent', noticedAt: T0 + 44 * HOUR });
  });

  test('whose instant lies before the creation is due at creation, and of several only the latest is sent', () => {
    const { config, desk } = ticket({ targetSeconds: within(5) });
    const derived = derivedOf(desk, config);
    expect(reminderOf(derived, 1)).toMatchObject({
      at: T0,
      standing: { kind: 'missed', behind: { kind: 'reminder', at: T0 } },
    });
    expect(reminderOf(derived, 2)).toMatchObject({
      at: T0,
      beforeMs: 6 * HOUR,
      moved: 'start',
      standing: { kind: 'sent' },
    });
  });

  test('that another policy puts into the past is due at its match, and one that was sent is told as it was asked for then', () => {
    const critical = { kind: null, category: null, severity: 'critical', priority: null } as const;
    const config = centre({
      policies: [
        policy(21, plain),
        policy(22, {
          match: critical,
          targetSeconds: within(40),
          remindersBeforeSeconds: before(30, 20),
          warnPercent: 50,
        }),
      ],
      rules: [],
    });
    const desk = deskWithTicket(config).awakeUntil(T0 + 25 * HOUR);
    desk.does({ kind: 'ticket_updated', body: { patch: { severity: 'critical' } } });
    const derived = derivedOf(desk, config);
    expect(reminderOf(derived, 1)).toMatchObject({ at: T0 + 24 * HOUR, beforeMs: 24 * HOUR, moved: null });
    expect(reminderOf(derived, 2)).toMatchObject({ at: T0 + 25 * HOUR, beforeMs: 20 * HOUR, moved: 'match' });
    expect(warningOf(derived, 'resolution')).toMatchObject({ at: T0 + 25 * HOUR, percent: 50, moved: 'match' });
  });

  test('of a clock that stands still says when it would come if it ran again now', () => {
    const { config, desk } = ticket();
    desk.at(T0 + 20 * HOUR).status('pending');
    expect(reminderOf(derivedOf(desk, config, T0 + 100 * HOUR), 1).standing).toEqual({
      kind: 'stands_still',
      resumedAt: T0 + 104 * HOUR,
    });
  });

  test('does not come once the ticket is resolved before it', () => {
    const { config, desk } = ticket();
    desk.at(T0 + 10 * HOUR).status('resolved');
    const derived = derivedOf(desk, config, T0 + 50 * HOUR);
    expect(reminderOf(derived, 1)).toMatchObject({
      at: T0 + 24 * HOUR,
      standing: { kind: 'will_not', why: 'answered_before' },
    });
    expect(warningOf(derived, 'resolution').standing).toEqual({ kind: 'will_not', why: 'answered_before' });
  });

  test('at the deadline itself does not come: the breach is told', () => {
    const { config, desk } = ticket({ remindersBeforeSeconds: [0] });
    expect(reminderOf(derivedOf(desk, config), 1).standing).toEqual({ kind: 'will_not', why: 'not_before_deadline' });
  });

  test('in imported history does not come', () => {
    const { config, desk } = ticket({}, { historyUntil: T0 + 30 * HOUR });
    const derived = derivedOf(desk.at(T0 + 30 * HOUR), config);
    expect(reminderOf(derived, 1).standing).toEqual({ kind: 'will_not', why: 'imported_history' });
    expect(reminderOf(derived, 2).standing).toMatchObject({ kind: 'will_come' });
  });

  test('of a ticket that has no clock has none either', () => {
    const config = centre({ policies: [policy(21, { ...plain, calendarId: null })], rules: [] });
    expect(derivedOf(deskWithTicket(config, { withoutTargets: true }), config).tellings).toEqual([]);
  });
});

describe('a warning', () => {
  test('is switched off by a share that warns of nothing', () => {
    const { config, desk } = ticket({ warnPercent: 0 });
    expect(warningOf(derivedOf(desk, config), 'resolution')).toMatchObject({
      percent: null,
      at: null,
      standing: { kind: 'will_not', why: 'policy_has_none' },
    });
  });

  test('goes to the assignee and the manager of the team', () => {
    const { config, desk } = ticket();
    expect(warningOf(derivedOf(desk, config), 'resolution')).toMatchObject({
      percent: 75,
      at: T0 + 36 * HOUR,
      standing: { kind: 'will_come', to: [people.agent, people.manager] },
    });
  });

  test('of a deadline that a change put into the past does not come any more', () => {
    const config = centre({
      policies: [
        policy(21, plain),
        policy(22, {
          match: { kind: null, category: null, severity: 'critical', priority: null },
          targetSeconds: within(2),
        }),
      ],
      rules: [],
    });
    const desk = deskWithTicket(config);
    desk.at(T0 + 3 * HOUR).does({ kind: 'ticket_updated', body: { patch: { severity: 'critical' } } });
    expect(warningOf(derivedOf(desk, config), 'resolution').standing).toEqual({
      kind: 'will_not',
      why: 'not_before_deadline',
    });
  });
});
