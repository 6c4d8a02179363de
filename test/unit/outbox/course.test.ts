import { describe, expect, test } from 'vitest';
import { courseOf } from '../../../src/main/domain/messages/course.ts';
import type { Happening } from '../../../src/main/domain/messages/happening.ts';
import { HOUR, T0 } from '../../support/centre.ts';
import { after, claimed, courseContext, leaving, message } from '../../support/message.ts';

const MINUTE = 60_000;
const refused = (code: string, retryAfterMs: number | null = null): Happening => ({
  kind: 'refused',
  code,
  retryAfterMs,
});
const polled = (status: string, code: string | null = null): Happening => ({ kind: 'polled', status, code });
const sent = [...leaving, { kind: 'accepted', providerSid: 'SM1' } as const];
const kinds = ({ consequences }: ReturnType<typeof after>): string[] => consequences.map(({ kind }) => kind);

describe('a lease that runs out', () => {
  test('before anything left puts the message back; afterwards it is unknown, and looked for three times in five minutes', () => {
    const back = after(message(['sms']), [claimed, { waitMs: 2 * MINUTE }, { kind: 'lease_ended' }]).message;
    expect(back).toMatchObject({ state: 'queued', claimToken: null, tries: 0, nextAt: T0 + 2 * MINUTE });

    const lost = after(message(['sms']), [...leaving, { waitMs: 2 * MINUTE }, { kind: 'lease_ended' }]).message;
    expect(lost.state).toBe('unknown');
    const since = T0 + 2 * MINUTE;
    const looks: number[] = [];
    let last = lost;
    while (last.state === 'unknown' && last.nextAt !== null) {
      looks.push(last.nextAt - since);
      const step = courseOf(last, { kind: 'not_found' }, { ...courseContext, nowAt: last.nextAt });
      if (step === null) throw new Error('a look changes nothing');
      last = step.message;
    }
    expect(looks).toEqual([30_000, 2 * MINUTE, 5 * MINUTE]);
    expect(last).toMatchObject({ state: 'retry', tries: 1 });
  });

  test('has mail tried again, since its Message-ID is the same, but not while the first may still be on its way', () => {
    const lost = after(message(['email']), [...leaving, { waitMs: 2 * MINUTE }, { kind: 'lease_ended' }]).message;
    expect(lost).toMatchObject({ state: 'retry', tries: 1, nextAt: T0 + 3.5 * MINUTE });
  });

  test('does not count a look for which nobody could be asked', () => {
    const lost = after(message(['sms']), [...leaving, { kind: 'unsure', code: 'TIMEOUT' }]).message;
    expect(after(lost, [{ kind: 'look_failed', retryAfterMs: null }]).message).toMatchObject({
      looks: 0,
      state: 'unknown',
    });
  });
});

describe('an answer that comes when somebody else looks after the message', () => {
  const late = (answer: Extract<Happening, { kind: 'answered_late' }>['answer']): Happening => ({
    kind: 'answered_late',
    answer,
  });
  const taken = late({ kind: 'accepted', providerSid: 'SM1' });

  test('ends what was to follow: a mail that was taken after all is not sent again', () => {
    const retry = after(message(['email']), [...leaving, { waitMs: 2 * MINUTE }, { kind: 'lease_ended' }]).message;
    const step = after(retry, [claimed, taken]);
    expect(step.message).toMatchObject({ state: 'sent', claimToken: null, nextAt: null, code: null });
    expect(step.told?.what).toBe('accepted_late');
    expect(courseOf(step.message, { kind: 'sending' }, courseContext)).toBeNull();
  });

  test('is kept beside what is known already', () => {
    const away = after(message(['sms']), sent).message;
    const twice = after(away, [late({ kind: 'accepted', providerSid: 'SM2' })]);
    expect(twice).toMatchObject({ message: away, told: { what: 'accepted_late', code: null } });
    const retry = after(message(['email']), [...leaving, { kind: 'lease_ended' }]).message;
    const refusedLate = after(retry, [late({ kind: 'refused', code: 'SMTP_550', retryAfterMs: null })]);
    expect(refusedLate).toMatchObject({ message: retry, told: { what: 'answered_late', code: 'SMTP_550' } });
  });
});

