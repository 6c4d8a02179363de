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

/** `sent`: whether the request may have reached the other side; `refused_host`: not on the list of those allowed. */
export class HttpFailure extends Error {
  readonly kind: 'unreachable' | 'unsure' | 'refused_host';

  constructor(kind: HttpFailure['kind'], message: string) {
    super(message);
    this.kind = kind;
  }
}
