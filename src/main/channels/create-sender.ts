import type { HttpClient } from '../ports/http-client.ts';
import type { Logger } from '../ports/logger.ts';
import type { Sender, SendOutcome } from '../ports/sender.ts';
import { guardHttp, type StandIns } from './guard-http.ts';
import { startChannelThread, type Answer, type ChannelThread } from './worker/channel-thread.ts';
import type { Call, RenewedToken } from './worker/protocol.ts';

export type SenderParts = {
  /** `worker/entry.ts`, or the file that it was bundled into. */
  workerEntry: URL;
  http: HttpClient;
  logger: Logger;
  /** Tests only. */
  standIns?: StandIns;
  /** Tests only: see `SEND_WITHIN_MS`. */
  sendWithinMs?: number;
  /** A mail account's host has replaced its refresh token: to be kept in place of the old one. */
  onRenewed?: (renewed: RenewedToken) => void;
};

/**
 * Longest time for one message, from the first name that is looked up to the last answer, ms. Well below the two minutes of a
 * claim: whatever is still on its way when those end would be tried again beside it.
 * Rule: notifications.md, Outbox.
 */
const SEND_WITHIN_MS = 75_000;

/** How long a quit waits for what is under way, ms. What is cut off is unsure and is reconciled at the next start. */
const closeGraceMs = 3_000;

/** A message is lost together with the thread only if it was on its way: whoever asked after closing sent nothing. */
function lostSend(code: Extract<Answer, { kind: 'lost' }>['code'], wasAsked: boolean): SendOutcome {
  return wasAsked ? { kind: 'unsure', code } : { kind: 'unreachable', code };
}

/**
 * Speaks to mail servers and to the provider, in a thread of its own that starts with the first call. No method rejects.
 * Rule: product.md, Notifications; docs/decisions/0011.
 */
export function createSender(parts: SenderParts): Sender {
  const http = guardHttp(parts.http, parts.standIns ?? {});
  const { workerEntry, logger, onRenewed = () => undefined, sendWithinMs = SEND_WITHIN_MS } = parts;
  let thread: ChannelThread | null = null;
  let isClosed = false;

  function ask(call: Call): Promise<Answer> {
    if (thread === null || thread.isDead()) {
      thread = startChannelThread(workerEntry, { http, logger, onRenewed, sendWithinMs });
    }
    return thread.ask(call);
  }

  /** Of everything but sending: losing the answer costs nothing but asking again. */
  async function asked<Value>(call: Call): Promise<Value | { ok: false; code: string; retryAfterMs: null }> {
    if (isClosed) return { ok: false, code: 'CLOSED', retryAfterMs: null };
    const answer = await ask(call);
    return answer.kind === 'value' ? (answer.value as Value) : { ok: false, code: answer.code, retryAfterMs: null };
  }

  return {
    async send(...args) {
      if (isClosed) return lostSend('CLOSED', false);
      const answer = await ask({ name: 'send', args });
      return answer.kind === 'value' ? (answer.value as SendOutcome) : lostSend(answer.code, true);
    },
    fetch: (...args) => asked<Awaited<ReturnType<Sender['fetch']>>>({ name: 'fetch', args }),
    list: (...args) => asked<Awaited<ReturnType<Sender['list']>>>({ name: 'list', args }),
    probe: (...args) => asked<Awaited<ReturnType<Sender['probe']>>>({ name: 'probe', args }),
    approvals: (...args) => asked<Awaited<ReturnType<Sender['approvals']>>>({ name: 'approvals', args }),
    async close() {
      isClosed = true;
      await thread?.close(closeGraceMs);
    },
  };
}
