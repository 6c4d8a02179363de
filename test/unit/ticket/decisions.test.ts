import { describe, expect, test } from 'vitest';
import { decide, type TicketCommand } from '../../../src/main/domain/ticket/decide.ts';
import type { EventOf } from '../../../src/main/domain/ticket/events.ts';
import { statusMoves } from '../../../src/preload/contract/status-moves.ts';
import type { User } from '../../../src/main/domain/config/config.ts';
import { createTicketInput } from '../../../src/preload/contract/tickets.ts';
import { chosenStatuses, statuses } from '../../../src/preload/contract/values.ts';
import {
  centre,
  city,
  cityTeam,
  deskWithTicket,
  HOUR,
  hospital,
  people,
  T0,
  uid,
  wardTeam,
  type Desk,
} from '../../support/centre.ts';

const config = centre();
const otherTicket = () => null;

function actor(id: string): User {
  const user = config.user(id);
  if (user === undefined) throw new Error('no such user');
  return user;
}

/** A command as it meets a ticket: what it decides, or the code of its refusal. */
function ask(desk: Desk | null, command: TicketCommand, by: string = people.agent) {
  let ids = 5000;
  const ticket = desk === null ? null : { state: desk.state, log: desk.log };
  const context = { nowAt: desk?.nowAt ?? T0, actor: actor(by), config, newId: () => uid(++ids), otherTicket };
  const result = decide(ticket, command, context, () => 'WK-A-000002');
  return result.ok ? result.value.map(({ kind }) => kind) : result.code;
}

function ticketHeldBy(assigneeId: string | null, parts: Partial<EventOf<'ticket_created'>['body']> = {}): Desk {
  return deskWithTicket(config, { assigneeId, ...parts });
}

const on = { ticketId: uid(7) };
const status = (to: (typeof chosenStatuses)[number]): TicketCommand => ({
  kind: 'set_status',
  input: { ...on, status: to, reason: '', disposition: null },
});
const assign = (assigneeId: string | null, teamId?: string): TicketCommand => ({
  kind: 'assign',
  input: teamId === undefined ? { ...on, assigneeId } : { ...on, assigneeId, teamId },
});
const note: TicketCommand = { kind: 'note', input: { ...on, text: 'x' } };
const mark: TicketCommand = { kind: 'mark_sensitive', input: on };
const undo = (eventId: string): TicketCommand => ({ kind: 'undo', input: { eventId } });
const create = (parts: object): TicketCommand => ({
  kind: 'create',
  input: createTicketInput.parse({ organizationId: city, subject: 'x', ...parts }),
});

describe('a ticket that the actor may not see', () => {
  test('reads the same as one that is not there', () => {
    const hidden = ticketHeldBy(null, { sensitive: true });
    expect(ask(hidden, note)).toBe('NOT_FOUND');
    expect(ask(null, note)).toBe('NOT_FOUND');
    expect(ask(ticketHeldBy(null), note, people.administrator)).toBe('NOT_FOUND');
  });

  test('one that the actor sees and may not change says so', () => {
    expect(ask(ticketHeldBy(null), note, people.auditor)).toBe('ACCESS_DENIED');
  });
});

describe('creating', () => {
  test('asks for a team of the organization and an assignee who can see it', () => {
    expect(ask(null, create({ teamId: cityTeam, assigneeId: people.otherAgent }))).toEqual(['ticket_created']);
    expect(ask(null, create({ teamId: wardTeam }))).toBe('NOT_FOUND');
    expect(ask(null, create({ assigneeId: people.administrator }))).toBe('NOT_FOUND');
  });

  test('a sensitive ticket cannot be given to somebody without clearance', () => {
    expect(ask(null, create({ sensitive: true, assigneeId: people.agent }))).toBe('SENSITIVE_NEEDS_CLEARED_HOLDER');
    expect(ask(null, create({ sensitive: true, assigneeId: people.clearedSupervisor }))).toEqual(['ticket_created']);
  });

  test('administrators and auditors do not create tickets', () => {
    expect(ask(null, create({}), people.administrator)).toBe('NOT_FOUND');
    expect(ask(null, create({}), people.auditor)).toBe('ACCESS_DENIED');
    expect(ask(null, create({ organizationId: hospital }), people.ceo)).toEqual(['ticket_created']);
  });
});

