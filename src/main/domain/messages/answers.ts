import { verdictOn, type Verdict } from './error-table.ts';
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

/** Share of a wait by which it may be shorter or longer, so that what failed together is not tried together. */
const JITTER = 0.1;
const OFFLINE_MS = 30_000;
const PAUSED_MS = 60_000;
/** Longer than one sending may take: where the machine slept in the middle of it, the lease ends before the sending does. */
const STILL_AWAY_MS = 90_000;
const SECOND_POLL_MS = 15_000;
/** After it became unknown; three looks in five minutes. */
const LOOKS_MS = [30_000, 120_000, 300_000] as const;
const free = { claimToken: null, leaseUntil: null } as const;

type Waiting = { code: string; atLeastMs: number; what: string; also: readonly Consequence[] };

function failedFor(
  message: Message,
  code: string,
  what: string,
  nowAt: number,
  also: readonly Consequence[],
): CourseStep {
  return stepped(message, ended(message, 'failed', nowAt, code), { what, code }, ...also, { kind: 'next_way' });
}

/** Spends a try. The last one is followed by the next way. Rule: notifications.md, Outbox: +60, +120, +240 s, ±10 %. */
function tryAgain(message: Message, { code, atLeastMs, what, also }: Waiting, context: CourseContext): CourseStep {
  const seconds = context.retrySeconds[message.tries];
  const tries = message.tries + 1;
  if (seconds === undefined) return failedFor({ ...message, tries }, code, what, context.nowAt, also);
  const jittered = seconds * 1000 * (1 + JITTER * (2 * context.random - 1));
  const nextAt = context.nowAt + Math.max(Math.round(jittered), atLeastMs);
  return stepped(message, { ...free, ...unsent, state: 'retry', tries, code, nextAt }, { what, code }, ...also);
}

/** Of a message that is tried again: what an earlier try was known by is another message's at the provider. */
const unsent = { providerSid: null, sentAt: null, finalAt: null, looks: 0 } as const;

function tryFree(message: Message, { code, atLeastMs, what, also }: Waiting, context: CourseContext): CourseStep {
  const change = { ...free, ...unsent, state: 'retry', code, nextAt: context.nowAt + atLeastMs } as const;
  return stepped(message, change, { what, code }, ...also);
}

function lookedFor(message: Message, code: string, what: string, nowAt: number): CourseStep {
  const change = { state: 'unknown', looks: 0, code, leaseUntil: null, nextAt: nowAt + LOOKS_MS[0] } as const;
  return stepped(message, change, { what, code }, { kind: 'channel', effect: { kind: 'failure', code } });
}

/** It may have gone out. Mail is sent again under the same Message-ID; anything else is looked for first. */
function perhapsSent(message: Message, code: string, what: string, context: CourseContext, atLeastMs = 0): CourseStep {
  if (wayOf(message).channel !== 'email') return lookedFor(message, code, what, context.nowAt);
  const also: Consequence[] = [{ kind: 'channel', effect: { kind: 'failure', code } }];
  return tryAgain(message, { code, atLeastMs, what, also }, context);
}

type Refused = { code: string; what: string; retryAfterMs: number | null };
type Answer = (message: Message, refused: Refused & { verdict: Verdict }, context: CourseContext) => CourseStep;

function marksOf({ mark, alarm }: Verdict, code: string): Consequence[] {
  const marks: Consequence[] = mark === undefined ? [] : [{ kind: 'mark', mark }];
  return alarm === undefined ? marks : [...marks, { kind: 'alarm', code }];
}

function waitOf({ code, what, retryAfterMs, verdict }: Refused & { verdict: Verdict }, also: Consequence[]): Waiting {
  const atLeastMs = Math.max(retryAfterMs ?? 0, verdict.afterMs ?? 0);
  return { code, what, atLeastMs, also: [...also, ...marksOf(verdict, code)] };
}

const nextWay: Answer = (message, { code, what, verdict }, { nowAt }) =>
  failedFor(message, code, what, nowAt, marksOf(verdict, code));

const again: Answer = (message, refused, context) => {
  const effect = { kind: 'failure', code: refused.code } as const;
  const also: Consequence[] = refused.verdict.ofRecipient === true ? [] : [{ kind: 'channel', effect }];
  return tryAgain(message, waitOf(refused, also), context);
};

