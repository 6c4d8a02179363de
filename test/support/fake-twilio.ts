import { accountSid } from './channel-parts.ts';
import { startHttpServer, type HttpAsked, type HttpGiven } from './http-server.ts';

/** A message as the provider keeps it: its own field names. */
export type Kept = {
  sid: string;
  account_sid: string;
  direction: 'inbound' | 'outbound-api';
  from: string | null;
  to: string;
  body: string;
  status: string;
  error_code: number | null;
  error_message: string | null;
  date_created: string;
  date_sent: string | null;
};

/** Where a message is on its way; each time it is asked for it goes one further, and stays at the last. */
export type Step = { status: string; code?: number };
const delivered: readonly Step[] = [{ status: 'queued' }, { status: 'sent' }, { status: 'delivered' }];

/** What happens to the next create. The last entry is for one, then all is accepted again. */
export type NextCreate =
  | { status: number; code?: number; retryAfter?: string }
  | 'kept, and the answer lost'
  | 'lost'
  | 'kept, and answered with nonsense';

export type FakeTwilio = {
  origin: string;
  asked: HttpAsked[];
  kept: Kept[];
  next: NextCreate[];
  /** By exact recipient. */
  courses: Map<string, readonly Step[]>;
  approvals: Map<string, string>;
  /** A message of a contact. */
  comesIn(from: string, to: string, body: string, at: number): Kept;
  close(): Promise<void>;
};

const json = (status: number, value: object, headers: Record<string, string> = {}): HttpGiven => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(value),
});
const refusal = (status: number, code: number, message: string, headers?: Record<string, string>): HttpGiven =>
  json(status, { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status }, headers);

const dateOf = (at: number): string => new Date(at).toUTCString().replace('GMT', '+0000');
const hex = (prefix: string, n: number): string => `${prefix}${n.toString(16).padStart(32, '0')}`;

/**
 * Stands in for the provider with a memory: messages go from queued to their end as they are asked for, answers get lost after the
 * message was taken, too much is refused for a while. Speaks the provider's own form, held by its description in the contract
 * tests.
 */
export async function startFakeTwilio(secret = 'the key’s secret'): Promise<FakeTwilio> {
  const kept: Kept[] = [];
  const next: NextCreate[] = [];
  const courses = new Map<string, readonly Step[]>();
  const approvals = new Map<string, string>();
  const steps = new Map<string, number>();
  let count = 0;
  const messagesPath = `/2010-04-01/Accounts/${accountSid}/Messages`;
  const credentials = `Basic ${Buffer.from(`SK${'0'.repeat(31)}2:${secret}`).toString('base64')}`;

  function keep(message: Pick<Kept, 'direction' | 'from' | 'to' | 'body' | 'status'>, at: number): Kept {
    count += 1;
    const one: Kept = {
      sid: hex('SM', count),
      account_sid: accountSid,
      ...message,
      error_code: null,
      error_message: null,
      date_created: dateOf(at),
      date_sent: message.direction === 'inbound' ? dateOf(at) : null,
    };
    kept.unshift(one);
    return one;
  }

  function create(form: URLSearchParams): HttpGiven | null {
    const turn = next.shift();
    if (turn === 'lost') return null;
    if (typeof turn === 'object') {
      const { status, code, retryAfter } = turn;
      const headers: Record<string, string> = retryAfter === undefined ? {} : { 'retry-after': retryAfter };
      return code === undefined ? { status, headers, body: '<html>no</html>' } : refusal(status, code, 'no', headers);
    }
    const to = form.get('To') ?? '';
    const from = form.get('From');
    const body = form.get('Body') ?? `template ${form.get('ContentSid')} with ${form.get('ContentVariables')}`;
    const made = keep({ direction: 'outbound-api', from, to, body, status: 'queued' }, Date.now());
    if (turn === 'kept, and the answer lost') return null;
    if (turn === 'kept, and answered with nonsense') return { status: 201, body: 'Created' };
    return json(201, made);
  }

  /** Goes one step on its way. */
  function fetch(sid: string): HttpGiven {
    const message = kept.find((one) => one.sid === sid);
    if (message === undefined) return refusal(404, 20404, 'not found');
    const course = courses.get(message.to) ?? delivered;
    const reached = Math.min((steps.get(sid) ?? 0) + 1, course.length - 1);
    steps.set(sid, reached);
    const { status, code } = course[reached] ?? { status: message.status };
    message.status = status;
    message.error_code = code ?? null;
    if (status !== 'queued') message.date_sent ??= dateOf(Date.now());
    return json(200, message);
  }

  function list(query: URLSearchParams): HttpGiven {
    const pageSize = Number(query.get('PageSize') ?? 50);
    const page = Number(query.get('Page') ?? 0);
    const fits = (['From', 'To'] as const).map((name) => [name.toLowerCase(), query.get(name)] as const);
    const all = kept.filter((message) =>
      fits.every(([field, wanted]) => wanted === null || message[field as 'from' | 'to'] === wanted),
    );
    const messages = all.slice(page * pageSize, (page + 1) * pageSize);
    const more = new URLSearchParams(query);
    more.set('Page', String(page + 1));
    more.set('PageToken', `PA${page + 1}`);
    const hasMore = (page + 1) * pageSize < all.length;
    return json(200, {
      messages,
      page,
      page_size: pageSize,
      next_page_uri: hasMore ? `${messagesPath}.json?${more.toString()}` : null,
    });
  }

  function approval(contentSid: string): HttpGiven {
    const status = approvals.get(contentSid);
    if (status === undefined) return refusal(404, 20404, 'not found');
    return json(200, { sid: contentSid, account_sid: accountSid, whatsapp: { type: 'whatsapp', status } });
  }

  const server = await startHttpServer(({ method, path, headers, body }) => {
    if (headers.authorization !== credentials) return refusal(401, 20003, 'Authenticate');
    const url = new URL(path, 'http://provider');
    const sid = /\/(SM[0-9a-f]{32})\.json$/.exec(url.pathname)?.[1];
    const contentSid = /^\/v1\/Content\/(HX[0-9a-f]{32})\/ApprovalRequests$/.exec(url.pathname)?.[1];
    if (contentSid !== undefined) return approval(contentSid);
    if (!url.pathname.startsWith(messagesPath)) return refusal(404, 20404, 'not found');
    if (method === 'POST') return create(new URLSearchParams(body));
    return sid === undefined ? list(url.searchParams) : fetch(sid);
  });

  return {
    ...server,
    kept,
    next,
    courses,
    approvals,
    comesIn: (from, to, body, at) => keep({ direction: 'inbound', from, to, body, status: 'received' }, at),
  };
}
