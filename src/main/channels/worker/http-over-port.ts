import { HttpFailure, type HttpClient, type HttpResponse } from '../../ports/http-client.ts';
import type { FromThread, HttpAnswer, ToThread } from './protocol.ts';

export type HttpOverPort = HttpClient & {
  /** Hands on what the main thread answered. */
  answered(message: Extract<ToThread, { kind: 'http' | 'proxy' }>): void;
};

/** The main thread's HTTP as the channels' thread sees it. */
export function httpOverPort(tell: (message: FromThread) => void): HttpOverPort {
  const pending = new Map<number, (answer: HttpAnswer<HttpResponse | string>) => void>();
  let asked = 0;

  function ask<T extends HttpResponse | string>(message: (id: number) => FromThread): Promise<T> {
    asked += 1;
    const id = asked;
    return new Promise((resolve, reject) => {
      pending.set(id, (answer) => {
        if (answer.ok) resolve(answer.value as T);
        else reject(new HttpFailure(answer.kind, answer.code));
      });
      tell(message(id));
    });
  }

  return {
    request: (request) => ask<HttpResponse>((id) => ({ kind: 'http', id, request })),
    proxyFor: (url) => ask<string>((id) => ({ kind: 'proxy', id, url })),
    answered({ id, answer }) {
      pending.get(id)?.(answer);
      pending.delete(id);
    },
  };
}
