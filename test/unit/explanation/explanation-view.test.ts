import { describe, expect, test } from 'vitest';
import { explanationViews } from '../../../src/main/domain/explanation/explanation-view.ts';
import { termsOf } from '../../../src/main/domain/explanation/explanation-terms.ts';
import type { ConfigSnapshot } from '../../../src/main/domain/config/config-snapshot.ts';
import type { User } from '../../../src/main/domain/config/config.ts';
import {
  centre,
  centreUsers,
  city,
  deskWithTicket,
  HOUR,
  people,
  policy,
  T0,
  type Desk,
} from '../../support/centre.ts';

const line: Readonly<Record<string, string>> = { [people.agent]: people.manager, [people.manager]: people.ceo };
const quiet = policy(21, { targetSeconds: { response: null, next_response: null, resolution: null } });

function inCentre(changes: Readonly<Record<string, Partial<User>>> = {}): ConfigSnapshot {
  const users = centreUsers.map((user) => ({ ...user, lineManagerId: line[user.id] ?? null, ...changes[user.id] }));
  return centre({ policies: [quiet], rules: [], users });
}

function asked(config = inCentre(), sensitive = false): { desk: Desk; requestId: string; config: ConfigSnapshot } {
  const organization = config.organization(city);
  if (organization === undefined) throw new Error('no city');
  const desk = deskWithTicket(config, { assigneeId: null, sensitive });
  const body = {
    ofUserId: people.agent,
    ofName: 'Thandi',
    question: 'Why so late?',
    terms: termsOf(organization, config),
  };
  const requestId = desk.does({ kind: 'explanation_requested', body }, { actorId: people.supervisor });
  return { desk, requestId, config };
}

function viewOf({ desk, config }: ReturnType<typeof asked>, viewerId: string = people.supervisor) {
  const viewer = config.user(viewerId);
  if (viewer === undefined) throw new Error('nobody looks');
  const [view] = explanationViews(desk.state, desk.log, viewer, config);
  if (view === undefined) throw new Error('nothing was asked');
  return view;
}

describe('an explanation on the screen of its ticket', () => {
  test('says who asked, of whom, what, and counts to its own due time', () => {
    const given = asked();
    expect(viewOf(given)).toMatchObject({
      id: given.requestId,
      askedById: people.supervisor,
      askedAt: T0,
      ofUserId: people.agent,
      ofName: 'Thandi',
      question: 'Why so late?',
      status: 'owed',
      owedById: people.agent,
      level: 0,
      clock: { kind: 'running', dueAt: T0 + 48 * HOUR },
      steps: [],
    });
  });

  test('tells its reminder and how it climbed, and counts for the manager from then on', () => {
    const given = asked();
    given.desk.awakeUntil(T0 + 50 * HOUR);
    const { steps, owedById, level, clock } = viewOf(given);
    expect(steps).toMatchObject([
      { kind: 'reminded', at: T0 + 36 * HOUR, outcome: 'sent', toIds: [people.agent] },
      { kind: 'climbed', at: T0 + 48 * HOUR, outcome: 'sent', level: 1, toUserId: people.manager },
    ]);
    expect({ owedById, level, clock }).toEqual({
      owedById: people.manager,
      level: 1,
      clock: { kind: 'running', dueAt: T0 + 96 * HOUR },
    });
  });

  test('answered in time it was met, and the answer, what was sent back and the end stand in their order', () => {
    const given = asked();
    const { desk, requestId } = given;
    const bySupervisor = { actorId: people.supervisor };
    desk.at(T0 + HOUR).does({ kind: 'explanation_answered', body: { requestId, text: 'A flood' } });
    expect(viewOf(given).clock).toEqual({ kind: 'met', metAt: T0 + HOUR, dueAt: T0 + 48 * HOUR });
    desk.at(T0 + 2 * HOUR).does({ kind: 'explanation_sent_back', body: { requestId, reason: 'which?' } }, bySupervisor);
    expect(viewOf(given).clock).toEqual({ kind: 'running', dueAt: T0 + 50 * HOUR });
    desk.at(T0 + 3 * HOUR).does({ kind: 'explanation_answered', body: { requestId, text: 'Of Monday' } });
    desk.at(T0 + 4 * HOUR).does({ kind: 'explanation_accepted', body: { requestId } }, bySupervisor);
    const { clock, status, steps } = viewOf(given);
    expect({ clock, status }).toEqual({
      clock: { kind: 'met', metAt: T0 + 3 * HOUR, dueAt: T0 + 50 * HOUR },
      status: 'accepted',
    });
    expect(steps).toMatchObject([
      { kind: 'answered', byId: people.agent, text: 'A flood' },
      { kind: 'sent_back', byId: people.supervisor, reason: 'which?' },
      { kind: 'answered', text: 'Of Monday' },
      { kind: 'accepted', byId: people.supervisor },
    ]);
  });

  test('answered late it stays late', () => {
    const given = asked(inCentre({ [people.agent]: { lineManagerId: null } }));
    given.desk.awakeUntil(T0 + 60 * HOUR);
    expect(viewOf(given).steps.at(-1)).toMatchObject({ kind: 'climbed', toUserId: null });
    const { requestId } = given;
    given.desk.does({ kind: 'explanation_answered', body: { requestId, text: 'A flood' } });
    expect(viewOf(given).clock).toEqual({
      kind: 'breached',
      dueAt: T0 + 48 * HOUR,
      noticedAt: null,
      endedAt: T0 + 60 * HOUR,
    });
  });

  test('stands still while the ticket has ended', () => {
    const given = asked();
    given.desk.at(T0 + 8 * HOUR).status('resolved');
    expect(viewOf(given).clock).toEqual({ kind: 'paused', remainingMs: 40 * HOUR });
    given.desk.at(T0 + 100 * HOUR).status('open');
    expect(viewOf(given).clock).toEqual({ kind: 'running', dueAt: T0 + 140 * HOUR });
  });

  test('has no clock on a sensitive ticket', () => {
    const given = asked(inCentre(), true);
    expect(viewOf(given, people.clearedSupervisor).clock).toEqual({ kind: 'none' });
  });

  test('what was undone is not shown', () => {
    const given = asked();
    const { requestId, desk } = given;
    const eventId = desk.does({ kind: 'explanation_answered', body: { requestId, text: 'A flood' } });
    desk.does({ kind: 'voided', body: { eventId } });
    expect(viewOf(given)).toMatchObject({ status: 'owed', steps: [] });
  });
});

