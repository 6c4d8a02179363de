import { describe, expect, test } from 'vitest';
import { mailFailure, mailOutcome } from '../../../src/main/channels/email/mail-outcome.ts';
import { retryAfterMs } from '../../../src/main/channels/retry-after.ts';
import type { PortRequests } from '../../../src/main/channels/twilio/port-requests.ts';
import { twilioFailure, twilioOutcome } from '../../../src/main/channels/twilio/twilio-outcome.ts';
import { errorFrames } from '../../../src/main/channels/worker/error-frames.ts';
import { HttpFailure } from '../../../src/main/ports/http-client.ts';
import type { SendOutcome } from '../../../src/main/ports/sender.ts';

const refused = (code: string, waitMs: number | null = null): SendOutcome => ({
  kind: 'refused',
  code,
  retryAfterMs: waitMs,
});
const unsure = (code: string): SendOutcome => ({ kind: 'unsure', code });
const unreachable = (code: string): SendOutcome => ({ kind: 'unreachable', code });
const errorWith = (fields: object): Error => Object.assign(new Error('quotes nomsa@example.org'), fields);

describe('an error of the mail server’s connection', () => {
  const cases: readonly { name: string; error: object; before: SendOutcome; after: SendOutcome }[] = [
    {
      name: 'the mailbox does not exist',
      error: { code: 'EENVELOPE', responseCode: 550 },
      before: refused('SMTP_550'),
      after: refused('SMTP_550'),
    },
    {
      name: 'greylisting',
      error: { code: 'EENVELOPE', responseCode: 451 },
      before: refused('SMTP_451'),
      after: refused('SMTP_451'),
    },
    {
      name: 'the server goes away and says so',
      error: { code: 'ECONNECTION', responseCode: 421 },
      before: refused('SMTP_421'),
      after: refused('SMTP_421'),
    },
    ...['CONN', 'EHLO', 'HELO'].map((command) => ({
      name: `a server that takes nobody, said to ${command}`,
      error: { code: 'EPROTOCOL', responseCode: 554, command },
      before: refused('CONN_554'),
      after: refused('SMTP_554'),
    })),
    {
      name: 'a wrong password',
      error: { code: 'EAUTH', responseCode: 535 },
      before: refused('EAUTH'),
      after: refused('EAUTH'),
    },
    {
      name: 'a password that cannot be checked right now',
      error: { code: 'EAUTH', responseCode: 454 },
      before: refused('SMTP_454'),
      after: refused('SMTP_454'),
    },
    {
      name: 'no STARTTLS',
      error: { code: 'ETLS', responseCode: 502 },
      before: refused('ETLS'),
      after: refused('ETLS'),
    },
    {
      name: 'an unknown authority',
      error: { code: 'ESOCKET', originalCode: 'SELF_SIGNED_CERT_IN_CHAIN' },
      before: refused('ETLS'),
      after: refused('ETLS'),
    },
    {
      name: 'nobody listens',
      error: { code: 'ESOCKET', originalCode: 'ECONNREFUSED', syscall: 'connect' },
      before: unreachable('ECONNREFUSED'),
      after: unreachable('ECONNREFUSED'),
    },
    { name: 'no such name', error: { code: 'EDNS' }, before: unreachable('EDNS'), after: unreachable('EDNS') },
    { name: 'no tunnel', error: { code: 'EPROXY' }, before: unreachable('EPROXY'), after: unreachable('EPROXY') },
    {
      name: 'no connection in time',
      error: { code: 'ETIMEDOUT', timeoutType: 'CONNECT_TIMEOUT' },
      before: unreachable('ETIMEDOUT'),
      after: unreachable('ETIMEDOUT'),
    },
    {
      name: 'no greeting in time',
      error: { code: 'ETIMEDOUT', timeoutType: 'GREETING_TIMEOUT' },
      before: unreachable('ETIMEDOUT'),
      after: unreachable('ETIMEDOUT'),
    },
    {
      name: 'silence',
      error: { code: 'ETIMEDOUT', timeoutType: 'SOCKET_TIMEOUT' },
      before: refused('DROPPED_BEFORE_DATA'),
      after: unsure('TIMEOUT'),
    },
    {
      name: 'a drop',
      error: { code: 'ECONNECTION' },
      before: refused('DROPPED_BEFORE_DATA'),
      after: unsure('DROPPED_AFTER_DATA'),
    },
    {
      name: 'a reset',
      error: { code: 'ESOCKET', originalCode: 'ECONNRESET', syscall: 'read' },
      before: refused('DROPPED_BEFORE_DATA'),
      after: unsure('DROPPED_AFTER_DATA'),
    },
    {
      name: 'more than the server takes',
      error: { code: 'EMESSAGE' },
      before: refused('EMESSAGE'),
      after: unsure('DROPPED_AFTER_DATA'),
    },
  ];
  test.each(cases)('$name, before and after the final dot', ({ error, before, after }) => {
    expect(mailOutcome(errorWith(error), false)).toEqual(before);
    expect(mailOutcome(errorWith(error), true)).toEqual(after);
  });
  test('a failure of the token’s host is told, whatever nodemailer wraps it in', () => {
    const cause = new HttpFailure('unreachable', 'ENOTFOUND');
    const error = Object.assign(new Error('no access token', { cause }), { code: 'EAUTH' });
    expect(mailOutcome(error, false)).toEqual(unreachable('ENOTFOUND'));
    expect(mailFailure(error)).toEqual({ ok: false, code: 'ENOTFOUND', retryAfterMs: null });
  });
  test('what is no error at all is none that is known', () => {
    expect(mailOutcome(null, false)).toEqual(refused('DROPPED_BEFORE_DATA'));
  });
});

