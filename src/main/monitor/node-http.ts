import tls from 'node:tls';
import { HttpFailure, type HttpClient } from '../ports/http-client.ts';
import { proxyFromEnvironment } from './proxy-from-environment.ts';

/** Codes of certificates that lead to no authority that counts, and of TLS that did not come about. */
const untrusted = /^(?:CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_TLS|ERR_SSL|EPROTO|INVALID_CA)/;
/** What the system was doing when nothing had been sent yet. */
const beforeSending: ReadonlySet<string> = new Set(['connect', 'getaddrinfo']);
const connectCodes: ReadonlySet<string> = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

const textOf = (value: unknown, key: string): string => {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return typeof found === 'string' ? found : '';
};

/** What `fetch` rejected with: the reason stands in `cause`, for several addresses in the first of its errors. */
function failureOf(error: unknown): HttpFailure {
  if (textOf(error, 'name') === 'TimeoutError') return new HttpFailure('unsure', 'TIMEOUT');
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  const first: unknown = cause instanceof AggregateError ? cause.errors[0] : cause;
  const code = textOf(cause, 'code') || textOf(first, 'code') || 'DROPPED';
  if (untrusted.test(code)) return new HttpFailure('untrusted', code);
  const isEarly = connectCodes.has(code) || beforeSending.has(textOf(first, 'syscall'));
  return new HttpFailure(isEarly ? 'unreachable' : 'unsure', code);
}

/** The system's authorities beside Node's own: a centre that looks into TLS has its own there. Node 22.19 and later. */
function trustSystemAuthorities(): void {
  if (!('setDefaultCACertificates' in tls)) return;
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), ...tls.getCACertificates('system')]);
}

/**
 * HTTP of a desk without a window.
 * @param env  its proxy, where `NODE_USE_ENV_PROXY` is 1: by that Node's own `fetch` goes through it
 */
export function nodeHttp(env: Readonly<Record<string, string | undefined>>): HttpClient {
  let isReady = false;
  return {
    async request({ method, url, headers, body, timeoutMs }) {
      // With the first request: reading them takes 0.1 s, and most desks start without one.
      if (!isReady) trustSystemAuthorities();
      isReady = true;
      try {
        const signal = AbortSignal.timeout(timeoutMs);
        const init = { method, headers, body, signal, redirect: 'manual' as const };
        const response = await fetch(url, init);
        return {
          status: response.status,
          headers: Object.fromEntries(response.headers),
          body: await response.text(),
        };
      } catch (error) {
        throw failureOf(error);
      }
    },
    proxyFor: (url) => Promise.resolve(proxyFromEnvironment(url, env)),
  };
}
