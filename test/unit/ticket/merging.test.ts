import { describe, expect, test } from 'vitest';
import type { HumanEvent, TicketEvent } from '../../../src/main/domain/ticket/events.ts';
import { foldTicket } from '../../../src/main/domain/ticket/fold.ts';
import { centre, deskWithTicket, HOUR, people, rule, T0, uid } from '../../support/centre.ts';

const config = centre({
  rules: [
    rule(31),
    rule(32, {
      level: 2,
      trigger: { kind: 'resolution_breach', hours: 2, elapsed: false },
      target: { kind: 'role', role: 'ceo' },
    }),
  ],
});
const breachAt = T0 + 24 * HOUR;

/** What somebody did at another desk, and this one learns of only now. */
function elsewhere(ticketId: string, hours: number, event: HumanEvent): TicketEvent {
  const occurredAt = T0 + hours * HOUR;
  const place = { at: occurredAt * 1024, deskId: uid(901), v: 1 } as const;
  return { id: uid(4000 + hours), ticketId, occurredAt, actorId: people.otherAgent, ...place, ...event };
}

function status(to: 'pending' | 'in_progress'): HumanEvent {
  return { kind: 'status_changed', body: { status: to, reason: '', disposition: null } };
}

describe('an engine event of a desk that was cut off (Escalation 5)', () => {
  test('is overtaken when the clock that it names had been stopped and set running again', () => {
    const desk = deskWithTicket(config);
    desk.wakesAt(T0 + 4 * HOUR).wakesAt(breachAt);
    expect(desk.state.clocks.resolution.kind).toBe('breached');

    const paused = elsewhere(desk.ticketId, 12, status('pending'));
    const resumed = elsewhere(desk.ticketId, 14, status('in_progress'));
    const merged = foldTicket([...desk.log, paused, resumed], config);
    expect(merged?.clocks.resolution).toEqual({ kind: 'running', dueAt: breachAt + 2 * HOUR });
    expect(merged).toMatchObject({ status: 'in_progress', assigneeId: people.agent, escalation: { level: 0 } });
    const kinds = desk.log.filter(({ id }) => merged?.overtaken.includes(id)).map(({ kind }) => kind);
    expect(kinds).toEqual(['warned', 'breached', 'escalated']);
  });

  test('the breach that is true then has an id of its own', () => {
    const desk = deskWithTicket(config);
    desk.wakesAt(T0 + 4 * HOUR).wakesAt(breachAt);
    desk.log.push(elsewhere(desk.ticketId, 12, status('pending')), elsewhere(desk.ticketId, 14, status('in_progress')));
    desk.wakesAt(breachAt + 2 * HOUR);
    expect(desk.state.clocks.resolution).toMatchObject({ kind: 'breached', dueAt: breachAt + 2 * HOUR });
    const ids = desk.log.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('a lower level that arrives after a higher one has no effect', () => {
    const desk = deskWithTicket(config);
    desk.wakesAt(T0 + 4 * HOUR).wakesAt(breachAt);
    const levelOne = desk.log.find(({ kind }) => kind === 'escalated');
    desk.wakesAt(breachAt + 2 * HOUR);
    if (levelOne === undefined) throw new Error('not escalated');
    const late = { ...levelOne, id: uid(4999), at: (breachAt + 3 * HOUR) * 1024 };
    const merged = foldTicket([...desk.log, late], config);
    expect(merged).toMatchObject({ assigneeId: people.ceo, escalation: { level: 2 }, overtaken: [uid(4999)] });
  });
});

test('what lost against a newer value stays in the log, and the newer value stands', () => {
  const desk = deskWithTicket(config);
  desk.at(T0 + 2 * HOUR).does({ kind: 'ticket_updated', body: { patch: { subject: 'newer' } } });
  const older = elsewhere(desk.ticketId, 1, {
    kind: 'ticket_updated',
    body: { patch: { subject: 'older', category: 'water' } },
  });
  expect(foldTicket([...desk.log, older], config)).toMatchObject({ subject: 'newer', category: 'water' });
});

test('two events that desks learnt of in the same tick are folded in the order of their ids', () => {
  const desk = deskWithTicket(config);
  const named = (n: number, subject: string): TicketEvent => ({
    ...elsewhere(desk.ticketId, 1, { kind: 'ticket_updated', body: { patch: { subject } } }),
    id: uid(n),
  });
  const [first, second] = [named(4001, 'lower id'), named(4002, 'higher id')];
  expect(foldTicket([...desk.log, second, first], config)?.subject).toBe('higher id');
  expect(foldTicket([...desk.log, first, second], config)?.subject).toBe('higher id');
});
