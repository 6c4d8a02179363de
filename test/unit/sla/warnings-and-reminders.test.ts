import { describe, expect, test } from 'vitest';
import {
  calendar,
  centre,
  centreUsers,
  deskWithTicket,
  HOUR,
  missed,
  people,
  policy,
  T0,
  told,
  uid,
  type Desk,
} from '../../support/centre.ts';

const hours = (response: number | null, next: number | null, resolution: number | null) => ({
  response: response === null ? null : response * 3600,
  next_response: next === null ? null : next * 3600,
  resolution: resolution === null ? null : resolution * 3600,
});
const before = (...list: number[]) => list.map((each) => each * 3600);

function desk(parts: Parameters<typeof policy>[1] = {}, ticket: Parameters<typeof deskWithTicket>[1] = {}) {
  return deskWithTicket(centre({ policies: [policy(21, parts)], rules: [] }), ticket);
}
function notices(ticket: Desk) {
  return ticket.last?.notices.map(({ userId, kind }) => [userId, kind]);
}

describe('warnings (SLA 7)', () => {
  test('come when three quarters of the time are used, per target, and go to the assignee and the manager of the team', () => {
    const ticket = desk();
    ticket.wakesAt(T0 + 3 * HOUR - 1);
    expect(told(ticket)).toEqual([]);
    ticket.wakesAt(T0 + 3 * HOUR);
    expect(told(ticket)).toEqual([['warning response', 3, 'sent']]);
    expect(notices(ticket)).toEqual([
      [people.agent, 'warning'],
      [people.manager, 'warning'],
    ]);
    ticket.wakesAt(T0 + 18 * HOUR);
    expect(told(ticket)).toContainEqual(['warning resolution', 18, 'sent']);
  });

  test('come at another share where the policy says so', () => {
    const ticket = desk({ warnPercent: 50, targetSeconds: hours(null, null, 24) });
    expect(ticket.last?.nextAt).toBe(T0 + 12 * HOUR);
  });

  test.each([0, 100, 150, -5, Number.NaN])('do not come at a share of %d per cent', (warnPercent) => {
    expect(told(desk({ warnPercent }).awakeUntil(T0 + 30 * HOUR))).toEqual([]);
  });

  test('do not come for a target of zero length, or one that was answered', () => {
    expect(told(desk({ targetSeconds: hours(0, null, null) }).awakeUntil(T0 + HOUR))).toEqual([]);
    const answered = desk();
    answered.at(T0 + 2 * HOUR).does({ kind: 'replied', body: { text: 'x' } });
    expect(told(answered.awakeUntil(T0 + 17 * HOUR))).toEqual([]);
  });

  test('come again for the next message that waits, since that is another clock', () => {
    const ticket = desk({ targetSeconds: hours(null, 4, null) });
    ticket.at(T0 + HOUR).does({ kind: 'contact_wrote', body: { text: 'And?' } });
    ticket.awakeUntil(T0 + 4.5 * HOUR);
    ticket.does({ kind: 'replied', body: { text: 'x' } });
    ticket.at(T0 + 10 * HOUR).does({ kind: 'contact_wrote', body: { text: 'And now?' } });
    ticket.awakeUntil(T0 + 13 * HOUR);
    expect(told(ticket)).toEqual([
      ['warning next_response', 4, 'sent'],
      ['warning next_response', 13, 'sent'],
    ]);
  });

  test('with nobody to send to are recorded', () => {
    const config = centre({ policies: [policy(21)], rules: [], managerId: null });
    const ticket = deskWithTicket(config, { assigneeId: null }).wakesAt(T0 + 3 * HOUR);
    expect(told(ticket)).toEqual([['warning response', 3, 'nobody']]);
    expect(notices(ticket)).toEqual([]);
  });

  test('are told once to an assignee who is the manager as well', () => {
    const ticket = desk({}, { assigneeId: people.manager }).wakesAt(T0 + 3 * HOUR);
    expect(notices(ticket)).toEqual([[people.manager, 'warning']]);
  });
});

