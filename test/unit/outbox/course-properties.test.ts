import fc from 'fast-check';
import { expect, test } from 'vitest';
import { courseOf } from '../../../src/main/domain/messages/course.ts';
import type { Happening } from '../../../src/main/domain/messages/happening.ts';
import type { Message } from '../../../src/main/domain/messages/message.ts';
import { T0, uid } from '../../support/centre.ts';
import { courseContext, message } from '../../support/message.ts';

const isFull = process.env['WATCHKEEPER_FULL'] === '1';
const runs = { numRuns: isFull ? 20_000 : 500 };

const codes = ['429', '63018', '63016', '63024', '21211', '21610', '20003', '30003', '503', 'SMTP_451', 'EAUTH', 'new'];
const code = fc.constantFrom(...codes);
const plain = (kind: 'sending' | 'lease_ended' | 'not_found' | 'expired' | 'resent' | 'simulated' | 'released') =>
  fc.constant<Happening>({ kind });

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Happening>({ kind: 'claimed', token: uid(1) }) },
  { weight: 6, arbitrary: plain('sending') },
  { weight: 4, arbitrary: fc.constant<Happening>({ kind: 'accepted', providerSid: 'SM1' }) },
  { weight: 3, arbitrary: code.map((each): Happening => ({ kind: 'refused', code: each, retryAfterMs: null })) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom('queued', 'sent', 'delivered', 'read', 'failed', 'undelivered', 'canceled', 'odd'), code)
      .map(([status, each]): Happening => ({ kind: 'polled', status, code: each })),
  },
  fc.constantFrom<Happening>(
    { kind: 'unsure', code: 'TIMEOUT' },
    { kind: 'unreachable', code: 'EDNS' },
    { kind: 'found', providerSid: 'SM2' },
    { kind: 'look_failed', retryAfterMs: null },
    { kind: 'poll_failed', retryAfterMs: null },
    { kind: 'deferred', untilAt: T0 + 3_600_000, code: 'quiet' },
    { kind: 'withdrawn', why: 'replaced' },
    { kind: 'barred', code: 'NO_TEMPLATE' },
    { kind: 'held', code: 'NO_CHANNEL' },
  ),
  plain('lease_ended'),
  plain('not_found'),
  plain('expired'),
  plain('released'),
);

const first = fc
  .constantFrom(['whatsapp', 'sms', 'email'] as const, ['sms'] as const, ['email'] as const)
  .map((channels) => message([...channels]));

/** A random life: what happens, and after how many seconds. */
const life = fc.array(fc.tuple(happening, fc.nat({ max: 4000 })), { maxLength: 40 });

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

test('no message is ever stuck: whatever is not final has an instant at which somebody looks at it', () => {
  fc.assert(
    fc.property(first, life, (start, happenings) => {
      for (const { after } of lived(start, happenings)) {
        if (after.nextAt === null) expect(after.finalAt).not.toBeNull();
        if (final.has(after.state)) expect([after.nextAt, after.claimToken]).toEqual([null, null]);
      }
    }),
    runs,
  );
});

test('what was delivered stays delivered, and what was read stays read', () => {
  fc.assert(
    fc.property(first, life, (start, happenings) => {
      for (const { before, after } of lived(start, happenings)) {
        if (before.state === 'read') expect(after.state).toBe('read');
        if (before.state === 'delivered') expect(['delivered', 'read']).toContain(after.state);
      }
    }),
    runs,
  );
});

test('the provider is called again only after it has said that the last call came to nothing, or that it has no such message', () => {
  fc.assert(
    fc.property(first, life, (start, happenings) => {
      let isOpen = false;
      for (const { before, happening: each, after } of lived(start, happenings)) {
        if (each.kind === 'sending') {
          expect(isOpen).toBe(false);
          isOpen = true;
        }
        const isRefused = each.kind === 'refused' && after.state !== 'unknown';
        const wasLookedFor = before.state === 'unknown' && after.state === 'retry';
        const isDenied =
          each.kind === 'polled' && after.state !== before.state && after.providerSid !== before.providerSid;
        const isMail = after.ways[after.step]?.channel === 'email';
        if (isRefused || wasLookedFor || isDenied || each.kind === 'unreachable' || isMail) isOpen = false;
        if (each.kind === 'refused' || after.state === 'failed') isOpen &&= after.state === 'unknown';
      }
    }),
    runs,
  );
});

test('no more tries are spent than there are retries and the first', () => {
  fc.assert(
    fc.property(first, life, (start, happenings) => {
      for (const { after } of lived(start, happenings))
        expect(after.tries).toBeLessThanOrEqual(courseContext.retrySeconds.length + 1);
    }),
    runs,
  );
});

test('only a message that is waiting is claimed, and only a claimed one leaves', () => {
  fc.assert(
    fc.property(first, life, (start, happenings) => {
      for (const { before, happening: each, after } of lived(start, happenings)) {
        if (after.state === 'sending') expect([before.state, each.kind]).toEqual(['claimed', 'sending']);
        if (after.state === 'claimed') expect(['queued', 'retry']).toContain(before.state);
      }
    }),
    runs,
  );
});
