import { describe, expect, test } from 'vitest';
import type { TicketCommand } from '../../../src/main/domain/ticket/decide.ts';
import type { TicketState } from '../../../src/main/domain/ticket/state.ts';
import {
  centre,
  city,
  cityTeam,
  climbed,
  deskWithTicket,
  hospital,
  HOUR,
  people,
  T0,
  uid,
  user,
  wardTeam,
  type Desk,
} from '../../support/centre.ts';
import { wish } from '../../support/wish.ts';

const config = centre();
const on = { ticketId: uid(7) };

function other(parts: Partial<TicketState> = {}): TicketState {
  return { ...deskWithTicket(config).state, id: uid(8), number: 'WK-A-000008', ...parts };
}
function ask(desk: Desk, command: TicketCommand, userId: string = people.agent, others: TicketState[] = [other()]) {
  const answer = wish(desk, command, { config, userId, others });
  return typeof answer === 'string' ? answer : answer.map(({ kind, body }) => ({ kind, body }));
}

describe('closing (seed B)', () => {
  const close = (thank?: boolean): TicketCommand => ({
    kind: 'set_status',
    input: { ...on, status: 'closed', reason: '', disposition: null, thank },
  });
  const thanks = (desk: Desk, thank?: boolean, userId?: string) => {
    const answer = ask(desk, close(thank), userId);
    return typeof answer === 'string' ? answer : answer[0]?.body;
  };

  test('thanks the contact, unless the person says otherwise or the ticket is sensitive', () => {
    expect(thanks(deskWithTicket(config))).toMatchObject({ thank: true });
    expect(thanks(deskWithTicket(config), false)).toMatchObject({ thank: false });
    const sensitive = deskWithTicket(config, { sensitive: true, assigneeId: null });
    expect(thanks(sensitive, true, people.clearedSupervisor)).toMatchObject({ thank: false });
  });

  test('no other change of status does', () => {
    const resolve: TicketCommand = {
      kind: 'set_status',
      input: { ...on, status: 'resolved', reason: '', disposition: null, thank: true },
    };
    expect(ask(deskWithTicket(config), resolve)).toEqual([
      { kind: 'status_changed', body: { status: 'resolved', reason: '', disposition: null } },
    ]);
  });
});

describe('merging', () => {
  const merge = (intoTicketId = uid(8)): TicketCommand => ({ kind: 'merge', input: { ...on, intoTicketId } });
  const merged = { kind: 'merged', body: { intoTicketId: uid(8), intoNumber: 'WK-A-000008' } } as const;

  test('closes a ticket as a duplicate of another', () => {
    expect(ask(deskWithTicket(config), merge())).toEqual([merged]);
    const desk = deskWithTicket(config);
    desk.at(T0 + HOUR).does(merged);
    expect(desk.state).toMatchObject({
      status: 'closed',
      closedAt: T0 + HOUR,
      disposition: 'duplicate',
      mergedInto: { ticketId: uid(8), number: 'WK-A-000008' },
      clocks: { resolution: { kind: 'met' }, response: { kind: 'none' } },
    });
    expect(desk.last?.nextAt).toBeNull();
  });

  test('it does not escalate any more, also when it was overdue', () => {
    const desk = deskWithTicket(config).wakesAt(T0 + 5 * HOUR);
    desk.does(merged);
    expect(climbed(desk.awakeUntil(T0 + 500 * HOUR))).toEqual([]);
  });

  test('reopening it undoes the link, and so does an undo', () => {
    const reopened = deskWithTicket(config);
    reopened.does(merged);
    reopened.at(T0 + HOUR).status('open');
    expect(reopened.state).toMatchObject({ status: 'open', mergedInto: null, disposition: null });
    const undone = deskWithTicket(config);
    const id = undone.does(merged);
    undone.does({ kind: 'voided', body: { eventId: id } });
    expect(undone.state).toMatchObject({ status: 'open', mergedInto: null, disposition: null });
  });

  test('not into itself, one that is not there, a duplicate in turn, or one of another organization', () => {
    const desk = deskWithTicket(config);
    expect(ask(desk, merge(uid(7)), people.agent, [desk.state])).toBe('BAD_INPUT');
    expect(ask(desk, merge(uid(9)))).toBe('NOT_FOUND');
    const mergedInto = { ticketId: uid(9), number: 'X' };
    expect(ask(desk, merge(), people.agent, [other({ mergedInto })])).toBe('BAD_INPUT');
    expect(ask(desk, merge(), people.agent, [other({ organizationId: hospital })])).toBe('BAD_INPUT');
  });

  test('a sensitive ticket is not told of by a link: only another sensitive one is merged into it', () => {
    const sensitive = other({ sensitive: true });
    expect(ask(deskWithTicket(config), merge(), people.agent, [sensitive])).toBe('NOT_FOUND');
    expect(ask(deskWithTicket(config), merge(), people.clearedSupervisor, [sensitive])).toBe('BAD_INPUT');
    const both = deskWithTicket(config, { sensitive: true, assigneeId: null });
    expect(ask(both, merge(), people.clearedSupervisor, [sensitive])).toEqual([merged]);
  });

  test('a closed ticket is not merged, and auditors merge nothing', () => {
    const closed = deskWithTicket(config);
    closed.status('closed');
    expect(ask(closed, merge())).toBe('STATUS_NOT_ALLOWED');
    expect(ask(deskWithTicket(config), merge(), people.auditor)).toBe('ACCESS_DENIED');
  });

  test('merged by one desk and closed by another: the first of them closes it, the link is overtaken', () => {
    const desk = deskWithTicket(config);
    desk.at(T0 + HOUR).status('closed');
    desk.at(T0 + 2 * HOUR).does(merged);
    expect(desk.state).toMatchObject({ closedAt: T0 + HOUR, mergedInto: null });
    expect(desk.state.overtaken).toHaveLength(1);
  });
});