describe('reminders (SLA 8)', () => {
  const plain = { targetSeconds: hours(null, null, 48), warnPercent: 0 };

  test('come their hours before the deadline, as many as the policy has, whatever their order in it', () => {
    const ticket = desk({ ...plain, remindersBeforeSeconds: before(6, 24, 1, 24) });
    expect(told(ticket.awakeUntil(T0 + 60 * HOUR))).toEqual([
      ['reminder 1', 24, 'sent'],
      ['reminder 2', 42, 'sent'],
      ['reminder 3', 47, 'sent'],
    ]);
    expect(missed(ticket)).toEqual([['resolution', 48]]);
  });

  test('go to the assignee, else to the manager of the team', () => {
    const reminded = (assigneeId: string | null) =>
      notices(desk({ ...plain, remindersBeforeSeconds: before(24) }, { assigneeId }).wakesAt(T0 + 24 * HOUR));
    expect(reminded(people.agent)).toEqual([[people.agent, 'reminder']]);
    expect(reminded(null)).toEqual([[people.manager, 'reminder']]);
  });

  test('go to the manager when the assignee has left', () => {
    const users = centreUsers.map((user) => (user.id === people.agent ? { ...user, active: false } : user));
    const config = centre({
      policies: [policy(21, { ...plain, remindersBeforeSeconds: before(24) })],
      rules: [],
      users,
    });
    expect(notices(deskWithTicket(config).wakesAt(T0 + 24 * HOUR))).toEqual([[people.manager, 'reminder']]);
  });

  test('with nobody to send to are recorded and shown, not swallowed', () => {
    const policies = [policy(21, { ...plain, remindersBeforeSeconds: before(24) })];
    const ticket = deskWithTicket(centre({ policies, rules: [], managerId: null }), { assigneeId: null });
    expect(told(ticket.wakesAt(T0 + 24 * HOUR))).toEqual([['reminder 1', 24, 'nobody']]);
    expect(ticket.last?.nextAt).toBe(T0 + 48 * HOUR);
  });

  test('that would lie before creation are due at creation, and of several only the latest is sent', () => {
    const ticket = desk({ ...plain, targetSeconds: hours(null, null, 5), remindersBeforeSeconds: before(24, 6, 4) });
    expect(told(ticket)).toEqual([
      ['reminder 1', 0, 'missed'],
      ['reminder 2', 0, 'sent'],
    ]);
    expect(ticket.last?.nextAt).toBe(T0 + HOUR);
  });

  test('that begin exactly with the ticket are due at creation', () => {
    expect(told(desk({ ...plain, remindersBeforeSeconds: before(48) }))).toEqual([['reminder 1', 0, 'sent']]);
  });

  test('do not come at the deadline or after it', () => {
    expect(told(desk({ ...plain, remindersBeforeSeconds: [0] }).awakeUntil(T0 + 60 * HOUR))).toEqual([]);
    const zero = desk({ targetSeconds: hours(null, null, 0), remindersBeforeSeconds: before(2) });
    expect(told(zero)).toEqual([]);
  });

  test('do not come for a ticket that was resolved before', () => {
    const ticket = desk({ ...plain, remindersBeforeSeconds: before(24, 6) });
    ticket.at(T0 + 20 * HOUR).status('resolved');
    expect(ticket.last?.nextAt).toBeNull();
    expect(told(ticket.wakesAt(T0 + 100 * HOUR))).toEqual([]);
  });

  test('what a person did in the very instant of a reminder comes first', () => {
    const ticket = desk({ ...plain, remindersBeforeSeconds: before(24) });
    ticket.at(T0 + 24 * HOUR).status('resolved');
    expect(told(ticket)).toEqual([]);
  });

  test('are those of one cycle: a new one has them again, a reopening that goes on has not', () => {
    const again = (reopening: 'resume' | 'new_cycle') => {
      const ticket = desk({ ...plain, remindersBeforeSeconds: before(24), reopening });
      ticket.awakeUntil(T0 + 30 * HOUR).status('resolved');
      ticket.at(T0 + 40 * HOUR).status('open');
      return told(ticket.awakeUntil(T0 + 200 * HOUR)).map(([, at]) => at);
    };
    expect(again('resume')).toEqual([24]);
    expect(again('new_cycle')).toEqual([24, 64]);
  });
});

describe('while the clock stands still (SLA 4)', () => {
  const parts = { targetSeconds: hours(null, null, 48), remindersBeforeSeconds: before(24, 6) };

  test('no warning or reminder falls due, and those not yet sent move with the deadline', () => {
    const ticket = desk(parts);
    ticket.at(T0 + 20 * HOUR).status('pending');
    ticket.wakesAt(T0 + 120 * HOUR);
    expect(told(ticket)).toEqual([]);
    expect(ticket.last?.nextAt).toBeNull();
    ticket.status('in_progress');
    expect(told(ticket.awakeUntil(T0 + 200 * HOUR))).toEqual([
      ['reminder 1', 124, 'sent'],
      ['warning resolution', 136, 'sent'],
      ['reminder 2', 142, 'sent'],
    ]);
    expect(missed(ticket)).toEqual([['resolution', 148]]);
  });

  test('one that was sent is not sent again after a pause', () => {
    const ticket = desk(parts);
    ticket.awakeUntil(T0 + 25 * HOUR).status('pending');
    ticket.at(T0 + 50 * HOUR).status('in_progress');
    expect(told(ticket.awakeUntil(T0 + 200 * HOUR)).filter(([what]) => what.startsWith('reminder'))).toEqual([
      ['reminder 1', 24, 'sent'],
      ['reminder 2', 67, 'sent'],
    ]);
  });

  test('one whose instant is the very beginning of a pause comes when the clock runs again', () => {
    const ticket = desk(parts);
    ticket.at(T0 + 24 * HOUR).status('pending');
    expect(told(ticket)).toEqual([]);
    ticket.at(T0 + 30 * HOUR).status('in_progress');
    expect(told(ticket)).toEqual([['reminder 1', 30, 'sent']]);
  });

  test('a clock that pauses do not affect has its warning all the same', () => {
    const ticket = desk({ targetSeconds: hours(4, null, 48) });
    ticket.at(T0 + HOUR).status('pending');
    expect(told(ticket.awakeUntil(T0 + 50 * HOUR))).toEqual([['warning response', 3, 'sent']]);
  });
});

