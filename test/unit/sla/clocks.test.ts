import { describe, expect, test } from 'vitest';
import { escalated } from '../../../src/main/domain/ticket/escalation-steps.ts';
import { centre, deskWithTicket, HOUR, people, policy, rule, T0, uid } from '../../support/centre.ts';

const day = policy(21);
const reply = { kind: 'replied', body: { text: 'We are on it' } } as const;

function desk(parts: Parameters<typeof policy>[1] = {}) {
  return deskWithTicket(centre({ policies: [{ ...day, ...parts }], rules: [] }));
}

describe('deadlines (SLA 2)', () => {
  test('count from creation, per target', () => {
    expect(desk().state.clocks).toEqual({
      response: { kind: 'running', dueAt: T0 + 4 * HOUR },
      next_response: { kind: 'none' },
      resolution: { kind: 'running', dueAt: T0 + 24 * HOUR },
    });
  });

  test('a target that the policy omits does not run', () => {
    const none = desk({ targetSeconds: { response: null, next_response: null, resolution: null } });
    expect(none.state.clocks.resolution).toEqual({ kind: 'none' });
    expect(none.last?.nextAt).toBeNull();
  });

  test('a target of zero is due at creation, and breached by then', () => {
    const zero = desk({ targetSeconds: { response: null, next_response: null, resolution: 0 } });
    expect(zero.state.clocks.resolution).toMatchObject({ kind: 'breached', dueAt: T0 });
  });

  test('next response runs from the first unanswered message, and further messages do not move it', () => {
    const ticket = desk({ targetSeconds: { response: null, next_response: 2 * 3600, resolution: null } });
    ticket.at(T0 + HOUR).does({ kind: 'contact_wrote', body: { text: 'And?' } });
    ticket.at(T0 + 2 * HOUR).does({ kind: 'contact_wrote', body: { text: 'Hello?' } });
    expect(ticket.state.clocks.next_response).toEqual({ kind: 'running', dueAt: T0 + 3 * HOUR });
    ticket.at(T0 + 3 * HOUR).does(reply);
    expect(ticket.state.clocks.next_response).toEqual({ kind: 'met', metAt: T0 + 3 * HOUR, dueAt: T0 + 3 * HOUR });
    ticket.at(T0 + 5 * HOUR).does({ kind: 'contact_wrote', body: { text: 'Thanks, but' } });
    expect(ticket.state.clocks.next_response).toEqual({ kind: 'running', dueAt: T0 + 7 * HOUR });
  });
});

describe('pauses (SLA 4)', () => {
  test('the resolution clock stands still while pending, and its deadline moves by as much', () => {
    const ticket = desk();
    ticket.at(T0 + 10 * HOUR).status('pending');
    expect(ticket.state.clocks.resolution).toEqual({ kind: 'paused', remainingMs: 14 * HOUR });
    expect(ticket.state.clocks.response).toMatchObject({ kind: 'breached' });
    ticket.wakesAt(T0 + 100 * HOUR);
    expect(ticket.state.clocks.resolution).toEqual({ kind: 'paused', remainingMs: 14 * HOUR });
    ticket.at(T0 + 110 * HOUR).status('in_progress');
    expect(ticket.state.clocks.resolution).toEqual({ kind: 'running', dueAt: T0 + 124 * HOUR });
  });

  test('the response clock goes on unless the policy pauses it too', () => {
    const ticket = desk({ pausesAffect: ['response', 'resolution'] });
    ticket.at(T0 + HOUR).status('pending');
    expect(ticket.state.clocks.response).toEqual({ kind: 'paused', remainingMs: 3 * HOUR });
  });

  test('after a breach, hours overdue do not pause', () => {
    const ticket = desk();
    ticket.at(T0 + 30 * HOUR).status('pending');
    ticket.at(T0 + 40 * HOUR).status('in_progress');
    expect(ticket.state.clocks.resolution).toMatchObject({ kind: 'breached', dueAt: T0 + 24 * HOUR, endedAt: null });
  });

  test('a ticket resolved while its clock stands still has met its target', () => {
    const ticket = desk();
    ticket.at(T0 + 23 * HOUR).status('pending');
    ticket.at(T0 + 60 * HOUR).status('resolved');
    expect(ticket.state.clocks.resolution).toEqual({ kind: 'met', metAt: T0 + 60 * HOUR, dueAt: T0 + 61 * HOUR });
  });
});