describe('moving to another organization', () => {
  const move = (organizationId = hospital, teamId: string | null = wardTeam): TicketCommand => ({
    kind: 'move',
    input: { ...on, organizationId, teamId },
  });

  test('a holder who works there too keeps it', () => {
    expect(ask(deskWithTicket(config), move())).toEqual([
      { kind: 'moved', body: { organizationId: hospital, teamId: wardTeam, assigneeId: people.agent } },
    ]);
  });

  test('one who does not loses it', () => {
    const local = user(uid(150), { grants: [{ organizationId: city, role: 'agent', order: 0 }] });
    const there = centre({ users: [local, ...config.users()] });
    const desk = deskWithTicket(there, { assigneeId: local.id });
    const answer = wish(desk, move(), { config: there, userId: people.ceo });
    expect(answer).toMatchObject([{ body: { assigneeId: null } }]);
    expect(wish(desk, move(), { config: there, userId: local.id })).toBe('NOT_FOUND');
  });

  test('only to another organization, and to a team of it', () => {
    const desk = deskWithTicket(config);
    expect(ask(desk, move(city, null))).toBe('BAD_INPUT');
    expect(ask(desk, move(hospital, cityTeam))).toBe('NOT_FOUND');
  });

  test('an agent hands over what is their own, and an administrator nothing', () => {
    expect(ask(deskWithTicket(config, { assigneeId: people.otherAgent }), move())).toBe('ACCESS_DENIED');
    expect(ask(deskWithTicket(config), move(), people.administrator)).toBe('NOT_FOUND');
  });
});

describe('re-applying', () => {
  const reapply: TicketCommand = { kind: 'reapply', input: on };

  test('is for administrators', () => {
    const desk = deskWithTicket(config);
    expect(ask(desk, reapply, people.administrator)).toEqual([{ kind: 'policy_reapplied', body: {} }]);
    expect(ask(desk, reapply, people.ceo)).toBe('ACCESS_DENIED');
    expect(ask(desk, reapply, people.agent)).toBe('ACCESS_DENIED');
  });

  test('is for open tickets that are not sensitive', () => {
    const ended = deskWithTicket(config);
    ended.status('resolved');
    expect(ask(ended, reapply, people.administrator)).toBe('STATUS_NOT_ALLOWED');
    const sensitive = deskWithTicket(config, { sensitive: true, assigneeId: null });
    expect(ask(sensitive, reapply, people.administrator)).toBe('NOT_FOUND');
  });
});
