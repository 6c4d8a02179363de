import type { HttpFailure, HttpRequest, HttpResponse } from '../../ports/http-client.ts';
import type { Instant } from '../../../preload/contract/values.ts';
import type { OpenChannel, Outgoing, Sender, SendOutcome } from '../../ports/sender.ts';

/** What is asked of a channel; `close` is the thread's own affair. */
export type ChannelCalls = Omit<Sender, 'close'>;

/** The same as a family of channels does it; `signal`: the message may not leave any more. */
export type FamilyCalls = Omit<ChannelCalls, 'send'> & {
  send(message: Outgoing, through: OpenChannel, signal: AbortSignal): Promise<SendOutcome>;
};

/** What the thread is started with. `sendWithinMs`: longest time for one message. */
export type ThreadData = { sendWithinMs: number };

export type Call = {
  [Name in keyof ChannelCalls]: { name: Name; args: Parameters<ChannelCalls[Name]> };
}[keyof ChannelCalls];

/** An `HttpFailure` as it crosses between threads. */
export type HttpAnswer<T> = { ok: true; value: T } | { ok: false; kind: HttpFailure['kind']; code: string };

export type ToThread =
  | { kind: 'call'; id: number; call: Call }
  | { kind: 'http'; id: number; answer: HttpAnswer<HttpResponse> }
  | { kind: 'proxy'; id: number; answer: HttpAnswer<string> }
  | { kind: 'close' };

export type FromThread =
  /** `value`: what the method of that name resolves to. */
  | { kind: 'done'; id: number; value: unknown }
  /** A bug: the method rejected. `frames`: where, without the message, which may quote what was sent. */
  | { kind: 'broken'; id: number; frames: string }
  | { kind: 'http'; id: number; request: HttpRequest }
  | { kind: 'proxy'; id: number; url: string }
  | { kind: 'renewed'; renewed: RenewedToken };

/**
 * A token of a mail account that its host has replaced, or said when it ends. The old one ends sooner or later.
 * `endsAt`: epoch ms; null where the host does not say, as most do not.
 */
export type RenewedToken = { clientId: string; userName: string; refreshToken: string; endsAt: Instant | null };
