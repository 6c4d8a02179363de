import type { Instant } from '../../../preload/contract/values.ts';
import type { ChannelEffect } from './channel-course.ts';
import type { Verdict } from './error-table.ts';
import type { Message, Way } from './message.ts';

/** Why a message that has not left does not leave any more. */
export type Withdrawal =
  | 'by_hand'
  | 'undone'
  | 'replaced'
  | 'sensitive'
  | 'moved'
  | 'gone'
  | 'not_allowed'
  | 'address_changed'
  /** Whoever was to hear of it does not hold the ticket any more. */
  | 'not_holder'
  /** What it presses for was done. */
  | 'settled'
  /** The deadline that it names was moved, or its clock stands still. */
  | 'not_due'
  | 'opted_out'
  | 'delivered';

/** What the network answers to a sending. */
export type SendAnswer =
  | { kind: 'accepted'; providerSid: string | null }
  | { kind: 'refused'; code: string; retryAfterMs: number | null }
  | { kind: 'unsure'; code: string }
  | { kind: 'unreachable'; code: string };

/** What can happen to a message on its course. */
export type Happening =
  | { kind: 'claimed'; token: string }
  | { kind: 'sending' }
  | SendAnswer
  /** To a sending that somebody else had given up meanwhile. */
  | { kind: 'answered_late'; answer: SendAnswer }
  | { kind: 'lease_ended' }
  /** Somebody goes to the provider to ask about it; nobody else does meanwhile. */
  | { kind: 'asked_about'; token: string }
  /** Looked for at the provider: there under `providerSid`, or not there. */
  | { kind: 'found'; providerSid: string }
  | { kind: 'not_found' }
  | { kind: 'look_failed'; retryAfterMs: number | null }
  /** `status`: in the provider's words. */
  | { kind: 'polled'; status: string; code: string | null }
  | { kind: 'poll_failed'; retryAfterMs: number | null }
  /** The provider says of an earlier try of it, which had another name there, that it arrived after all. */
  | { kind: 'earlier_arrived'; providerSid: string; status: string }
  /** Not now: quiet hours, or another message to the same person just now. */
  | { kind: 'deferred'; untilAt: Instant; code: 'quiet' | 'recipient' }
  /** Its recipient is reached in another way by now; `step`: place in `ways` from which it goes on. */
  | { kind: 'readdressed'; ways: readonly [Way, ...Way[]]; step: number }
  /** Claimed, and what it says is not to be said any more: it is written anew. */
  | { kind: 'put_back' }
  | { kind: 'expired' }
  | { kind: 'withdrawn'; why: Withdrawal }
  /** This way is closed before anything was sent: a mark on the address, no approved template. */
  | { kind: 'barred'; code: string }
  | { kind: 'resent' }
  /** What had replaced it was taken back, and it is so again. */
  | { kind: 'restored' }
  | { kind: 'simulated' }
  | { kind: 'held'; code: string }
  | { kind: 'released' };

export type CourseContext = {
  nowAt: Instant;
  /** 0 to 1: where in the ±10 % a retry falls. */
  random: number;
  /** After each failed try; as many retries as there are. */
  retrySeconds: readonly number[];
};

/**
 * What else follows. `next_way`: the fallback's message is to be made; `cancel_later`: it is not needed after all;
 * `release_joined`: other news that went with it goes by itself; `new_ways`: its ways are others than were decided.
 */
export type Consequence =
  | { kind: 'next_way' }
  | { kind: 'release_joined' }
  | { kind: 'new_ways' }
  | { kind: 'cancel_later' }
  | { kind: 'mark'; mark: NonNullable<Verdict['mark']> }
  | { kind: 'alarm'; code: string }
  | { kind: 'channel'; effect: ChannelEffect };

/** `told`: its line in the message's history; null where nothing is worth one. */
export type CourseStep = {
  message: Message;
  told: { what: string; code: string | null } | null;
  consequences: readonly Consequence[];
};

/** The way that a message takes. */
export function wayOf({ ways, step }: Message): Message['ways'][0] {
  return ways[step] ?? ways[0];
}

export function stepped(
  message: Message,
  change: Partial<Message>,
  told: CourseStep['told'],
  ...consequences: Consequence[]
): CourseStep {
  return { message: { ...message, ...change }, told, consequences };
}

/** Nobody has to look at it again. */
export function ended(
  message: Message,
  state: Message['state'],
  at: Instant,
  code: string | null,
): Partial<Message> & { state: Message['state'] } {
  return { state, code, finalAt: message.finalAt ?? at, nextAt: null, claimToken: null, leaseUntil: null };
}