describe('met and ended (SLA 5)', () => {
  test('met exactly at the deadline is met, a millisecond later is not', () => {
    const inTime = desk();
    inTime.at(T0 + 24 * HOUR).status('resolved');
    expect(inTime.state.clocks.resolution).toMatchObject({ kind: 'met', metAt: T0 + 24 * HOUR });
    const late = desk();
    late.at(T0 + 24 * HOUR + 1).status('resolved');
    expect(late.state.clocks.resolution).toMatchObject({ kind: 'breached', endedAt: T0 + 24 * HOUR + 1 });
  });

  test('the first reply meets the response; a note or a later reply does not count', () => {
    const ticket = desk();
    ticket.at(T0 + HOUR).does({ kind: 'noted', body: { text: 'called back' } });
    expect(ticket.state.clocks.response.kind).toBe('running');
    ticket.at(T0 + 2 * HOUR).does(reply);
    ticket.at(T0 + 9 * HOUR).does(reply);
    expect(ticket.state.clocks.response).toEqual({ kind: 'met', metAt: T0 + 2 * HOUR, dueAt: T0 + 4 * HOUR });
  });

  test('where the policy says so, the first move out of open is the response', () => {
    const ticket = desk({ firstMoveIsResponse: true });
    ticket.at(T0 + HOUR).status('in_progress');
    expect(ticket.state.clocks.response).toMatchObject({ kind: 'met', metAt: T0 + HOUR });
    const other = desk();
    other.at(T0 + HOUR).status('in_progress');
    expect(other.state.clocks.response.kind).toBe('running');
  });

  test.each(['resolved', 'closed'] as const)('or the move to %s, which answers before it ends the clocks', (status) => {
    const inTime = desk({ firstMoveIsResponse: true });
    inTime.at(T0 + HOUR).status(status);
    expect(inTime.state.clocks.response).toMatchObject({ kind: 'met', metAt: T0 + HOUR });
    const late = desk({ firstMoveIsResponse: true });
    late.at(T0 + 5 * HOUR).status(status);
    late.at(T0 + 6 * HOUR).status('in_progress');
    expect(late.state.clocks.response).toMatchObject({ kind: 'breached', endedAt: T0 + 5 * HOUR });
  });

  test('or an escalation by hand; one of the engine leaves the first move to a person', () => {
    const config = centre({ policies: [{ ...day, firstMoveIsResponse: true }], rules: [] });
    const { state, ticketId } = deskWithTicket(config);
    const body = {
      clockId: state.cycle.id,
      trigger: 'by_hand' as const,
      level: 1,
      ruleVersionId: null,
      targetUserId: people.manager,
      formerAssigneeId: null,
      reason: 'x',
      noticedAt: T0 + HOUR,
    };
    const by = { id: uid(990), ticketId, occurredAt: T0 + HOUR, at: T0 + HOUR, actorId: people.agent };
    const byHand = escalated(state, { ...by, kind: 'escalated', body, deskId: uid(900), v: 1 }, config);
    expect(byHand).toMatchObject({ settled: { response: { kind: 'met', metAt: T0 + HOUR } } });
    const atOnce = rule(31, { trigger: { kind: 'creation' } });
    const byEngine = deskWithTicket(centre({ policies: [{ ...day, firstMoveIsResponse: true }], rules: [atOnce] }));
    expect(byEngine.state).toMatchObject({ status: 'escalated', clocks: { response: { kind: 'running' } } });
    byEngine.at(T0 + HOUR).status('in_progress');
    expect(byEngine.state.clocks.response).toMatchObject({ kind: 'met', metAt: T0 + HOUR });
  });

  test.each(['resolved', 'closed'] as const)(
    '%s ends every clock, cancels an unmet response and plans nothing',
    (status) => {
      const ticket = desk();
      ticket.at(T0 + HOUR).status(status);
      expect(ticket.state.clocks.resolution).toMatchObject({ kind: 'met', metAt: T0 + HOUR });
      expect(ticket.state.clocks.response).toEqual({ kind: 'none' });
      expect(ticket.last?.nextAt).toBeNull();
    },
  );

  test('closing what is resolved does not move the time of resolution', () => {
    const ticket = desk();
    ticket.at(T0 + HOUR).status('resolved');
    ticket.at(T0 + 90 * HOUR).status('closed');
    expect(ticket.state).toMatchObject({ resolvedAt: T0 + HOUR, closedAt: T0 + 90 * HOUR });
    expect(ticket.state.clocks.resolution).toMatchObject({ kind: 'met', metAt: T0 + HOUR });
  });

  test.each(['resolved', 'closed'] as const)('to say %s again moves no time of it, and none of it counts', (status) => {
    const ticket = desk();
    ticket.at(T0 + 10 * HOUR).status(status);
    ticket.at(T0 + 40 * HOUR).status(status);
    expect(ticket.state).toMatchObject({ [`${status}At`]: T0 + 10 * HOUR });
    ticket.at(T0 + 50 * HOUR).status('open');
    expect(ticket.state.clocks.resolution).toEqual({ kind: 'running', dueAt: T0 + 64 * HOUR });
  });

  test('reopening resumes the clock, and resolved time does not count', () => {
    const ticket = desk();
    ticket.at(T0 + 10 * HOUR).status('resolved');
    ticket.at(T0 + 50 * HOUR).status('open');
    expect(ticket.state.clocks.resolution).toEqual({ kind: 'running', dueAt: T0 + 64 * HOUR });
    expect(ticket.state).toMatchObject({ resolvedAt: null, closedAt: null });
  });

  test('or, if the policy says so, starts a new cycle of resolution alone', () => {
    const ticket = desk({ reopening: 'new_cycle' });
    ticket.at(T0 + 30 * HOUR).status('resolved');
    ticket.at(T0 + 50 * HOUR).status('in_progress');
    expect(ticket.state.clocks.resolution).toEqual({ kind: 'running', dueAt: T0 + 74 * HOUR });
    expect(ticket.state.clocks.response).toMatchObject({ kind: 'breached', dueAt: T0 + 4 * HOUR });
    ticket.wakesAt(T0 + 74 * HOUR);
    expect(ticket.kinds().filter((kind) => kind === 'breached')).toHaveLength(3);
  });
});

