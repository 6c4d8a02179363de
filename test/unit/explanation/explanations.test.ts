import { describe, expect, test } from 'vitest';
import { termsOf } from '../../../src/main/domain/explanation/explanation-terms.ts';
import type { Organization, User } from '../../../src/main/domain/config/config.ts';
import type { HumanEvent } from '../../../src/main/domain/ticket/events.ts';
import {
  calendar,
  centre,
  centreUsers,
  city,
  cityTeam,
  deskWithTicket,
  HOUR,
  people,
  policy,
  T0,
  uid,
  type Desk,
} from '../../support/centre.ts';

/** agent → supervisor → manager → ceo */
const line: Readonly<Record<string, string>> = {
  [people.agent]: people.supervisor,
  [people.supervisor]: people.manager,
  [people.manager]: people.ceo,
};
const quiet = policy(21, { targetSeconds: { response: null, next_response: null, resolution: null } });

function withLine(changes: Readonly<Record<string, Partial<User>>> = {}): User[] {
  return centreUsers.map((user) => ({ ...user, lineManagerId: line[user.id] ?? null, ...changes[user.id] }));
}

function inCentre(
  parts: { explanation?: Organization['explanation']; users?: User[]; managerId?: string | null } = {},
) {
  return centre({ policies: [quiet], rules: [], calendars: [calendar(51)], users: withLine(), ...parts });
}

function ask(config: ReturnType<typeof centre>, ofUserId: string | null = people.agent): HumanEvent {
  const organization = config.organization(city);
  if (organization === undefined) throw new Error('no city');
  const body = { ofUserId, ofName: 'Thandi', question: 'Why so late?', terms: termsOf(organization, config) };
  return { kind: 'explanation_requested', body };
}

function asked(parts: Parameters<typeof inCentre>[0] = {}, ofUserId: string | null = people.agent) {
  const config = inCentre(parts);
  const desk = deskWithTicket(config);
  const requestId = desk.does(ask(config, ofUserId), { actorId: people.clearedSupervisor });
  return { config, desk, requestId };
}

/** `[what, hours since T0, how it came out, users]` */
function doings(desk: Desk) {
  return desk.log.flatMap((event) => {
    if (event.kind !== 'explanation_reminded' && event.kind !== 'explanation_escalated') return [];
    const what = event.kind === 'explanation_reminded' ? 'reminder' : `up ${event.body.level}`;
    return [[what, (event.occurredAt - T0) / HOUR, event.body.outcome, ...event.body.to]];
  });
}
function notices(desk: Desk) {
  return desk.last?.notices.map(({ userId, kind }) => [userId, kind]);
}

describe('an explanation (seed B)', () => {
  test('is asked of a person, who hears of it; reminded of 12 h before it is due; due after 48 h', () => {
    const { desk } = asked();
    expect(notices(desk)).toEqual([[people.agent, 'explanation_asked']]);
    expect(desk.last?.nextAt).toBe(T0 + 36 * HOUR);
    desk.wakesAt(T0 + 36 * HOUR);
    expect(doings(desk)).toEqual([['reminder', 36, 'sent', people.agent]]);
    expect(notices(desk)).toEqual([[people.agent, 'explanation_reminder']]);
    expect(desk.last?.nextAt).toBe(T0 + 48 * HOUR);
  });

  test('climbs the line of managers at once when overdue; each has the same hours, three levels at most', () => {
    const { desk } = asked();
    desk.awakeUntil(T0 + 400 * HOUR);
    const asker = people.clearedSupervisor;
    expect(doings(desk)).toEqual([
      ['reminder', 36, 'sent', people.agent],
      ['up 1', 48, 'sent', people.supervisor, asker],
      ['reminder', 84, 'sent', people.supervisor],
      ['up 2', 96, 'sent', people.manager, asker],
      ['reminder', 132, 'sent', people.manager],
      ['up 3', 144, 'sent', people.ceo, asker],
      ['reminder', 180, 'sent', people.ceo],
    ]);
    expect(desk.state.explanations[0]).toMatchObject({ status: 'owed', level: 3, owedById: people.ceo });
    expect(desk.last?.nextAt).toBeNull();
  });

  test('answered in time it is neither reminded of nor climbs', () => {
    const { desk, requestId } = asked();
    desk.at(T0 + 10 * HOUR).does({ kind: 'explanation_answered', body: { requestId, text: 'A flood' } });
    expect(notices(desk)).toEqual([[people.clearedSupervisor, 'explanation_answered']]);
    expect(doings(desk.awakeUntil(T0 + 400 * HOUR))).toEqual([]);
    expect(desk.state.explanations[0]?.status).toBe('answered');
  });

  test('sent back it is owed again, with the whole time anew', () => {
    const { desk, requestId } = asked();
    desk.at(T0 + 10 * HOUR).does({ kind: 'explanation_answered', body: { requestId, text: 'A flood' } });
    desk
      .at(T0 + 20 * HOUR)
      .does(
        { kind: 'explanation_sent_back', body: { requestId, reason: 'which?' } },
        { actorId: people.clearedSupervisor },
      );
    expect(notices(desk)).toEqual([[people.agent, 'explanation_sent_back']]);
    expect(doings(desk.awakeUntil(T0 + 60 * HOUR))).toEqual([['reminder', 56, 'sent', people.agent]]);
    expect(desk.last?.nextAt).toBe(T0 + 68 * HOUR);
  });

  test('accepted it is over', () => {
    const { desk, requestId } = asked();
    desk.does({ kind: 'explanation_answered', body: { requestId, text: 'A flood' } });
    desk.does({ kind: 'explanation_accepted', body: { requestId } }, { actorId: people.clearedSupervisor });
    desk.does({ kind: 'explanation_sent_back', body: { requestId, reason: 'x' } });
    desk.does({ kind: 'explanation_answered', body: { requestId, text: 'more' } });
    expect(desk.state.explanations[0]?.status).toBe('accepted');
    expect(desk.state.overtaken).toHaveLength(2);
  });

  test('several on one ticket have clocks of their own', () => {
    const { config, desk } = asked();
    desk.at(T0 + 10 * HOUR).does(ask(config, people.otherAgent), { actorId: people.ceo });
    desk.awakeUntil(T0 + 46 * HOUR);
    expect(doings(desk)).toEqual([
      ['reminder', 36, 'sent', people.agent],
      ['reminder', 46, 'sent', people.otherAgent],
    ]);
  });

  test('the question undone, its answers and timers are gone', () => {
    const { desk, requestId } = asked();
    desk.does({ kind: 'explanation_answered', body: { requestId, text: 'x' } });
    desk.does({ kind: 'voided', body: { eventId: requestId } });
    expect(desk.state.explanations).toEqual([]);
    expect(desk.last?.nextAt).toBeNull();
  });
});

