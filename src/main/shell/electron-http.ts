import type { Session } from 'electron';
import { HttpFailure, type HttpClient, type HttpRequest, type HttpResponse } from '../ports/http-client.ts';
import { lendOut } from './lent-out.ts';

/** Chromium's names of errors, by what they mean for what was to be sent. The first that fits counts. */
const kinds: readonly (readonly [RegExp, HttpFailure['kind']])[] = [
  [/redirect/i, 'refused_host'],
  [/ERR_(?:CERT|SSL|BAD_SSL)/, 'untrusted'],
  [
    /ERR_(?:NAME|INTERNET_DISCONNECTED|ADDRESS|CONNECTION_REFUSED|CONNECTION_TIMED_OUT|PROXY|TUNNEL|NETWORK_ACCESS|DNS|ICANN)/,
    'unreachable',
  ],
];

function failureOf(error: unknown): HttpFailure {
  if (error instanceof Error && error.name === 'TimeoutError') return new HttpFailure('unsure', 'TIMEOUT');
  const message = error instanceof Error ? error.message : '';
  const code = /ERR_\w+/.exec(message)?.[0] ?? (/redirect/i.test(message) ? 'REDIRECTED' : 'DROPPED');
  const kind = kinds.find(([pattern]) => pattern.test(message))?.[1] ?? 'unsure';
  return new HttpFailure(kind, code);
}

/**
 * First of a PAC answer (`PROXY proxy:3128; DIRECT`). SOCKS and proxies that speak TLS themselves are left out: mail can take
 * no tunnel through those.
 */
export function firstProxy(pac: string): string {
  for (const choice of pac.split(';')) {
    const [kind = '', place = ''] = choice.trim().split(/\s+/);
    if (kind === 'DIRECT') return 'DIRECT';
    if (kind === 'PROXY' && place !== '') return place;
  }
  return 'DIRECT';
}

type HttpSession = Pick<Session, 'fetch' | 'resolveProxy' | 'closeAllConnections'>;

/** How many requests that change something are under way at most; each has a session to itself. */
const mostSenders = 8;

async function ask(
  session: HttpSession,
  { method, url, headers, body, timeoutMs }: HttpRequest,
): Promise<HttpResponse> {
  try {
    const response = await session.fetch(url, {
      method,
      headers,
      body,
      // Chromium ends such a request with an error; nothing is sent to where it would have led.
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
  } catch (error) {
    throw failureOf(error);
  }
}

/**
 * HTTP through Chromium: the system's proxy with its sign-in, the system's authorities.
 *
 * Chromium sends a request again by itself when a connection that was used before closes without an answer, a POST too (tried with
 * Electron 33): a message would go out twice. Whatever changes something therefore has a fresh connection: its session is its own
 * meanwhile, and holds none.
 * @param open  a session of that name, in memory: the window's refuses every host, and no cookie shall stay
 */
export function electronHttp(open: (name: string) => HttpSession): HttpClient {
  let shared: HttpSession | null = null;
  const asking = (): HttpSession => (shared ??= open('channels'));
  const senders = lendOut((n) => open(`channels-${n}`), mostSenders);
  return {
    async request(request) {
      if (request.method === 'GET') return ask(asking(), request);
      return senders.with(async (session) => {
        await session.closeAllConnections();
        return ask(session, request);
      });
    },
    proxyFor: async (url) => firstProxy(await asking().resolveProxy(url)),
  };
}