describe('what a reopening owes (SLA 5, decision 0012)', () => {
  test('a late answer stays a late answer, and is not overdue again', () => {
    const ticket = desk();
    ticket.at(T0 + 5 * HOUR).does(reply);
    ticket.at(T0 + 6 * HOUR).status('resolved');
    ticket.at(T0 + 8 * HOUR).status('open');
    expect(ticket.state.clocks.response).toMatchObject({ kind: 'breached', endedAt: T0 + 5 * HOUR });
  });

  test('a message that waited too long until the ending took it over is not overdue again', () => {
    const ticket = deskWithTicket(
      centre({ policies: [policy(21, { targetSeconds: { response: null, next_response: 3600, resolution: null } })] }),
    );
    ticket.at(T0 + HOUR).does({ kind: 'contact_wrote', body: { text: 'And?' } });
    ticket.wakesAt(T0 + 2 * HOUR);
    ticket.at(T0 + 3 * HOUR).status('resolved');
    ticket.at(T0 + 4 * HOUR).status('open');
    expect(ticket.state.clocks.next_response).toMatchObject({ kind: 'breached', endedAt: T0 + 3 * HOUR });
    ticket.at(T0 + 5 * HOUR).does({ kind: 'contact_wrote', body: { text: 'Again.' } });
    expect(ticket.state.clocks.next_response).toEqual({ kind: 'running', dueAt: T0 + 6 * HOUR });
  });

  test('a first response that the ending cancelled is owed again', () => {
    const ticket = desk();
    ticket.at(T0 + HOUR).status('resolved');
    ticket.at(T0 + 2 * HOUR).status('open');
    expect(ticket.state.clocks.response).toEqual({ kind: 'running', dueAt: T0 + 5 * HOUR });
  });

  test('a first response that was late and never given is owed still, and its hours overdue go on', () => {
    const ticket = desk();
    ticket.wakesAt(T0 + 5 * HOUR);
    ticket.at(T0 + 6 * HOUR).status('resolved');
    expect(ticket.state.clocks.response).toMatchObject({ kind: 'breached', endedAt: T0 + 6 * HOUR });
    ticket.at(T0 + 8 * HOUR).status('open');
    expect(ticket.state.clocks.response).toMatchObject({ kind: 'breached', dueAt: T0 + 4 * HOUR, endedAt: null });
    expect(ticket.kinds().filter((kind) => kind === 'breached')).toHaveLength(1);
  });

  test('a message that the ending answered is not owed again: the next one is', () => {
    const targetSeconds = { response: null, next_response: 3600, resolution: null };
    const ticket = deskWithTicket(centre({ policies: [policy(21, { targetSeconds })] }));
    ticket.does({ kind: 'contact_wrote', body: { text: 'And?' } });
    ticket.at(T0 + HOUR / 2).status('resolved');
    ticket.at(T0 + HOUR).status('open');
    expect(ticket.state.clocks.next_response).toEqual({ kind: 'none' });
    ticket.at(T0 + 2 * HOUR).does({ kind: 'contact_wrote', body: { text: 'Again.' } });
    expect(ticket.state.clocks.next_response).toEqual({ kind: 'running', dueAt: T0 + 3 * HOUR });
  });

  test('no first response that was given after the ending', () => {
    const ticket = desk();
    ticket.at(T0 + HOUR).status('resolved');
    ticket.at(T0 + 2 * HOUR).does(reply);
    ticket.at(T0 + 50 * HOUR).status('open');
    ticket.wakesAt(T0 + 60 * HOUR);
    expect(ticket.state.clocks.response).toEqual({ kind: 'none' });
    expect(ticket.kinds()).not.toContain('breached');
  });

  test('no message that was answered while no clock ran: it is neither met nor missed', () => {
    const targetSeconds = { response: null, next_response: 3600, resolution: null };
    const ticket = deskWithTicket(centre({ policies: [policy(21, { targetSeconds })] }));
    ticket.at(T0 + HOUR).status('resolved');
    ticket.at(T0 + 2 * HOUR).does({ kind: 'contact_wrote', body: { text: 'Not done.' } });
    ticket.at(T0 + 10 * HOUR).does(reply);
    expect(ticket.state.clocks.next_response).toEqual({ kind: 'none' });
    ticket.at(T0 + 12 * HOUR).status('open');
    expect(ticket.state.clocks.next_response).toEqual({ kind: 'none' });
  });

  test('the message that came to a resolved ticket, also when somebody says resolved again', () => {
    const targetSeconds = { response: null, next_response: 3600, resolution: null };
    const ticket = deskWithTicket(centre({ policies: [policy(21, { targetSeconds })] }));
    ticket.at(T0 + HOUR).status('resolved');
    ticket.at(T0 + 2 * HOUR).does({ kind: 'contact_wrote', body: { text: 'Not done.' } });
    ticket.at(T0 + 3 * HOUR).status('resolved');
    ticket.at(T0 + 4 * HOUR).status('open');
    expect(ticket.state.clocks.next_response).toEqual({ kind: 'running', dueAt: T0 + 5 * HOUR });
  });

  test('in a new cycle nothing but the resolution', () => {
    const ticket = desk({ reopening: 'new_cycle' });
    ticket.at(T0 + HOUR).status('resolved');
    ticket.at(T0 + 2 * HOUR).status('open');
    expect(ticket.state.clocks).toMatchObject({ response: { kind: 'none' }, resolution: { kind: 'running' } });
  });
});

