import { describe, expect, test } from 'vitest';
import { centre, deskWithTicket, HOUR, missed, policy, T0 } from '../../support/centre.ts';

const wrote = { kind: 'contact_wrote', body: { text: 'And?' } } as const;
const reply = { kind: 'replied', body: { text: 'Soon' } } as const;

function desk(parts: Parameters<typeof policy>[1] = {}) {
  const targetSeconds = { response: 8 * 3600, next_response: 2 * 3600, resolution: 48 * 3600 };
  return deskWithTicket(centre({ policies: [policy(21, { targetSeconds, warnPercent: 0, ...parts })], rules: [] }));
}
const clock = (ticket: ReturnType<typeof desk>) => ticket.state.clocks.next_response;

describe('next response (SLA 2)', () => {
  test('does not run while no message waits: the ticket itself is none', () => {
    expect(clock(desk())).toEqual({ kind: 'none' });
  });

  test('runs whether or not the first response was given, and one reply answers both', () => {
    const ticket = desk();
    ticket.at(T0 + HOUR).does(wrote);
    expect(clock(ticket)).toEqual({ kind: 'running', dueAt: T0 + 3 * HOUR });
    expect(ticket.state.clocks.response).toEqual({ kind: 'running', dueAt: T0 + 8 * HOUR });
    ticket.at(T0 + 2 * HOUR).does(reply);
    expect(clock(ticket)).toMatchObject({ kind: 'met' });
    expect(ticket.state.clocks.response).toMatchObject({ kind: 'met' });
  });

  test('a note is no answer, and neither is a change of status', () => {
    const ticket = desk();
    ticket.does(wrote);
    ticket.at(T0 + HOUR).does({ kind: 'noted', body: { text: 'x' } });
    ticket.status('in_progress');
    expect(clock(ticket).kind).toBe('running');
  });

  test('met exactly at the deadline is met', () => {
    const ticket = desk();
    ticket.does(wrote);
    ticket.at(T0 + 2 * HOUR).does(reply);
    expect(clock(ticket)).toMatchObject({ kind: 'met', metAt: T0 + 2 * HOUR });
  });

  test('a late answer stays late until the next message, which has a clock and a breach of its own', () => {
    const ticket = desk();
    ticket.does(wrote);
    ticket.at(T0 + 3 * HOUR).does(reply);
    expect(clock(ticket)).toMatchObject({ kind: 'breached', endedAt: T0 + 3 * HOUR });
    ticket.at(T0 + 5 * HOUR).does(wrote);
    ticket.wakesAt(T0 + 7 * HOUR);
    expect(missed(ticket)).toEqual([
      ['next_response', 2],
      ['next_response', 7],
    ]);
  });

  test('is not paused unless the policy says so', () => {
    const plain = desk();
    plain.does(wrote);
    plain.at(T0 + HOUR).status('pending');
    expect(clock(plain)).toEqual({ kind: 'running', dueAt: T0 + 2 * HOUR });
    const pausing = desk({ pausesAffect: ['next_response', 'resolution'] });
    pausing.does(wrote);
    pausing.at(T0 + HOUR).status('pending');
    expect(clock(pausing)).toEqual({ kind: 'paused', remainingMs: HOUR });
  });

  test('a message that comes while it is paused waits with its whole time', () => {
    const ticket = desk({ pausesAffect: ['next_response'] });
    ticket.at(T0 + HOUR).status('pending');
    ticket.at(T0 + 3 * HOUR).does(wrote);
    expect(clock(ticket)).toEqual({ kind: 'paused', remainingMs: 2 * HOUR });
    ticket.at(T0 + 10 * HOUR).status('in_progress');
    expect(clock(ticket)).toEqual({ kind: 'running', dueAt: T0 + 12 * HOUR });
  });

  test('a pause that was over before the message takes nothing from it', () => {
    const ticket = desk({ pausesAffect: ['next_response'] });
    ticket.status('pending');
    ticket.at(T0 + 3 * HOUR).status('open');
    ticket.at(T0 + 4 * HOUR).does(wrote);
    expect(clock(ticket)).toEqual({ kind: 'running', dueAt: T0 + 6 * HOUR });
  });

  test('resolving cancels it', () => {
    const ticket = desk();
    ticket.does(wrote);
    ticket.at(T0 + HOUR).status('resolved');
    expect(clock(ticket)).toEqual({ kind: 'none' });
    expect(ticket.last?.nextAt).toBeNull();
  });

  test('a message to a resolved ticket waits for a reopening, and runs from there', () => {
    const ticket = desk();
    ticket.at(T0 + HOUR).status('resolved');
    ticket.at(T0 + 5 * HOUR).does(wrote);
    expect(clock(ticket)).toEqual({ kind: 'none' });
    expect(ticket.last?.nextAt).toBeNull();
    ticket.at(T0 + 9 * HOUR).status('open');
    expect(clock(ticket)).toEqual({ kind: 'running', dueAt: T0 + 11 * HOUR });
  });

  test("closing is the desk's last word: what was written to the resolved ticket waits no more", () => {
    const ticket = desk();
    ticket.at(T0 + HOUR).status('resolved');
    ticket.does(wrote);
    ticket.at(T0 + 2 * HOUR).status('closed');
    ticket.at(T0 + 900 * HOUR).status('open');
    expect(clock(ticket)).toEqual({ kind: 'none' });
  });

  test('a policy matched later gives a target to the message that waits', () => {
    const none = policy(21, { targetSeconds: { response: null, next_response: null, resolution: null } });
    const some = policy(22, {
      match: { kind: null, category: null, severity: 'high', priority: null },
      targetSeconds: { response: null, next_response: 2 * 3600, resolution: null },
    });
    const ticket = deskWithTicket(centre({ policies: [none, some], rules: [] }));
    ticket.does(wrote);
    ticket.at(T0 + HOUR).does({ kind: 'ticket_updated', body: { patch: { severity: 'high' } } });
    expect(clock(ticket)).toEqual({ kind: 'running', dueAt: T0 + 2 * HOUR });
  });
});
