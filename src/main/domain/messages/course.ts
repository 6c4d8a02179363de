import { messageStates, type MessageState } from '../../../preload/contract/messages.ts';
import {
  accepted,
  answeredLate,
  found,
  leaseEnded,
  lookFailed,
  notFound,
  refused,
  unreachable,
  unsure,
} from './answers.ts';
import {
  ended,
  stepped,
  type Consequence,
  type CourseContext,
  type CourseStep,
  type Happening,
  type Withdrawal,
} from './happening.ts';
import type { Message } from './message.ts';
import { earlierArrived, polled, pollFailed } from './polling.ts';

/** Rule: notifications.md, Outbox. */
const LEASE_MS = 120_000;

/** Why a message is taken back with all that joined it: the person wants none, or has it. Otherwise its own news alone fell away. */
const ofTheWhole: ReadonlySet<Withdrawal> = new Set(['by_hand', 'opted_out', 'delivered']);

type Kind = Happening['kind'];
type Rule<K extends Kind> = {
  /** States in which it means anything; in any other it changes nothing. */
  from: readonly MessageState[];
  to: (message: Message, happening: Extract<Happening, { kind: K }>, context: CourseContext) => CourseStep;
};

const waiting = ['queued', 'retry'] as const;
const unsent = ['queued', 'retry', 'held', 'claimed'] as const;
/** An answer that comes after its lease is still an answer: whoever looks for the message takes a new token. */
const asked = ['sending', 'unknown'] as const;

const rules: { readonly [K in Kind]: Rule<K> } = {
  claimed: {
    from: waiting,
    to: (message, { token }, { nowAt }) => {
      const leaseUntil = nowAt + LEASE_MS;
      const change = { state: 'claimed', claimToken: token, leaseUntil, nextAt: leaseUntil } as const;
      return stepped(message, change, null);
    },
  },
  sending: {
    from: ['claimed'],
    to: (message, _happening, { nowAt }) => {
      const leaseUntil = nowAt + LEASE_MS;
      const change = { state: 'sending', sendingAt: nowAt, leaseUntil, nextAt: leaseUntil } as const;
      return stepped(message, change, { what: 'sending', code: null });
    },
  },
  accepted: { from: asked, to: accepted },
  refused: { from: asked, to: refused },
  unsure: { from: ['sending'], to: unsure },
  unreachable: { from: asked, to: unreachable },
  answered_late: { from: messageStates, to: answeredLate },
  lease_ended: { from: ['claimed', 'sending'], to: leaseEnded },
  asked_about: {
    from: ['unknown', 'sent', 'delivered'],
    to: (message, { token }, { nowAt }) => stepped(message, { claimToken: token, nextAt: nowAt + LEASE_MS }, null),
  },
  found: { from: ['unknown'], to: found },
  not_found: { from: ['unknown'], to: notFound },
  look_failed: { from: ['unknown'], to: lookFailed },
  polled: { from: ['sent', 'delivered', 'read', 'failed'], to: polled },
  poll_failed: { from: ['sent', 'delivered'], to: pollFailed },
  earlier_arrived: { from: ['sent', 'delivered', 'retry', 'failed'], to: earlierArrived },
  deferred: {
    from: waiting,
    to: (message, { untilAt, code }) =>
      // One line for quiet hours; the ten seconds between two messages are not worth any.
      stepped(message, { nextAt: untilAt }, code === 'quiet' ? { what: 'deferred', code } : null),
  },
  readdressed: {
    from: waiting,
    to: (message, { ways, step }, { nowAt }) => {
      // Nothing of what went wrong at the old address is true of the new one.
      const change = { state: 'queued', ways, step, tries: 0, code: null, nextAt: nowAt } as const;
      return stepped(message, change, { what: 'readdressed', code: 'address_changed' }, { kind: 'new_ways' });
    },
  },
  put_back: {
    from: ['claimed'],
    to: (message, _happening, { nowAt }) =>
      stepped(message, { state: 'queued', claimToken: null, leaseUntil: null, nextAt: nowAt }, null),
  },
  expired: {
    from: unsent,
    to: (message, _happening, { nowAt }) =>
      stepped(message, ended(message, 'expired', nowAt, message.code), { what: 'expired', code: message.code }),
  },
  withdrawn: {
    from: unsent,
    to: (message, { why }, { nowAt }) => {
      const state = why === 'opted_out' ? 'suppressed' : 'cancelled';
      const also: Consequence[] = ofTheWhole.has(why) ? [] : [{ kind: 'release_joined' }];
      return stepped(message, ended(message, state, nowAt, why), { what: state, code: why }, ...also);
    },
  },
  barred: {
    from: ['queued', 'retry', 'claimed'],
    to: (message, { code }, { nowAt }) => {
      const told = { what: 'barred', code };
      return stepped(message, ended(message, 'failed', nowAt, code), told, { kind: 'next_way' });
    },
  },
  resent: {
    from: ['failed', 'expired', 'cancelled', 'suppressed', 'simulated'],
    to: (message, _happening, { nowAt }) => {
      const expiresAt = nowAt + Math.max(message.expiresAt - message.dueAt, 0);
      const fresh = { providerSid: null, sendingAt: null, sentAt: null, finalAt: null, code: null } as const;
      const change = { ...fresh, state: 'queued', tries: 0, looks: 0, dueAt: nowAt, expiresAt, nextAt: nowAt } as const;
      return stepped(message, change, { what: 'resent', code: null });
    },
  },
  restored: {
    from: ['cancelled'],
    to: (message, _happening, { nowAt }) => {
      const nextAt = Math.max(nowAt, message.dueAt);
      const change = { state: 'queued', code: null, finalAt: null, nextAt } as const;
      return stepped(message, change, { what: 'restored', code: null });
    },
  },
  simulated: {
    from: unsent,
    to: (message, _happening, { nowAt }) =>
      stepped(message, ended(message, 'simulated', nowAt, null), { what: 'simulated', code: null }),
  },
  held: {
    from: ['queued', 'retry', 'claimed'],
    to: (message, { code }) => {
      const change = { state: 'held', code, claimToken: null, leaseUntil: null, nextAt: message.expiresAt } as const;
      return stepped(message, change, { what: 'held', code });
    },
  },
  released: {
    from: ['held'],
    to: (message, _happening, { nowAt }) => {
      const nextAt = Math.max(nowAt, message.dueAt);
      return stepped(message, { state: 'queued', code: null, nextAt }, { what: 'released', code: null });
    },
  },
};

/** @returns whether the happening means anything to a message that stands so */
export function isOpenTo(kind: Kind, state: MessageState): boolean {
  return rules[kind].from.includes(state);
}

/**
 * What becomes of a message. It knows no clock and no store: the same history with the same instants comes out the same.
 * @returns null where the happening means nothing to it as it stands: it came too late, or twice
 * Rule: notifications.md, Outbox.
 */
export function courseOf(message: Message, happening: Happening, context: CourseContext): CourseStep | null {
  if (!isOpenTo(happening.kind, message.state)) return null;
  const rule = rules[happening.kind] as Rule<Kind>;
  return rule.to(message, happening, context);
}