describe('an error of the provider’s connection', () => {
  const requests = (hasAsked: boolean, waitMs: number | null = null): PortRequests => ({
    request: () => Promise.reject(new Error('unused')),
    hasAsked: () => hasAsked,
    retryAfterMs: () => waitMs,
  });
  const cases: readonly { name: string; error: unknown; outcome: SendOutcome }[] = [
    { name: 'offline', error: new HttpFailure('unreachable', 'ENOTFOUND'), outcome: unreachable('ENOTFOUND') },
    { name: 'no answer in time', error: new HttpFailure('unsure', 'TIMEOUT'), outcome: unsure('TIMEOUT') },
    { name: 'an unknown authority', error: new HttpFailure('untrusted', 'CERT_HAS_EXPIRED'), outcome: refused('ETLS') },
    {
      name: 'led elsewhere',
      error: new HttpFailure('refused_host', 'REDIRECTED'),
      outcome: refused('REDIRECTED'),
    },
    { name: 'refused', error: errorWith({ status: 400, code: 21_610 }), outcome: refused('21610') },
    { name: 'refused without a code', error: errorWith({ status: 403 }), outcome: refused('HTTP_403') },
    { name: 'out of order', error: errorWith({ status: 500, code: 20_500 }), outcome: unsure('HTTP_500') },
    { name: 'an answer nobody can read', error: new SyntaxError('x'), outcome: unsure('BAD_ANSWER') },
  ];
  test.each(cases)('$name', ({ error, outcome }) => {
    expect(twilioOutcome(error, requests(true))).toEqual(outcome);
  });
  test('too much, with the time that is asked for', () => {
    const error = errorWith({ status: 429, code: 20_429 });
    expect(twilioOutcome(error, requests(true, 7000))).toEqual(refused('20429', 7000));
    expect(twilioFailure(error, requests(true, 7000))).toEqual({ ok: false, code: '20429', retryAfterMs: 7000 });
  });
  test('nothing was asked yet: the settings are wrong', () => {
    expect(twilioOutcome(new Error('accountSid must start with AC'), null)).toEqual(refused('BAD_SETTINGS'));
    expect(twilioOutcome(new Error('x'), requests(false))).toEqual(refused('BAD_SETTINGS'));
  });
});

describe('how long the other side asks to wait', () => {
  const now = Date.UTC(2026, 10, 22, 5, 0, 0);
  const cases: readonly [string | undefined, number | null][] = [
    [undefined, null],
    ['', null],
    ['soon', null],
    ['0', 0],
    ['7', 7000],
    ['86400', 3_600_000],
    ['Sun, 22 Nov 2026 05:00:30 GMT', 30_000],
    ['Sun, 22 Nov 2026 04:00:00 GMT', 0],
  ];
  test.each(cases)('%s → %s ms', (header, waitMs) => {
    expect(retryAfterMs(header, now)).toBe(waitMs);
  });
});

test('what is logged of an error is where it came from, never what it says', () => {
  const frames = errorFrames(new TypeError('550 nomsa@example.org: secret\n    of two lines'));
  expect(frames).toMatch(/^TypeError\n\s+at /);
  expect(frames).not.toMatch(/nomsa|secret|two lines/);
  expect(errorFrames('a text with a secret')).toBe('string');
});