describe('the terms', () => {
  test('are those of the organization, as they were when it was asked', () => {
    const explanation = { responseHours: 10, reminderHoursBefore: 2, escalationHoursOverdue: 3, maxLevels: 1 };
    const { config, desk } = asked({ explanation });
    const organization = config.organization(city);
    if (organization === undefined) throw new Error('no city');
    config.apply({ kind: 'organization_saved', value: { ...organization, explanation: { responseHours: 1 } } });
    desk.awakeUntil(T0 + 100 * HOUR);
    expect(doings(desk).map(([what, at]) => [what, at])).toEqual([
      ['reminder', 8],
      ['up 1', 13],
      ['reminder', 21],
    ]);
  });

  test('may leave out the reminder, and the way up', () => {
    const { desk } = asked({ explanation: { reminderHoursBefore: null, escalate: false } });
    expect(desk.last?.nextAt).toBeNull();
  });

  test('a reminder in the very moment of asking says nothing new', () => {
    const { desk } = asked({ explanation: { responseHours: 12, escalate: false } });
    expect(desk.last?.nextAt).toBeNull();
  });

  test('hours are elapsed hours, unless the organization names a calendar for them', () => {
    const { desk } = asked({ explanation: { responseHours: 10, reminderHoursBefore: null, calendarId: uid(551) } });
    // Monday 10:00: seven open hours today, three tomorrow.
    expect(desk.last?.nextAt).toBe(T0 + 25 * HOUR);
  });

  test.each([Number.NaN, -3, 1e300])('hours of %d are the default', (responseHours) => {
    const { desk } = asked({ explanation: { responseHours, escalationHoursOverdue: responseHours } });
    expect(desk.awakeUntil(T0 + 50 * HOUR).state.explanations[0]?.level).toBe(1);
  });

  test('levels of no number are none', () => {
    const { desk } = asked({ explanation: { maxLevels: Number.NaN } });
    expect(desk.awakeUntil(T0 + 50 * HOUR).state.explanations[0]?.level).toBe(0);
  });
});