describe('a stop is open exactly while the ticket stands in a pausing status (SLA 4)', () => {
  const rules = [rule(31, { trigger: { kind: 'response_breach', hours: 0, elapsed: false } })];

  test('an escalation out of a pausing status sets the clock running', () => {
    const pausing = policy(21, { pauseStatuses: ['in_progress'] });
    const ticket = deskWithTicket(centre({ policies: [pausing], rules }));
    ticket.at(T0 + HOUR).status('in_progress');
    ticket.wakesAt(T0 + 4 * HOUR);
    expect(ticket.state).toMatchObject({
      status: 'escalated',
      clocks: { resolution: { kind: 'running', dueAt: T0 + 27 * HOUR } },
    });
  });

  test('a policy may pause while escalated, and a step-down ends that', () => {
    const pausing = policy(21, { pauseStatuses: ['escalated'] });
    const ticket = deskWithTicket(centre({ policies: [pausing], rules }));
    ticket.wakesAt(T0 + 4 * HOUR);
    expect(ticket.state.clocks.resolution).toEqual({ kind: 'paused', remainingMs: 20 * HOUR });
    ticket.at(T0 + 10 * HOUR).does({ kind: 'stepped_down', body: { reason: 'x' } });
    expect(ticket.state.clocks.resolution).toEqual({ kind: 'running', dueAt: T0 + 30 * HOUR });
  });
});

describe('an ending that the source of an import does not date', () => {
  test('ends the clocks without meeting or missing them', () => {
    const ticket = deskWithTicket(centre(), { historyUntil: T0 + 500 * HOUR });
    const body = { status: 'closed', reason: '', disposition: null, undated: true } as const;
    ticket.does({ kind: 'status_changed', body }, { occurredAt: T0 });
    ticket.wakesAt(T0 + 500 * HOUR);
    expect(ticket.state.clocks.resolution).toEqual({ kind: 'ended', dueAt: T0 + 24 * HOUR });
    expect(ticket.state.clocks.response).toEqual({ kind: 'none' });
    expect(ticket.state).toMatchObject({ status: 'closed', closedAt: null });
    expect(ticket.kinds()).not.toContain('breached');
  });
});