describe('in open time (SLA 2)', () => {
  const parts = { calendarId: uid(551), targetSeconds: hours(null, null, 18), remindersBeforeSeconds: before(9, 2) };
  const config = () => centre({ policies: [policy(21, parts)], rules: [], calendars: [calendar(51)] });
  /** T0 is Monday 10:00 in Johannesburg, two hours after opening. */
  const monday = T0 - 2 * HOUR;

  test('hours before the deadline are open hours: they come at closing time, not at the next opening', () => {
    const ticket = deskWithTicket(config());
    // 18 open hours from Monday 10:00: Monday 7, Tuesday 9, Wednesday 2.
    expect(ticket.state.clocks.resolution).toEqual({ kind: 'running', dueAt: monday + 50 * HOUR });
    expect(told(ticket.awakeUntil(T0 + 100 * HOUR))).toEqual([
      ['reminder 1', 24, 'sent'],
      ['warning resolution', 28.5, 'sent'],
      // Two open hours before Wednesday 10:00 is Tuesday 17:00, when the desk closes.
      ['reminder 2', 31, 'sent'],
    ]);
  });

  test('a pause in closed hours moves nothing', () => {
    const ticket = deskWithTicket(config());
    ticket.at(monday + 10 * HOUR).status('pending');
    ticket.at(monday + 23 * HOUR).status('in_progress');
    expect(ticket.state.clocks.resolution).toEqual({ kind: 'running', dueAt: monday + 50 * HOUR });
  });
});

describe('catching up (SLA 11)', () => {
  const parts = { targetSeconds: hours(null, null, 48), remindersBeforeSeconds: before(24, 6) };

  test('of several reminders that were missed only the latest is sent, a warning before it is old news', () => {
    const ticket = desk(parts).wakesAt(T0 + 47 * HOUR);
    expect(told(ticket)).toEqual([
      ['reminder 1', 24, 'missed'],
      ['warning resolution', 36, 'missed'],
      ['reminder 2', 42, 'sent'],
    ]);
    expect(notices(ticket)).toEqual([[people.agent, 'reminder']]);
  });

  test('past the deadline only the breach is told, and all keep their true times', () => {
    const ticket = desk(parts).wakesAt(T0 + 50 * HOUR);
    expect(told(ticket).map(([, , outcome]) => outcome)).toEqual(['missed', 'missed', 'missed']);
    expect(notices(ticket)).toEqual([[people.agent, 'breach']]);
    const noticed = ticket.log.flatMap((event) => (event.kind === 'reminded' ? [event.body.noticedAt] : []));
    expect(noticed).toEqual([T0 + 50 * HOUR, T0 + 50 * HOUR]);
  });

  test('a warning that is late and still ahead of the deadline is sent', () => {
    const ticket = desk({ targetSeconds: hours(null, null, 168) }).wakesAt(T0 + 160 * HOUR);
    expect(told(ticket)).toEqual([['warning resolution', 126, 'sent']]);
  });

  test('imported history is neither warned of nor reminded of', () => {
    const ticket = desk(parts, { historyUntil: T0 + 40 * HOUR, batchId: uid(77) });
    expect(told(ticket.wakesAt(T0 + 40 * HOUR))).toEqual([]);
    expect(ticket.last?.nextAt).toBe(T0 + 42 * HOUR);
  });

  test('of what comes together with an escalation, a reader hears the escalation alone', () => {
    const late = deskWithTicket(centre()).wakesAt(T0 + 24 * HOUR);
    expect(notices(late)?.filter(([userId]) => userId === people.manager)).toEqual([[people.manager, 'escalation']]);
  });
});

describe('two desks', () => {
  test('that see the same reminder due write the same event, whatever came of it', () => {
    const parts = { targetSeconds: hours(null, null, 48), remindersBeforeSeconds: before(24, 6) };
    const ids = (wake: number) =>
      desk(parts)
        .wakesAt(T0 + wake * HOUR)
        .log.flatMap((event) => (event.kind === 'reminded' || event.kind === 'warned' ? [event.id] : []));
    const early = ids(24);
    expect(ids(47).slice(0, early.length)).toEqual(early);
  });
});
