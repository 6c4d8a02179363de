import { Worker } from 'node:worker_threads';
import { HttpFailure, type HttpClient } from '../../ports/http-client.ts';
import type { Logger } from '../../ports/logger.ts';
import { errorFrames } from './error-frames.ts';
import type { Call, FromThread, HttpAnswer, RenewedToken, ThreadData, ToThread } from './protocol.ts';

/** What came of a call: its value, or that the thread is gone or has stumbled. */
export type Answer = { kind: 'value'; value: unknown } | { kind: 'lost'; code: 'THREAD_DIED' | 'INTERNAL' | 'CLOSED' };

export type ChannelThread = {
  /** Never rejects. */
  ask(call: Call): Promise<Answer>;
  isDead(): boolean;
  /** Lets what is under way end, at most `graceMs`; what is not done by then is lost. */
  close(graceMs: number): Promise<void>;
};

async function answerOf<T>(work: Promise<T>): Promise<HttpAnswer<T>> {
  try {
    return { ok: true, value: await work };
  } catch (error) {
    if (error instanceof HttpFailure) return { ok: false, kind: error.kind, code: error.code };
    return { ok: false, kind: 'unsure', code: 'INTERNAL' };
  }
}

/** Starts the channels' thread. What it sends over HTTP goes through `http` here, where the system's proxy is known. */
export function startChannelThread(
  entry: URL,
  parts: { http: HttpClient; logger: Logger; onRenewed(renewed: RenewedToken): void } & ThreadData,
): ChannelThread {
  const { http, logger, sendWithinMs } = parts;
  const workerData: ThreadData = { sendWithinMs };
  const worker = new Worker(entry, { name: 'channels', workerData });
  const pending = new Map<number, (answer: Answer) => void>();
  let asked = 0;
  let isDead = false;
  let closing = false;
  let onQuiet = (): void => undefined;

  const settle = (id: number, answer: Answer): void => {
    pending.get(id)?.(answer);
    pending.delete(id);
    if (pending.size === 0) onQuiet();
  };
  const die = (frames: string): void => {
    if (!isDead && !closing) logger.error('channels.thread_died', { error: frames });
    isDead = true;
    for (const id of pending.keys()) settle(id, { kind: 'lost', code: closing ? 'CLOSED' : 'THREAD_DIED' });
  };
  const tell = (message: ToThread): void => worker.postMessage(message);

  const onMessage: { [Kind in FromThread['kind']]: (message: Extract<FromThread, { kind: Kind }>) => void } = {
    done: ({ id, value }) => settle(id, { kind: 'value', value }),
    broken({ id, frames }) {
      logger.error('channels.call_failed', { error: frames });
      settle(id, { kind: 'lost', code: 'INTERNAL' });
    },
    http({ id, request }) {
      void answerOf(http.request(request)).then((answer) => tell({ kind: 'http', id, answer }));
    },
    proxy({ id, url }) {
      void answerOf(http.proxyFor(url)).then((answer) => tell({ kind: 'proxy', id, answer }));
    },
    renewed: ({ renewed }) => parts.onRenewed(renewed),
  };
  worker.on('message', (message: FromThread) => {
    (onMessage[message.kind] as (message: FromThread) => void)(message);
  });
  worker.on('error', (error) => die(errorFrames(error)));
  worker.on('exit', (code) => die(`ended with ${code}`));

  return {
    ask(call) {
      if (isDead || closing) return Promise.resolve({ kind: 'lost', code: closing ? 'CLOSED' : 'THREAD_DIED' });
      asked += 1;
      const id = asked;
      return new Promise((resolve) => {
        pending.set(id, resolve);
        tell({ kind: 'call', id, call });
      });
    },
    isDead: () => isDead,
    async close(graceMs) {
      closing = true;
      if (isDead) return;
      const gone = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
      const grace = setTimeout(() => void worker.terminate(), graceMs);
      if (pending.size === 0) tell({ kind: 'close' });
      else onQuiet = () => tell({ kind: 'close' });
      await gone;
      clearTimeout(grace);
    },
  };
}
