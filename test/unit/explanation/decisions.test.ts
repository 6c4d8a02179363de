import { describe, expect, test } from 'vitest';
import type { TicketCommand } from '../../../src/main/domain/ticket/decide.ts';
import { centre, deskWithTicket, people, uid, type Desk } from '../../support/centre.ts';
import { wish } from '../../support/wish.ts';

const config = centre();
const on = { ticketId: uid(7) };
const ask = (ofUserId: string | null, ofName = ''): TicketCommand => ({
  kind: 'ask_explanation',
  input: { ...on, ofUserId, ofName, question: 'Why?' },
});
const answer = (requestId: string): TicketCommand => ({
  kind: 'answer_explanation',
  input: { ...on, requestId, text: 'A flood' },
});
const accept = (requestId: string): TicketCommand => ({ kind: 'accept_explanation', input: { ...on, requestId } });
const sendBack = (requestId: string): TicketCommand => ({
  kind: 'send_back_explanation',
  input: { ...on, requestId, reason: 'which flood?' },
});

function decides(desk: Desk, command: TicketCommand, userId: string) {
  const answered = wish(desk, command, { config, userId });
  return typeof answered === 'string' ? answered : answered.map(({ kind }) => kind);
}

/** A question by the supervisor to the agent, and how far it has come. */
function question(answered = false): { desk: Desk; requestId: string } {
  const desk = deskWithTicket(config, { assigneeId: people.otherAgent });
  const asked = wish(desk, ask(people.agent), { config, userId: people.supervisor });
  if (typeof asked === 'string' || asked[0]?.kind !== 'explanation_requested') throw new Error('not asked');
  const { kind, body } = asked[0];
  const requestId = desk.does({ kind, body }, { actorId: people.supervisor });
  if (answered) desk.does({ kind: 'explanation_answered', body: { requestId, text: 'A flood' } });
  return { desk, requestId };
}

describe('asking for an explanation', () => {
  test('is for who works with the team; an agent asks about their own tickets', () => {
    const desk = deskWithTicket(config, { assigneeId: people.otherAgent });
    expect(decides(desk, ask(people.agent), people.supervisor)).toEqual(['explanation_requested']);
    expect(decides(desk, ask(people.agent), people.otherAgent)).toEqual(['explanation_requested']);
    expect(decides(desk, ask(people.otherAgent), people.agent)).toBe('ACCESS_DENIED');
    expect(decides(desk, ask(people.agent), people.auditor)).toBe('ACCESS_DENIED');
  });

  test('of a person with an account their name is kept, and without one a name is needed', () => {
    const desk = deskWithTicket(config);
    const withAccount = wish(desk, ask(people.agent), { config, userId: people.supervisor });
    expect(withAccount).toMatchObject([{ body: { ofUserId: people.agent, ofName: people.agent } }]);
    const without = wish(desk, ask(null, 'Nurse Dlamini'), { config, userId: people.supervisor });
    expect(without).toMatchObject([{ body: { ofUserId: null, ofName: 'Nurse Dlamini' } }]);
    expect(decides(desk, ask(null), people.supervisor)).toBe('BAD_INPUT');
  });

  test('nobody asks themselves, or somebody who does not see the ticket', () => {
    const desk = deskWithTicket(config);
    expect(decides(desk, ask(people.supervisor), people.supervisor)).toBe('BAD_INPUT');
    expect(decides(desk, ask(people.administrator), people.supervisor)).toBe('NOT_FOUND');
  });

  test('on a sensitive ticket only somebody who is cleared is asked, and without a due time', () => {
    const desk = deskWithTicket(config, { sensitive: true, assigneeId: null });
    const by = people.clearedSupervisor;
    expect(decides(desk, ask(people.agent), by)).toBe('SENSITIVE_NEEDS_CLEARED_HOLDER');
    expect(decides(desk, ask(null, 'Nurse Dlamini'), by)).toBe('SENSITIVE_NEEDS_CLEARED_HOLDER');
    expect(decides(desk, ask(people.agent), people.supervisor)).toBe('NOT_FOUND');
    const cleared = centre({
      users: [...config.users()].map((each) => ({ ...each, clearedFor: [desk.state.organizationId] })),
    });
    expect(wish(desk, ask(people.agent), { config: cleared, userId: by })).toMatchObject([{ body: { terms: null } }]);
  });
});

describe('answering', () => {
  test('is recorded by the person, or for them by who may ask', () => {
    const { desk, requestId } = question();
    expect(decides(desk, answer(requestId), people.agent)).toEqual(['explanation_answered']);
    expect(decides(desk, answer(requestId), people.supervisor)).toEqual(['explanation_answered']);
    expect(decides(desk, answer(requestId), people.auditor)).toBe('ACCESS_DENIED');
  });

  test('of a question that is not there, or accepted already, is refused', () => {
    const { desk, requestId } = question(true);
    expect(decides(desk, answer(uid(1)), people.agent)).toBe('NOT_FOUND');
    desk.does({ kind: 'explanation_accepted', body: { requestId } }, { actorId: people.supervisor });
    expect(decides(desk, answer(requestId), people.agent)).toBe('STATUS_NOT_ALLOWED');
  });
});

describe.each([
  ['accepting', accept, 'explanation_accepted'],
  ['sending back', sendBack, 'explanation_sent_back'],
] as const)('%s', (_name, judge, kind) => {
  test('is for who may ask, once there is an answer', () => {
    const { desk, requestId } = question(true);
    expect(decides(desk, judge(requestId), people.supervisor)).toEqual([kind]);
    expect(decides(desk, judge(requestId), people.auditor)).toBe('ACCESS_DENIED');
    const open = question();
    expect(decides(open.desk, judge(open.requestId), people.supervisor)).toBe('STATUS_NOT_ALLOWED');
    expect(decides(desk, judge(uid(1)), people.supervisor)).toBe('NOT_FOUND');
  });

  test('nobody judges their own', () => {
    const desk = deskWithTicket(config, { assigneeId: people.agent });
    const terms = null;
    const body = { ofUserId: people.agent, ofName: 'a', question: 'q', terms };
    const requestId = desk.does({ kind: 'explanation_requested', body }, { actorId: people.supervisor });
    desk.does({ kind: 'explanation_answered', body: { requestId, text: 'x' } });
    // Holds the ticket, and so may ask about it.
    expect(decides(desk, judge(requestId), people.agent)).toBe('ACCESS_DENIED');
  });
});
