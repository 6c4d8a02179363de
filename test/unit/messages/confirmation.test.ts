import { describe, expect, test } from 'vitest';
import type { ConfigSnapshot } from '../../../src/main/domain/config/config-snapshot.ts';
import { askedAgain, confirmationDecision } from '../../../src/main/domain/messages/confirmation.ts';
import { foldTicket } from '../../../src/main/domain/ticket/fold.ts';
import { setStatus } from '../../../src/main/domain/ticket/decisions/set-status.ts';
import { centre, creation, Desk, HOUR, people, stampAt, T0, uid } from '../../support/centre.ts';
import { contact, Outward, withTerms } from '../../support/messages.ts';

const DAY = 24 * HOUR;
const week = withTerms(centre({ rules: [] }), { silenceDays: 7 });

/** A ticket that somebody resolves at T0 + 1 h, as the decision would have it. */
function resolvedDesk(config: ConfigSnapshot, parts: Parameters<typeof creation>[0] = {}): Desk {
  const desk = new Desk(config);
  desk.does(creation({ contact, ...parts }));
  const actor = config.user(people.agent);
  if (actor === undefined) throw new Error('the centre has no agent');
  desk.at(T0 + HOUR);
  const context = { nowAt: desk.nowAt, actor, config, newId: () => uid(1), otherTicket: () => null };
  const outcome = setStatus(
    { state: desk.state, log: desk.log },
    { status: 'resolved', reason: '', disposition: null },
    context,
  );
  const event = outcome.ok ? outcome.value[0] : undefined;
  if (event?.kind !== 'status_changed') throw new Error('not resolved');
  desk.does({ kind: 'status_changed', body: event.body });
  return desk;
}

describe('a resolved ticket whose contact keeps silent', () => {
  const due = T0 + HOUR + 7 * DAY;

  test('is closed after the organization’s days, at that very instant, once, and its contact thanked', () => {
    const desk = resolvedDesk(week);
    expect(desk.last?.nextAt).toBe(due);
    expect(desk.wakesAt(due - 1).state.status).toBe('resolved');
    desk.wakesAt(due + HOUR);
    const { status, closedAt } = desk.state;
    expect({ status, closedAt, nextAt: desk.last?.nextAt }).toEqual({ status: 'closed', closedAt: due, nextAt: null });
    expect(desk.log.at(-1)).toMatchObject({ actorId: null, body: { thank: true, why: 'silence' } });
    expect(desk.wakesAt(due + DAY).last?.added).toEqual([]);
  });

  test('is closed by the same event on every desk', () => {
    const [one, other] = [resolvedDesk(week).wakesAt(due), resolvedDesk(week).wakesAt(due + DAY)];
    expect(one.log.at(-1)?.id).toBe(other.log.at(-1)?.id);
  });

  test('stays resolved where the organization wants none', () => {
    const desk = resolvedDesk(withTerms(centre({ rules: [] })));
    expect([desk.last?.nextAt, desk.wakesAt(T0 + 400 * DAY).state.status]).toEqual([null, 'resolved']);
  });

  test('stays resolved once the contact wrote something, whatever it says', () => {
    const desk = resolvedDesk(week);
    desk.at(T0 + 2 * HOUR).does({ kind: 'contact_wrote', body: { text: 'why?' } });
    expect(desk.wakesAt(T0 + 30 * DAY).state.status).toBe('resolved');
  });

  test('is not closed after all where another desk turns out to have heard from the contact', () => {
    const desk = resolvedDesk(week);
    const heard = stampAt(
      () => T0 + DAY,
      uid(901),
    )({
      id: uid(50_000),
      ticketId: desk.ticketId,
      occurredAt: T0 + DAY,
      actorId: null,
      kind: 'contact_wrote',
      body: { text: 'why?' },
    });
    desk.wakesAt(due);
    const merged = foldTicket([...desk.log, heard], week);
    expect(merged?.status).toBe('resolved');
    expect(merged?.overtaken).toEqual([desk.log.at(-1)?.id]);
  });

  test('has its days anew when it is reopened and resolved again', () => {
    const desk = resolvedDesk(week);
    desk.at(T0 + DAY).status('open');
    expect(desk.state.closesAt).toBeNull();
    desk.does({
      kind: 'status_changed',
      body: { status: 'resolved', reason: '', disposition: null, closesAt: T0 + 8 * DAY },
    });
    expect(desk.wakesAt(T0 + 8 * DAY).state.closedAt).toBe(T0 + 8 * DAY);
  });

  test('stays resolved where its contact could not be asked', () => {
    const nobody = { ...contact, phone: '', email: '' };
    expect(resolvedDesk(week, { contact: nobody }).last?.nextAt).toBeNull();
    expect(resolvedDesk(week, { contact: { ...contact, channels: [] } }).last?.nextAt).toBeNull();
  });

  test('stays as it is when it is sensitive, and when it was resolved before the organization wanted it so', () => {
    const desk = resolvedDesk(week);
    desk.does({ kind: 'marked_sensitive', body: {} });
    expect(desk.last?.nextAt).toBeNull();
    const before = new Desk(week);
    before.does(creation({ contact }));
    before.status('resolved');
    expect(before.wakesAt(T0 + 30 * DAY).state.status).toBe('resolved');
  });
});