describe('a try that failed', () => {
  test('is followed by others 60, 120 and 240 s later, and then by the next way', () => {
    let last = message(['email', 'sms']);
    const waits: number[] = [];
    let nowAt = T0;
    let step = after(last, [...leaving, refused('SMTP_451')]);
    while (step.message.nextAt !== null) {
      waits.push((step.message.nextAt - nowAt) / 1000);
      nowAt = step.message.nextAt;
      last = step.message;
      step = after(last, [...leaving, refused('SMTP_451')], { ...courseContext, nowAt });
    }
    expect(waits).toEqual([60, 120, 240]);
    expect(step.message).toMatchObject({ state: 'failed', code: 'SMTP_451' });
    expect(kinds(step)).toContain('next_way');
  });

  test('is repeated up to a tenth earlier or later', () => {
    const waitsAt = (random: number): number =>
      (after(message(['email']), [...leaving, refused('SMTP_451')], { ...courseContext, random }).message.nextAt ?? 0) -
      T0;
    expect([0, 0.5, 1].map(waitsAt)).toEqual([54_000, 60_000, 66_000]);
  });

  test('is not spent by a line that is down, nor by a provider that asks for patience', () => {
    const offline = after(message(['sms']), [...leaving, { kind: 'unreachable', code: 'EDNS' }]);
    expect(offline.message).toMatchObject({ state: 'retry', tries: 0 });
    const busy = after(message(['sms']), [...leaving, refused('429', 90_000)]);
    expect(busy.message).toMatchObject({ state: 'retry', tries: 0, nextAt: T0 + 90_000 });
    expect(busy.consequences).toEqual([
      { kind: 'channel', effect: { kind: 'waits', untilAt: T0 + 90_000, code: '429' } },
    ]);
  });

  test('says nothing of the channel where a mailbox is full or greets late, and something where the server does', () => {
    const ofMailbox = after(message(['email']), [...leaving, refused('RCPT_452')]);
    expect([ofMailbox.message.state, ofMailbox.message.tries, ofMailbox.consequences]).toEqual(['retry', 1, []]);
    expect(kinds(after(message(['email']), [...leaving, refused('SMTP_451')]))).toEqual(['channel']);
  });

  test('is looked for, and not repeated, where the answer may have been lost', () => {
    const lost = after(message(['whatsapp']), [...leaving, refused('503')]).message;
    expect(lost).toMatchObject({ state: 'unknown', tries: 0 });
    expect(after(lost, [{ kind: 'found', providerSid: 'SM7' }]).message).toMatchObject({
      state: 'sent',
      providerSid: 'SM7',
    });
  });
});

describe('what the provider says afterwards', () => {
  test('is asked for after 15 s, 1, 5, 30 min, 2, 12, 24 and 72 h, and then left as sent, unconfirmed', () => {
    let { message: last } = after(message(['sms']), sent);
    const polls: number[] = [];
    while (last.nextAt !== null) {
      polls.push(last.nextAt - T0);
      last = after(last, [polled('sent')], { ...courseContext, nowAt: last.nextAt }).message;
    }
    expect(polls).toEqual([15_000, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 12 * HOUR, 24 * HOUR, 72 * HOUR]);
    expect(last).toMatchObject({ state: 'sent', code: 'UNCONFIRMED', finalAt: T0 + 72 * HOUR });
  });

  test('leaves out the polls that the desk slept through', () => {
    const { message: last } = after(message(['sms']), sent);
    const later = after(last, [polled('sent')], { ...courseContext, nowAt: T0 + 3 * HOUR }).message;
    expect(later.nextAt).toBe(T0 + 12 * HOUR);
  });

  test('never moves backwards', () => {
    const read = after(message(['whatsapp']), [...sent, polled('delivered'), polled('read')]).message;
    for (const status of ['sent', 'delivered', 'undelivered', 'failed', 'canceled', 'a word of tomorrow'])
      expect(after(read, [polled(status, '63024')]).message.state).toBe('read');
  });

  test('calls the later step off when the earlier one arrives after all', () => {
    const failed = after(message(['whatsapp', 'sms']), [...sent, polled('undelivered', '63024')]);
    expect(failed.message.state).toBe('failed');
    expect(failed.consequences).toEqual([{ kind: 'mark', mark: 'not_on_channel' }, { kind: 'next_way' }]);
    const arrived = after(failed.message, [polled('delivered')]);
    expect(arrived.message.state).toBe('delivered');
    expect(kinds(arrived)).toEqual(['cancel_later']);
  });

  test('of an earlier try counts too: it arrived after all', () => {
    const again = after(message(['sms', 'email']), [...sent, polled('undelivered', '30003')]).message;
    const second = after(again, [...leaving, { kind: 'accepted', providerSid: 'SM2' }]).message;
    const arrived = after(second, [{ kind: 'earlier_arrived', providerSid: 'SM1', status: 'delivered' }]);
    expect(arrived.message).toMatchObject({ state: 'delivered', providerSid: 'SM1' });
    expect(kinds(arrived)).toEqual(['cancel_later']);
  });

  test('has an unreachable phone tried once more, and then the next way', () => {
    const again = after(message(['sms', 'email']), [...sent, polled('undelivered', '30003')]);
    expect(again.message).toMatchObject({ state: 'retry', tries: 1, providerSid: null });
    const given = after(again.message, [...sent, polled('undelivered', '30003')]);
    expect(kinds(given)).toEqual(['next_way']);
  });
});