describe('what is offered', () => {
  test.each([
    ['the person asked', people.agent, ['answer'], []],
    ['who may ask', people.supervisor, ['answer'], ['accept', 'send_back']],
    ['who only reads', people.auditor, [], []],
  ])('to %s', (_who, viewerId, owed, answered) => {
    const given = asked();
    const { requestId } = given;
    expect(viewOf(given, viewerId).allowed).toEqual(owed);
    given.desk.does({ kind: 'explanation_answered', body: { requestId, text: 'A flood' } });
    expect(viewOf(given, viewerId).allowed).toEqual(answered);
    given.desk.does({ kind: 'explanation_accepted', body: { requestId } }, { actorId: people.supervisor });
    expect(viewOf(given, viewerId).allowed).toEqual([]);
  });

  test('to a manager it has climbed to: to answer, and not to judge what they owed', () => {
    const given = asked();
    const { requestId } = given;
    given.desk.awakeUntil(T0 + 50 * HOUR);
    expect(viewOf(given, people.manager).allowed).toEqual(['answer']);
    given.desk.does({ kind: 'explanation_answered', body: { requestId, text: 'A flood' } });
    expect(viewOf(given, people.manager).allowed).toEqual([]);
  });
});

describe('whoever asked', () => {
  const climbs = ({ desk }: ReturnType<typeof asked>) =>
    desk.log.flatMap((event) => (event.kind === 'explanation_escalated' ? [event.body.toUserId] : []));

  test('is passed over in the line of managers: nobody owes an explanation to themselves', () => {
    const above = { [people.agent]: { lineManagerId: people.supervisor } };
    const given = asked(inCentre({ ...above, [people.supervisor]: { lineManagerId: people.manager } }));
    given.desk.awakeUntil(T0 + 50 * HOUR);
    expect(climbs(given)).toEqual([people.manager]);
  });

  test('is passed over where they stand in for a manager', () => {
    const outOfOffice = { fromAt: 0, untilAt: T0 + 1000 * HOUR, coverUserId: people.supervisor };
    const given = asked(inCentre({ [people.manager]: { outOfOffice } }));
    given.desk.awakeUntil(T0 + 50 * HOUR);
    expect(climbs(given)).toEqual([people.ceo]);
  });

  test('is told when it is overdue and nobody is above', () => {
    const given = asked(inCentre({ [people.agent]: { lineManagerId: people.supervisor } }));
    given.desk.awakeUntil(T0 + 47 * HOUR).wakesAt(T0 + 48 * HOUR);
    expect(climbs(given)).toEqual([null]);
    expect(given.desk.last?.notices.map(({ userId, kind }) => [userId, kind])).toEqual([
      [people.supervisor, 'explanation_at_end'],
    ]);
  });
});