test('a ticket to which the source of an import gives no deadline has none, whatever its policy', () => {
  const ticket = deskWithTicket(centre(), { withoutTargets: true });
  expect(ticket.state.clocks.resolution).toEqual({ kind: 'none' });
  expect(ticket.last?.nextAt).toBeNull();
});

describe('changed on the way (SLA 6)', () => {
  const critical = policy(22, {
    match: { kind: null, category: null, severity: 'critical', priority: null },
    targetSeconds: { response: 3600, next_response: null, resolution: 6 * 3600 },
  });

  function changedAt(at: number) {
    const ticket = deskWithTicket(centre({ policies: [day, critical], rules: [] }));
    ticket.at(at).does({ kind: 'ticket_updated', body: { patch: { severity: 'critical' } } });
    return ticket;
  }

  test('another severity matches again, and time used counts', () => {
    expect(changedAt(T0 + 2 * HOUR).state.clocks.resolution).toEqual({ kind: 'running', dueAt: T0 + 6 * HOUR });
  });

  test('a deadline that would then lie in the past breaches at the change', () => {
    expect(changedAt(T0 + 8 * HOUR).state.clocks.resolution).toMatchObject({ kind: 'breached', dueAt: T0 + 8 * HOUR });
  });

  test('it does so even while the clock stands still', () => {
    const ticket = deskWithTicket(centre({ policies: [day, critical], rules: [] }));
    ticket.at(T0 + 7 * HOUR).status('pending');
    ticket.at(T0 + 9 * HOUR).does({ kind: 'ticket_updated', body: { patch: { severity: 'critical' } } });
    expect(ticket.state.clocks.resolution).toMatchObject({ kind: 'breached', dueAt: T0 + 9 * HOUR });
  });

  test('what has happened stays: a response that was met is not missed by a shorter target', () => {
    const ticket = deskWithTicket(centre({ policies: [day, critical], rules: [] }));
    ticket.at(T0 + 3 * HOUR).does(reply);
    ticket.at(T0 + 4 * HOUR).does({ kind: 'ticket_updated', body: { patch: { severity: 'critical' } } });
    expect(ticket.state.clocks.response).toEqual({ kind: 'met', metAt: T0 + 3 * HOUR, dueAt: T0 + 4 * HOUR });
  });

  test('a change that matches the same policy changes nothing', () => {
    const ticket = deskWithTicket(centre({ policies: [day], rules: [] }));
    ticket.at(T0 + HOUR).does({ kind: 'ticket_updated', body: { patch: { severity: 'critical' } } });
    expect(ticket.kinds()).toEqual(['ticket_created', 'policy_matched', 'ticket_updated']);
  });
});

describe('sensitive tickets (SLA 10)', () => {
  const sensitive = { kind: 'marked_sensitive', body: {} } as const;

  test('have no deadlines, breaches or plans', () => {
    const ticket = desk();
    ticket.at(T0 + HOUR).does(sensitive);
    expect(new Set(Object.values(ticket.state.clocks).map(({ kind }) => kind))).toEqual(new Set(['none']));
    ticket.wakesAt(T0 + 1000 * HOUR);
    expect(ticket.last).toMatchObject({ added: [], nextAt: null, notices: [] });
  });

  test('marking takes back what had been breached and escalated', () => {
    const ticket = deskWithTicket(centre());
    ticket.wakesAt(T0 + 30 * HOUR);
    expect(ticket.state.escalation.level).toBe(1);
    ticket.does(sensitive);
    expect(ticket.state).toMatchObject({ status: 'in_progress', escalation: { level: 0, at: null } });
    expect(ticket.state.clocks.resolution).toEqual({ kind: 'none' });
  });

  test('unmarking starts a new cycle', () => {
    const ticket = desk();
    ticket.at(T0 + HOUR).does(sensitive);
    ticket
      .at(T0 + 50 * HOUR)
      .does({ kind: 'unmarked_sensitive', body: { reason: 'mistake' } }, { actorId: people.clearedSupervisor });
    expect(ticket.state.clocks).toMatchObject({
      response: { kind: 'running', dueAt: T0 + 54 * HOUR },
      resolution: { kind: 'running', dueAt: T0 + 74 * HOUR },
    });
  });
});