/** What each verdict comes to. */
const answers: Readonly<Record<Verdict['act'], Answer>> = {
  retry: again,
  retry_free: (message, refused, context) => {
    const wait = waitOf(refused, []);
    const untilAt = context.nowAt + wait.atLeastMs;
    const also: Consequence[] = [{ kind: 'channel', effect: { kind: 'waits', untilAt, code: refused.code } }];
    return tryFree(message, { ...wait, also: [...wait.also, ...also] }, context);
  },
  // A handset that is off is no fault of the channel.
  retry_once: (message, refused, context) =>
    message.tries === 0 ? tryAgain(message, waitOf(refused, []), context) : nextWay(message, refused, context),
  // The claim renders it as a Content template when it sees this code; without one the way is closed. It spends a try: the
  // provider may take the template too before it says so, and would be asked for ever.
  as_content: (message, refused, context) =>
    message.tries > 0
      ? nextWay(message, refused, context)
      : tryFree({ ...message, tries: 1 }, { ...refused, atLeastMs: 0, also: [] }, context),
  look: (message, { code, what }, context) => perhapsSent(message, code, what, context),
  next_way: nextWay,
  final: (message, { code, what, verdict }, { nowAt }) =>
    stepped(message, ended(message, 'failed', nowAt, code), { what, code }, ...marksOf(verdict, code)),
  suppress: (message, { code, what, verdict }, { nowAt }) =>
    stepped(message, ended(message, 'suppressed', nowAt, code), { what, code }, ...marksOf(verdict, code)),
  pause: (message, { code, what, verdict }, context) => {
    const effect = { kind: 'pause', code } as const;
    const also: Consequence[] = [{ kind: 'channel', effect }, ...marksOf(verdict, code)];
    return tryFree(message, { code, what, atLeastMs: PAUSED_MS, also }, context);
  },
};

/** The provider would not take it, or says afterwards that it failed. @param what  its word in the history */
export function refusedWith(message: Message, refused: Refused, context: CourseContext): CourseStep {
  const verdict = verdictOn(refused.code);
  // Of a message that it has, the provider says for certain that it went nowhere.
  const act = verdict.act === 'look' && message.state === 'sent' ? 'next_way' : verdict.act;
  return answers[act](message, { ...refused, verdict }, context);
}

type Step<K extends Happening['kind']> = (
  message: Message,
  happening: Extract<Happening, { kind: K }>,
  context: CourseContext,
) => CourseStep;

function nowSent(message: Message, providerSid: string | null, what: string, nowAt: number): CourseStep {
  const hasStatus = providerSid !== null && wayOf(message).channel !== 'email';
  const polled = hasStatus ? { finalAt: null, nextAt: nowAt + SECOND_POLL_MS } : { finalAt: nowAt, nextAt: null };
  // What a mail server calls a mail is no name that another could not give too.
  const known = { providerSid: hasStatus ? providerSid : null, looks: 0, code: null };
  const change = { ...free, ...polled, ...known, state: 'sent', sentAt: nowAt } as const;
  return stepped(message, change, { what, code: null }, { kind: 'channel', effect: { kind: 'success' } });
}

export const accepted: Step<'accepted'> = (message, { providerSid }, { nowAt }) =>
  nowSent(message, providerSid, 'accepted', nowAt);

export const found: Step<'found'> = (message, { providerSid }, { nowAt }) =>
  nowSent(message, providerSid, 'adopted', nowAt);

export const refused: Step<'refused'> = (message, { code, retryAfterMs }, context) =>
  refusedWith(message, { code, what: 'refused', retryAfterMs }, context);

export const unsure: Step<'unsure'> = (message, { code }, context) => perhapsSent(message, code, 'unsure', context);

export const unreachable: Step<'unreachable'> = (message, { code }, context) => {
  const untilAt = context.nowAt + OFFLINE_MS;
  const also: Consequence[] = [{ kind: 'channel', effect: { kind: 'waits', untilAt, code } }];
  return tryFree(message, { code, what: 'unreachable', atLeastMs: OFFLINE_MS, also }, context);
};

/** Claimed: nothing had left. Sending: perhaps it had. Rule: notifications.md, Outbox. */
export const leaseEnded: Step<'lease_ended'> = (message, _happening, context) =>
  message.state === 'sending'
    ? perhapsSent(message, 'LEASE', 'lease_ended', context, STILL_AWAY_MS)
    : stepped(message, { ...free, state: 'queued', nextAt: context.nowAt }, { what: 'lease_ended', code: null });

/** What was said to have left by another answer needs no second one. */
const hasLeft: ReadonlySet<Message['state']> = new Set(['sent', 'delivered', 'read']);

/**
 * Somebody had given this sending up, and looks after the message by now. That it was taken ends all that was to follow,
 * wherever the message stands: it is not sent again. Any other answer changes nothing, but is kept.
 */
export const answeredLate: Step<'answered_late'> = (message, { answer }, { nowAt }) =>
  answer.kind === 'accepted' && !hasLeft.has(message.state)
    ? nowSent(message, answer.providerSid, 'accepted_late', nowAt)
    : stepped(
        message,
        {},
        answer.kind === 'accepted'
          ? { what: 'accepted_late', code: null }
          : { what: 'answered_late', code: answer.code },
      );

export const notFound: Step<'not_found'> = (message, _happening, context) => {
  const looks = message.looks + 1;
  const waitMs = LOOKS_MS[looks];
  const code = message.code ?? 'UNKNOWN';
  if (waitMs === undefined) return tryAgain(message, { code, atLeastMs: 0, what: 'not_found', also: [] }, context);
  const sinceMs = waitMs - (LOOKS_MS[looks - 1] ?? 0);
  return stepped(message, { ...free, looks, nextAt: context.nowAt + sinceMs }, { what: 'not_found', code: null });
};

/** Nobody could be asked: that is no look. */
export const lookFailed: Step<'look_failed'> = (message, { retryAfterMs }, { nowAt }) =>
  stepped(message, { ...free, nextAt: nowAt + Math.max(PAUSED_MS, retryAfterMs ?? 0) }, null);
