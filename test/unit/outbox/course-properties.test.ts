import { array, assert, constant, constantFrom, nat, oneof, property, tuple, type Arbitrary } from 'fast-check';
import { expect, test } from 'vitest';
import { courseOf } from '../../../src/main/domain/messages/course.ts';
import type { Happening } from '../../../src/main/domain/messages/happening.ts';
import type { Message } from '../../../src/main/domain/messages/message.ts';
import { T0, uid } from '../../support/centre.ts';
import { courseContext, message } from '../../support/message.ts';

const isFull = process.env['WATCHKEEPER_FULL'] === '1';
const runs = { numRuns: isFull ? 20_000 : 500 };

const codes = ['429', '63018', '63016', '63024', '21211', '21610', '20003', '30003', '503', 'SMTP_451', 'EAUTH', 'new'];
const code = constantFrom(...codes);
const plain = (kind: 'sending' | 'lease_ended' | 'not_found' | 'expired' | 'resent' | 'simulated' | 'released') =>
  constant<Happening>({ kind });

const happening: Arbitrary<Happening> = oneof(
  { weight: 6, arbitrary: constant<Happening>({ kind: 'claimed', token: uid(1) }) },
  { weight: 6, arbitrary: plain('sending') },
  { weight: 4, arbitrary: constant<Happening>({ kind: 'accepted', providerSid: 'SM1' }) },
  { weight: 3, arbitrary: code.map((each): Happening => ({ kind: 'refused', code: each, retryAfterMs: null })) },
  {
    weight: 4,
    arbitrary: tuple(
      constantFrom('queued', 'sent', 'delivered', 'read', 'failed', 'undelivered', 'canceled', 'odd'),
      code,
    ).map(([status, each]): Happening => ({ kind: 'polled', status, code: each })),
  },
  constantFrom<Happening>(
    { kind: 'unsure', code: 'TIMEOUT' },
    { kind: 'unreachable', code: 'EDNS' },
    { kind: 'found', providerSid: 'SM2' },
    { kind: 'look_failed', retryAfterMs: null },
    { kind: 'poll_failed', retryAfterMs: null },
    { kind: 'deferred', untilAt: T0 + 3_600_000, code: 'quiet' },
    { kind: 'withdrawn', why: 'replaced' },
    { kind: 'barred', code: 'NO_TEMPLATE' },
    { kind: 'held', code: 'NO_CHANNEL' },
    { kind: 'put_back' },
    { kind: 'restored' },
    { kind: 'earlier_arrived', providerSid: 'SM1', status: 'delivered' },
    { kind: 'answered_late', answer: { kind: 'accepted', providerSid: 'SM3' } },
    { kind: 'answered_late', answer: { kind: 'refused', code: '20003', retryAfterMs: null } },
  ),
  plain('lease_ended'),
  plain('not_found'),
  plain('expired'),
  plain('released'),
);

const first = constantFrom(['whatsapp', 'sms', 'email'] as const, ['sms'] as const, ['email'] as const).map(
  (channels) => message([...channels]),
);

/** A random life: what happens, and after how many seconds. */
const life = array(tuple(happening, nat({ max: 4000 })), { maxLength: 40 });

function lived(start: Message, happenings: readonly (readonly [Happening, number])[]) {
  const steps: { before: Message; happening: Happening; after: Message; nowAt: number }[] = [];
  let last = start;
  let nowAt = T0;
  for (const [each, seconds] of happenings) {
    nowAt += seconds * 1000;
    const step = courseOf(last, each, { ...courseContext, nowAt });
    if (step === null) continue;
    steps.push({ before: last, happening: each, after: step.message, nowAt });
    last = step.message;
  }
  return steps;
}

const final = new Set(['failed', 'cancelled', 'expired', 'suppressed', 'simulated']);

type Step = ReturnType<typeof lived>[number];

/** @returns the first step of random lives that breaks a rule; null where none does */
function broken(breaks: (step: Step, isFirst: boolean) => boolean): Step | null {
  let found: Step | null = null;
  assert(
    property(first, life, (start, happenings) => {
      for (const [n, step] of lived(start, happenings).entries()) {
        if (breaks(step, n === 0)) found ??= step;
      }
      return found === null;
    }),
    { ...runs, reporter: () => undefined },
  );
  return found;
}

test('no message is ever stuck: whatever is not final has an instant at which somebody looks at it', () => {
  expect(broken(({ after }) => after.nextAt === null && after.finalAt === null)).toBeNull();
  expect(
    broken(({ after }) => final.has(after.state) && (after.nextAt !== null || after.claimToken !== null)),
  ).toBeNull();
});

test('what was delivered stays delivered, and what was read stays read', () => {
  expect(broken(({ before, after }) => before.state === 'read' && after.state !== 'read')).toBeNull();
  const arrived = new Set(['delivered', 'read']);
  expect(broken(({ before, after }) => before.state === 'delivered' && !arrived.has(after.state))).toBeNull();
});

/** Whether the provider has said, or we have found, that the last call came to nothing. Mail may be called again. */
function isSettled({ before, happening: each, after }: Step): boolean {
  if (after.ways[after.step]?.channel === 'email') return true;
  if (each.kind === 'unreachable' || (each.kind === 'refused' && after.state !== 'unknown')) return true;
  if (before.state === 'unknown' && after.state === 'retry') return true;
  return each.kind === 'polled' && before.providerSid !== null && after.providerSid === null;
}

test('the provider is called again only after the last call has come to nothing for certain', () => {
  let isOpen = false;
  const calledTwice = broken((step, isFirst) => {
    if (isFirst) isOpen = false;
    const isCall = step.happening.kind === 'sending';
    const isTwice = isCall && isOpen;
    if (isCall) isOpen = true;
    if (isSettled(step) || final.has(step.after.state)) isOpen = false;
    return isTwice;
  });
  expect(calledTwice).toBeNull();
});

test('no more tries are spent than there are retries and the first', () => {
  expect(broken(({ after }) => after.tries > courseContext.retrySeconds.length + 1)).toBeNull();
});

test('only a message that is waiting is claimed, and only a claimed one leaves', () => {
  const waits = new Set(['queued', 'retry']);
  expect(
    broken(
      ({ before, happening: each, after }) =>
        after.state === 'claimed' && each.kind === 'claimed' && !waits.has(before.state),
    ),
  ).toBeNull();
  expect(
    broken(
      ({ before, after }) => before.state !== after.state && after.state === 'sending' && before.state !== 'claimed',
    ),
  ).toBeNull();
});