describe('status moves', () => {
  test.each(statuses.flatMap((from) => chosenStatuses.map((to) => [from, to] as const)))(
    '%s → %s as the table says',
    (from, to) => {
      const desk = deskWithTicket(config);
      if (from === 'escalated') desk.wakesAt(T0 + 24 * HOUR);
      else if (from !== 'open') desk.status(from);
      expect(desk.state.status).toBe(from);
      expect(ask(desk, status(to))).toEqual(statusMoves[from].includes(to) ? ['status_changed'] : 'STATUS_NOT_ALLOWED');
    },
  );
});

describe('assigning', () => {
  test('an agent takes what nobody holds, and gives away what is their own', () => {
    expect(ask(ticketHeldBy(null), assign(people.agent))).toEqual(['assigned']);
    expect(ask(ticketHeldBy(people.agent), assign(people.otherAgent))).toEqual(['assigned']);
    expect(ask(ticketHeldBy(people.otherAgent), assign(people.agent))).toBe('ACCESS_DENIED');
    expect(ask(ticketHeldBy(null), assign(people.otherAgent))).toBe('ACCESS_DENIED');
  });

  test('a supervisor assigns within their teams', () => {
    expect(ask(ticketHeldBy(null), assign(people.otherAgent), people.supervisor)).toEqual(['assigned']);
    expect(ask(ticketHeldBy(null, { teamId: uid(999) }), assign(people.otherAgent), people.supervisor)).toBe(
      'ACCESS_DENIED',
    );
  });

  test('never to a team of another organization', () => {
    expect(ask(ticketHeldBy(null), assign(null, wardTeam), people.ceo)).toBe('NOT_FOUND');
  });
});

describe('replying', () => {
  test('is stopped when the ticket has changed since the writer looked', () => {
    const desk = deskWithTicket(config);
    const seenVersion = desk.state.version;
    desk.does({ kind: 'noted', body: { text: 'they called again' } }, { actorId: people.otherAgent });
    const reply = (seen: number | null): TicketCommand => ({
      kind: 'reply',
      input: { ...on, text: 'x', seenVersion: seen },
    });
    expect(ask(desk, reply(seenVersion))).toBe('TICKET_STALE');
    expect(ask(desk, reply(desk.state.version))).toEqual(['replied']);
    expect(ask(desk, reply(null))).toEqual(['replied']);
  });
});

describe('sensitive tickets (SLA 10)', () => {
  test('anybody who sees a ticket may mark it, and an uncleared assignee is removed', () => {
    expect(ask(ticketHeldBy(people.otherAgent), mark)).toEqual(['marked_sensitive', 'assigned']);
    expect(ask(ticketHeldBy(people.clearedSupervisor), mark)).toEqual(['marked_sensitive']);
    expect(ask(ticketHeldBy(null), mark, people.auditor)).toEqual(['marked_sensitive']);
  });

  test('unmarking needs clearance', () => {
    const unmark: TicketCommand = { kind: 'unmark_sensitive', input: { ...on, reason: 'mistake' } };
    const desk = ticketHeldBy(null, { sensitive: true });
    expect(ask(desk, unmark, people.ceo)).toBe('NOT_FOUND');
    expect(ask(desk, unmark, people.clearedSupervisor)).toEqual(['unmarked_sensitive']);
  });

  test('marking tells the cleared supervisors, and nobody else', () => {
    const desk = ticketHeldBy(people.agent);
    desk.does({ kind: 'marked_sensitive', body: {} });
    expect(desk.last?.notices.map(({ userId, kind }) => [userId, kind])).toEqual([
      [people.clearedSupervisor, 'sensitive_marked'],
    ]);
  });

  test('one who is not cleared never holds one', () => {
    const desk = ticketHeldBy(null, { sensitive: true });
    expect(ask(desk, assign(people.otherAgent), people.clearedSupervisor)).toBe('SENSITIVE_NEEDS_CLEARED_HOLDER');
  });

  test('they cannot be escalated by hand', () => {
    const escalate: TicketCommand = { kind: 'escalate', input: { ...on, reason: 'x' } };
    expect(ask(ticketHeldBy(null, { sensitive: true }), escalate, people.clearedSupervisor)).toBe('STATUS_NOT_ALLOWED');
  });
});