describe('the contact’s answer to “resolved, please confirm”', () => {
  const resolved = resolvedDesk(week).state;

  test('confirmed closes the ticket and thanks, refused reopens it', () => {
    expect(confirmationDecision(resolved, { confirms: 'yes' })?.body).toMatchObject({
      status: 'closed',
      thank: true,
      why: 'confirmed',
    });
    expect(confirmationDecision(resolved, { confirms: 'no' })?.body).toMatchObject({ status: 'open', why: 'refused' });
  });

  test('is none where it says neither, and where the ticket does not wait for one', () => {
    expect(confirmationDecision(resolved, { confirms: null })).toBeNull();
    for (const state of [
      { ...resolved, status: 'closed' as const },
      { ...resolved, sensitive: true },
    ]) {
      expect(confirmationDecision(state, { confirms: 'yes' })).toBeNull();
    }
  });

  test('reopened, the contact hears that it is under review again', () => {
    const change = confirmationDecision(resolved, { confirms: 'no' });
    const desk = new Outward(week).status('resolved');
    expect(change === null ? [] : desk.does(change).toContact).toEqual(['status_update open']);
  });
});

describe('the question that leaves once more by hand', () => {
  const nowAt = T0 + 30 * DAY;
  // Its instant came, and nobody had been asked.
  const unasked = { ...resolvedDesk(week).state, closesAt: null };
  const waiting = { kind: 'waiting' } as const;

  test('begins the days of silence where it had reached nobody', () => {
    const closesAt = nowAt + 7 * DAY;
    const body = { status: 'resolved', why: 'asked_again', closesAt };
    expect(askedAgain(unasked, waiting, nowAt, week)?.body).toMatchObject(body);
    expect(askedAgain(unasked, { kind: 'none' }, nowAt, week)?.body).toMatchObject(body);
  });

  test.each([
    ['was read on another way after all', unasked, { kind: 'asked', askedAt: T0 } as const],
    [
      'stands beside what the contact has written since',
      { ...unasked, unanswered: { eventId: uid(9), at: T0 } },
      waiting,
    ],
    ['is still waited for', { ...unasked, closesAt: nowAt + DAY }, waiting],
    ['is of a ticket that is open again', { ...unasked, status: 'open' as const }, waiting],
    ['is of a sensitive ticket', { ...unasked, sensitive: true }, waiting],
  ])('begins nothing where it %s', (_name, state, question) => {
    expect(askedAgain(state, question, nowAt, week)).toBeNull();
  });

  test('begins nothing where the organization closes nothing by silence', () => {
    expect(askedAgain(unasked, waiting, nowAt, withTerms(centre({ rules: [] })))).toBeNull();
  });
});
