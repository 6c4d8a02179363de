import { HttpFailure, type HttpClient } from '../ports/http-client.ts';

/** Every host that channels speak HTTPS with: the provider, and those that renew a mail account's token. */
const allowedHosts: ReadonlySet<string> = new Set([
  'api.twilio.com',
  'content.twilio.com',
  'login.microsoftonline.com',
  'oauth2.googleapis.com',
]);

/** Longest time for one request, ms. */
export const requestTimeoutMs = 20_000;

/** Tests only: by host, the origin on this machine that stands in for it. */
export type StandIns = Readonly<Record<string, string>>;

const isLoopback = /^https?:\/\/(?:127\.0\.0\.1|\[::1\]|localhost)(?::\d+)?$/;

/** Nothing but the bare host: a port, a name or a password in the URL is somebody's trick. */
function isAllowed(url: URL): boolean {
  return url.protocol === 'https:' && allowedHosts.has(url.host) && url.username === '' && url.password === '';
}

/**
 * HTTP that reaches no host but those of the list, by HTTPS, and follows nobody elsewhere.
 * @param standIns  as the composition's test controls say; none in a release
 * @throws Error for a stand-in that is not on this machine
 */
export function guardHttp(http: HttpClient, standIns: StandIns): HttpClient {
  for (const origin of Object.values(standIns)) {
    if (!isLoopback.test(origin)) throw new Error('only this machine can stand in for a host');
  }
  return {
    async request(request) {
      const url = URL.canParse(request.url) ? new URL(request.url) : null;
      if (url === null || !isAllowed(url)) throw new HttpFailure('refused_host', 'HOST_REFUSED');
      const origin = standIns[url.host] ?? url.origin;
      const timeoutMs = Math.min(request.timeoutMs, requestTimeoutMs);
      const response = await http.request({ ...request, url: `${origin}${url.pathname}${url.search}`, timeoutMs });
      // The request carried credentials: they go to nobody that an answer names.
      if (response.status >= 300 && response.status < 400) throw new HttpFailure('refused_host', 'REDIRECTED');
      return response;
    },
    proxyFor: (url) => http.proxyFor(url),
  };
}
