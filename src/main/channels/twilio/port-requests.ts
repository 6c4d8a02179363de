import type { HttpClient, HttpRequest } from '../../ports/http-client.ts';
import { requestTimeoutMs } from '../guard-http.ts';
import { retryAfterMs } from '../retry-after.ts';

/** What the SDK asks of its HTTP client: the part of its options that it ever sets. */
type SdkRequest = {
  method: string;
  uri: string;
  username?: string;
  password?: string;
  headers?: Record<string, string>;
  params?: object;
  data?: object;
};
type SdkResponse = { statusCode: number; body: string; headers: Readonly<Record<string, string>> };

/** The SDK's HTTP over the port, for one call of ours. Only here is `Retry-After` to be seen: the SDK's errors drop it. */
export type PortRequests = {
  request(request: SdkRequest): Promise<SdkResponse>;
  /** Whether anything was given to the network yet. */
  hasAsked(): boolean;
  /** Of the last response, ms. */
  retryAfterMs(): number | null;
};

function parametersOf(values: object): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    for (const one of Array.isArray(value) ? value : [value]) parameters.append(name, String(one));
  }
  return parameters;
}

function bodyOf(data: object | undefined, contentType: string | undefined): string | null {
  if (data === undefined) return null;
  return contentType === 'application/json' ? JSON.stringify(data) : parametersOf(data).toString();
}

function urlOf(uri: string, params: object | undefined): string {
  const url = new URL(uri);
  for (const [name, value] of parametersOf(params ?? {})) url.searchParams.append(name, value);
  return url.href;
}

export function portRequests(http: HttpClient): PortRequests {
  let hasAsked = false;
  let waitMs: number | null = null;
  return {
    async request({ method, uri, username, password, headers, params, data }) {
      const credentials = Buffer.from(`${username ?? ''}:${password ?? ''}`).toString('base64');
      const request: HttpRequest = {
        method: method.toUpperCase() as HttpRequest['method'],
        url: urlOf(uri, params),
        headers: { ...headers, Authorization: `Basic ${credentials}` },
        body: bodyOf(data, headers?.['Content-Type']),
        timeoutMs: requestTimeoutMs,
      };
      hasAsked = true;
      const response = await http.request(request);
      waitMs = retryAfterMs(response.headers['retry-after'], Date.now());
      return { statusCode: response.status, body: response.body, headers: response.headers };
    },
    hasAsked: () => hasAsked,
    retryAfterMs: () => waitMs,
  };
}