describe('the line of managers', () => {
  const away = { fromAt: 0, untilAt: T0 + 1000 * HOUR, coverUserId: people.otherAgent };
  const ups = (parts: Parameters<typeof inCentre>[0], ofUserId: string | null = people.agent) =>
    doings(asked(parts, ofUserId).desk.awakeUntil(T0 + 400 * HOUR))
      .filter(([what]) => what !== 'reminder')
      .map(([, , outcome, to]) => [outcome, to]);

  test('its end is recorded and shown, once', () => {
    const users = withLine({ [people.supervisor]: { lineManagerId: null } });
    expect(ups({ users })).toEqual([
      ['sent', people.supervisor],
      ['nobody', undefined],
    ]);
  });

  test('a circle ends it', () => {
    const users = withLine({ [people.supervisor]: { lineManagerId: people.agent } });
    expect(ups({ users })).toEqual([
      ['sent', people.supervisor],
      ['nobody', undefined],
    ]);
  });

  test('who is inactive is passed over, who is away is stood in for, and the line goes on from the one who is away', () => {
    const users = withLine({ [people.supervisor]: { active: false }, [people.manager]: { outOfOffice: away } });
    expect(ups({ users })).toEqual([
      ['sent', people.otherAgent],
      ['sent', people.ceo],
      ['nobody', undefined],
    ]);
  });

  test('nobody answers to themselves: a manager for whom the person asked stands in is passed over', () => {
    const covered = { ...away, coverUserId: people.agent };
    const users = withLine({ [people.supervisor]: { outOfOffice: covered } });
    expect(ups({ users })[0]).toEqual(['sent', people.manager]);
  });

  test('who may not see the ticket is passed over', () => {
    const users = withLine({ [people.supervisor]: { grants: [] } });
    expect(ups({ users })[0]).toEqual(['sent', people.manager]);
  });

  test("somebody without an account has the team's manager above; whoever asked is reminded", () => {
    const { desk } = asked({}, null);
    desk.awakeUntil(T0 + 50 * HOUR);
    expect(doings(desk)).toEqual([
      ['reminder', 36, 'sent', people.clearedSupervisor],
      ['up 1', 48, 'sent', people.manager, people.clearedSupervisor],
    ]);
  });

  test('without a team and an account there is nobody above', () => {
    expect(ups({ managerId: null }, null)).toEqual([['nobody', undefined]]);
  });

  test('a manager who is not there any more ends it', () => {
    const users = withLine({ [people.agent]: { lineManagerId: uid(99_999) } });
    expect(ups({ users })).toEqual([['nobody', undefined]]);
  });
});

describe('explanations and the life of the ticket', () => {
  test('time in which it had ended does not count, and nothing is planned in it', () => {
    const { desk } = asked();
    desk.at(T0 + 10 * HOUR).status('resolved');
    expect(desk.last?.nextAt).toBeNull();
    desk.at(T0 + 110 * HOUR).status('open');
    expect(desk.last?.nextAt).toBe(T0 + 136 * HOUR);
  });

  test('also where a reopening starts a new cycle', () => {
    const config = centre({
      policies: [{ ...quiet, reopening: 'new_cycle' }],
      rules: [],
      users: withLine(),
    });
    const desk = deskWithTicket(config);
    desk.does(ask(config), { actorId: people.ceo });
    desk.at(T0 + 10 * HOUR).status('resolved');
    desk.at(T0 + 110 * HOUR).status('open');
    expect(desk.last?.nextAt).toBe(T0 + 136 * HOUR);
  });

  test('pauses are of the ticket, not of the person: they do not stop it', () => {
    const { desk } = asked();
    desk.status('pending');
    expect(desk.last?.nextAt).toBe(T0 + 36 * HOUR);
  });

  test('marking the ticket sensitive takes due times away for good', () => {
    const { desk } = asked();
    desk.at(T0 + 10 * HOUR).does({ kind: 'marked_sensitive', body: {} });
    desk.does({ kind: 'assigned', body: { assigneeId: null, teamId: cityTeam } });
    expect(desk.wakesAt(T0 + 300 * HOUR).last).toMatchObject({ added: [], nextAt: null });
    desk.does({ kind: 'unmarked_sensitive', body: { reason: 'x' } }, { actorId: people.clearedSupervisor });
    expect(desk.awakeUntil(T0 + 900 * HOUR).state.explanations[0]).toMatchObject({ level: 0, terms: null });
  });

  test('what another desk asked of a ticket that is sensitive by now has no due time', () => {
    const config = inCentre();
    const desk = deskWithTicket(config, { sensitive: true, assigneeId: null });
    desk.does(ask(config), { actorId: people.clearedSupervisor });
    expect(desk.last?.nextAt).toBeNull();
  });
});

describe('catching up', () => {
  test('every step has its true time; only the last manager is told', () => {
    const { desk } = asked();
    desk.wakesAt(T0 + 140 * HOUR);
    expect(doings(desk)).toEqual([
      ['reminder', 36, 'missed', people.agent],
      ['up 1', 48, 'missed', people.supervisor, people.clearedSupervisor],
      ['reminder', 84, 'missed', people.supervisor],
      ['up 2', 96, 'sent', people.manager, people.clearedSupervisor],
      ['reminder', 132, 'sent', people.manager],
    ]);
    expect(notices(desk)).toEqual([
      [people.manager, 'explanation_escalated'],
      [people.clearedSupervisor, 'explanation_escalated'],
      [people.manager, 'explanation_reminder'],
    ]);
  });

  test('the last one in the line is told even when overdue in turn', () => {
    const users = withLine({ [people.supervisor]: { lineManagerId: null } });
    const { desk } = asked({ users });
    desk.wakesAt(T0 + 200 * HOUR);
    expect(doings(desk)).toContainEqual(['up 1', 48, 'sent', people.supervisor, people.clearedSupervisor]);
  });

  test('two desks that see the same thing due write the same event', () => {
    const ids = (wake: number) =>
      asked()
        .desk.wakesAt(T0 + wake * HOUR)
        .log.flatMap((event) => (event.kind.startsWith('explanation_') && event.actorId === null ? [event.id] : []));
    expect(ids(140).slice(0, 2)).toEqual(ids(48));
  });
});
