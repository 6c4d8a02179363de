import type { Instant } from '../../../preload/contract/values.ts';
import { refusedWith } from './answers.ts';
import {
  ended,
  stepped,
  wayOf,
  type Consequence,
  type CourseContext,
  type CourseStep,
  type Happening,
} from './happening.ts';
import type { Message } from './message.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** After it was sent. Rule: notifications.md, Outbox: 15 s, 1, 5, 30 min, 2, 12, 24 h; stop at 72 h. */
const POLLS_MS = [
  15_000,
  MINUTE_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  12 * HOUR_MS,
  24 * HOUR_MS,
  72 * HOUR_MS,
];
const STOP_MS = 72 * HOUR_MS;
/** What was delivered may yet be read; nobody waits three days for that. */
const READ_WITHIN_MS = 24 * HOUR_MS;

/** Twilio's words. A status that is not here is news of a later release, and is waited out. */
const said: Readonly<Record<string, 'delivered' | 'read' | 'failed' | 'cancelled'>> = {
  delivered: 'delivered',
  read: 'read',
  failed: 'failed',
  undelivered: 'failed',
  canceled: 'cancelled',
};

type Polled = Extract<Happening, { kind: 'polled' }>;

/** @returns when to ask again; null: not any more. A desk that was off leaves out what it slept through. */
function nextPollAt({ sentAt }: Message, untilMs: number, nowAt: Instant): Instant | null {
  const since = sentAt ?? nowAt;
  const nextMs = POLLS_MS.find((ms) => since + ms > nowAt && ms <= untilMs);
  return nextMs === undefined ? null : since + nextMs;
}

function looked(message: Message): Partial<Message> {
  return { looks: message.looks + 1, claimToken: null, leaseUntil: null };
}

function unchanged(message: Message, nowAt: Instant): CourseStep {
  if (message.state !== 'sent')
    return stepped(message, { ...looked(message), nextAt: readPollAt(message, nowAt) }, null);
  const nextAt = nextPollAt(message, STOP_MS, nowAt);
  if (nextAt !== null) return stepped(message, { ...looked(message), nextAt }, null);
  const unconfirmed = { ...looked(message), ...ended(message, 'sent', nowAt, 'UNCONFIRMED') };
  return stepped(message, unconfirmed, { what: 'unconfirmed', code: null });
}

function readPollAt(message: Message, nowAt: Instant): Instant | null {
  const mayBeRead = wayOf(message).channel === 'whatsapp' && message.state === 'delivered';
  return mayBeRead ? nextPollAt(message, READ_WITHIN_MS, nowAt) : null;
}

function arrived(message: Message, state: 'delivered' | 'read', nowAt: Instant): CourseStep {
  const after = { ...message, ...ended(message, state, nowAt, null), ...looked(message) };
  const hasLater = message.step + 1 < message.ways.length;
  const later: Consequence[] = hasLater ? [{ kind: 'cancel_later' }] : [];
  return stepped(after, { nextAt: readPollAt(after, nowAt) }, { what: state, code: null }, ...later);
}

/** How far each state is: a status that says less is old news. */
const far: Partial<Record<Message['state'], number>> = { failed: 0, sent: 1, delivered: 2, read: 3 };

/** @param status  in the provider's words */
export function saysArrived(status: string): boolean {
  const news = Object.hasOwn(said, status) ? said[status] : undefined;
  return news === 'delivered' || news === 'read';
}

/** The message is the try that arrived: what is asked from here on is whether that one was read. */
export function earlierArrived(
  message: Message,
  { providerSid, status }: Extract<Happening, { kind: 'earlier_arrived' }>,
  context: CourseContext,
): CourseStep {
  return polled({ ...message, providerSid }, { kind: 'polled', status, code: null }, context);
}

/** What the provider says of a message that it has. A status never moves backwards. */
export function polled(message: Message, { status, code }: Polled, context: CourseContext): CourseStep {
  const { nowAt } = context;
  const news = Object.hasOwn(said, status) ? said[status] : undefined;
  if (news === 'delivered' || news === 'read') {
    return (far[news] ?? 0) > (far[message.state] ?? 0) ? arrived(message, news, nowAt) : unchanged(message, nowAt);
  }
  if (news === undefined || message.state !== 'sent') return unchanged(message, nowAt);
  if (news === 'cancelled') {
    return stepped(message, ended(message, 'cancelled', nowAt, 'PROVIDER'), { what: 'cancelled', code: 'PROVIDER' });
  }
  return refusedWith(message, { code: code ?? 'UNDELIVERED', what: 'undelivered', retryAfterMs: null }, context);
}

/** Nobody could be asked; at the end of the third day nobody is asked any more. */
export function pollFailed(
  message: Message,
  { retryAfterMs }: Extract<Happening, { kind: 'poll_failed' }>,
  { nowAt }: CourseContext,
): CourseStep {
  if (nowAt - (message.sentAt ?? nowAt) >= STOP_MS) return unchanged(message, nowAt);
  const nextAt = nowAt + Math.max(MINUTE_MS, retryAfterMs ?? 0);
  return stepped(message, { claimToken: null, leaseUntil: null, nextAt }, null);
}