describe('the error table', () => {
  test('sends once more as a Content template outside the 24 h window, and then falls back', () => {
    const first = after(message(['whatsapp', 'sms']), [...leaving, refused('63016')]).message;
    expect(first).toMatchObject({ state: 'retry', code: '63016', tries: 1, nextAt: T0 });
    expect(kinds(after(first, [...leaving, refused('63016')]))).toEqual(['next_way']);
  });

  test('does so once too where the provider takes it and says so afterwards', () => {
    const first = after(message(['whatsapp', 'sms']), [...sent, polled('undelivered', '63016')]).message;
    expect(first).toMatchObject({ state: 'retry', code: '63016', tries: 1, providerSid: null, nextAt: T0 });
    const again = [...leaving, { kind: 'accepted', providerSid: 'SM2' } as const, polled('undelivered', '63016')];
    const second = after(first, again);
    expect([second.message.state, kinds(second)]).toEqual(['failed', ['next_way']]);
  });

  test('pauses the channel for wrong credentials, and keeps the message', () => {
    const kept = after(message(['email']), [...leaving, refused('EAUTH')]);
    expect(kept.message).toMatchObject({ state: 'retry', tries: 0 });
    expect(kept.consequences[0]).toEqual({ kind: 'channel', effect: { kind: 'pause', code: 'EAUTH' } });
  });

  test('never goes past an opt-out', () => {
    const stopped = after(message(['sms', 'email']), [...leaving, refused('21610')]);
    expect(stopped.message.state).toBe('suppressed');
    expect(kinds(stopped)).toEqual(['mark']);
  });

  test.each([
    ['63018', 15],
    ['14107', 1],
    ['30001', 10],
    ['21611', 10],
  ])('waits at least as long as %s wants', (code, minutes) => {
    const kept = after(message(['sms']), [...leaving, refused(code)]).message;
    expect(kept.nextAt).toBe(T0 + minutes * MINUTE);
  });

  test.each(['21211', '21614'])(
    'marks the address of %s and tries the next way: a wrong number does not leave its owner unheard',
    (code) => {
      const failed = after(message(['sms', 'email']), [...leaving, refused(code)]);
      expect(failed.message.state).toBe('failed');
      expect(kinds(failed).toSorted()).toEqual(['mark', 'next_way']);
    },
  );

  test('takes a code that nobody has heard of for final, with the next way', () => {
    const failed = after(message(['sms', 'email']), [...leaving, refused('constructor')]);
    expect([failed.message.state, kinds(failed)]).toEqual(['failed', ['next_way']]);
  });
});

describe('by hand', () => {
  test('a failed message is sent again with all its tries and a fresh expiry', () => {
    const failed = after(message(['sms']), [...leaving, refused('30007')]).message;
    const again = after(failed, [{ kind: 'resent' }], { ...courseContext, nowAt: T0 + 30 * HOUR }).message;
    expect(again).toMatchObject({ state: 'queued', tries: 0, code: null, finalAt: null, expiresAt: T0 + 54 * HOUR });
  });

  test('one that has left, or may have, is neither taken back nor sent again', () => {
    const away = after(message(['sms']), sent).message;
    const lost = after(message(['sms']), [...leaving, { kind: 'unsure', code: 'TIMEOUT' }]).message;
    for (const each of [away, lost])
      for (const happening of [{ kind: 'withdrawn', why: 'by_hand' }, { kind: 'resent' }] as const)
        expect(courseOf(each, happening, courseContext)).toBeNull();
  });

  test('without credentials it is held, and released when there are some', () => {
    const held = after(message(['sms']), [{ kind: 'held', code: 'NO_CHANNEL' }]).message;
    expect(held).toMatchObject({ state: 'held', nextAt: held.expiresAt });
    expect(after(held, [{ kind: 'released' }]).message).toMatchObject({ state: 'queued', code: null, nextAt: T0 });
    expect(after(held, [{ kind: 'expired' }]).message.state).toBe('expired');
  });
});