describe('escalating by hand (Escalation 1)', () => {
  const escalate: TicketCommand = { kind: 'escalate', input: { ...on, reason: 'the mayor called' } };

  test('goes to the next level whose target does not hold it yet', () => {
    expect(ask(ticketHeldBy(people.agent), escalate)).toEqual(['escalated']);
    expect(ask(ticketHeldBy(people.manager), escalate)).toBe('TARGET_NOBODY');
  });

  test('a ticket that has ended is not escalated', () => {
    const desk = deskWithTicket(config);
    desk.status('resolved');
    expect(ask(desk, escalate)).toBe('STATUS_NOT_ALLOWED');
  });
});

describe('acknowledging', () => {
  test('is for whoever holds an escalated ticket, until a time to come', () => {
    const desk = deskWithTicket(config);
    const until = (untilAt: number): TicketCommand => ({ kind: 'acknowledge', input: { ...on, untilAt } });
    expect(ask(desk, until(T0 + HOUR))).toBe('STATUS_NOT_ALLOWED');
    desk.wakesAt(T0 + 24 * HOUR);
    expect(ask(desk, until(T0 + 25 * HOUR), people.agent)).toBe('ACCESS_DENIED');
    expect(ask(desk, until(T0 + 25 * HOUR), people.manager)).toEqual(['acknowledged']);
    expect(ask(desk, until(T0 + 24 * HOUR), people.manager)).toBe('BAD_INPUT');
  });
});

describe('undo', () => {
  test('takes back what the same person just did, once', () => {
    const desk = deskWithTicket(config);
    const done = desk.at(T0 + HOUR).status('resolved');
    expect(ask(desk, undo(done), people.otherAgent)).toBe('NOTHING_TO_UNDO');
    expect(ask(desk, undo(done))).toEqual(['voided']);
    desk.does({ kind: 'voided', body: { eventId: done } });
    expect(ask(desk, undo(done))).toBe('NOTHING_TO_UNDO');
  });

  test('is over after its time', () => {
    const desk = deskWithTicket(config);
    const done = desk.status('resolved');
    desk.at(T0 + 13_000);
    expect(ask(desk, undo(done))).toBe('UNDO_TOO_LATE');
  });

  test('never hands a sensitive ticket back to somebody without clearance', () => {
    const desk = ticketHeldBy(people.agent);
    const taken = desk.does(
      { kind: 'assigned', body: { assigneeId: people.clearedSupervisor, teamId: cityTeam } },
      { actorId: people.clearedSupervisor },
    );
    desk.does({ kind: 'marked_sensitive', body: {} }, { actorId: people.otherAgent });
    expect(ask(desk, undo(taken), people.clearedSupervisor)).toBe('SENSITIVE_NEEDS_CLEARED_HOLDER');
  });

  test('does not take back a mark of sensitivity', () => {
    const desk = ticketHeldBy(null);
    const marked = desk.does({ kind: 'marked_sensitive', body: {} }, { actorId: people.clearedSupervisor });
    expect(ask(desk, undo(marked), people.clearedSupervisor)).toBe('NOTHING_TO_UNDO');
  });
});
