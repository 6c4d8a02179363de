export type HttpRequest = {
  method: 'GET' | 'POST' | 'DELETE';
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string | null;
  timeoutMs: number;
};
/** Header names in lower case. */
export type HttpResponse = { status: number; headers: Readonly<Record<string, string>>; body: string };

/**
 * HTTPS over the system's proxy. Follows no redirect.
 * `request` rejects with `HttpFailure`.
 */
export type HttpClient = {
  request(request: HttpRequest): Promise<HttpResponse>;
  /** @returns `DIRECT`, or the proxy for a URL as `host:port` */
  proxyFor(url: string): Promise<string>;
};

/**
 * Why there is no response. `unreachable`: nothing was sent; `unsure`: the other side may have had the request;
 * `untrusted`: its certificate is not of an authority that counts here, nothing was sent; `refused_host`: not on the list of
 * those allowed, or it wanted to lead to another place.
 */
export class HttpFailure extends Error {
  readonly kind: 'unreachable' | 'unsure' | 'untrusted' | 'refused_host';
  /** `ENOTFOUND`, `TIMEOUT` …; names nobody and holds no secret. */
  readonly code: string;

  constructor(kind: HttpFailure['kind'], code: string) {
    super(`${kind}: ${code}`);
    this.kind = kind;
    this.code = code;
  }
}
