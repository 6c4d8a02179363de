import { describe, expect, test } from 'vitest';
import { guardHttp } from '../../../src/main/channels/guard-http.ts';
import { HttpFailure, type HttpClient, type HttpRequest } from '../../../src/main/ports/http-client.ts';

function heard(status = 200): { http: HttpClient; asked: HttpRequest[] } {
  const asked: HttpRequest[] = [];
  const http: HttpClient = {
    request(request) {
      asked.push(request);
      return Promise.resolve({ status, headers: {}, body: '' });
    },
    proxyFor: (url) => Promise.resolve(url),
  };
  return { http, asked };
}

const get = (url: string, timeoutMs = 1000): HttpRequest => ({
  method: 'GET',
  url,
  headers: {},
  body: null,
  timeoutMs,
});

describe('channels reach', () => {
  const allowed = [
    'https://api.twilio.com/2010-04-01/Accounts/AC1/Messages.json?To=%2B27',
    'https://content.twilio.com/v1/Content/HX1/ApprovalRequests',
    'https://login.microsoftonline.com/common/oauth2/v2.0/token',
    'https://oauth2.googleapis.com/token',
  ];
  test.each(allowed)('%s', async (url) => {
    const { http, asked } = heard();
    await guardHttp(http, {}).request(get(url));
    expect(asked).toMatchObject([{ url }]);
  });
});

describe('channels do not reach', () => {
  const refused = [
    'http://api.twilio.com/2010-04-01/Accounts/AC1.json',
    'https://api.twilio.com:8443/x',
    'https://api.twilio.com.example.net/x',
    'https://example.net/https://api.twilio.com/',
    'https://user@api.twilio.com/x',
    'https://api.twilio.com@example.net/x',
    'https://API.twilio.com.:443/x',
    'https://127.0.0.1/x',
    'http://127.0.0.1:4010/x',
    'file:///etc/hostname',
    'ftp://api.twilio.com/x',
    'no url at all',
    '',
  ];
  test.each(refused)('%j', async (url) => {
    const { http, asked } = heard();
    const failure = await guardHttp(http, {})
      .request(get(url))
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(HttpFailure);
    expect(failure).toMatchObject({ kind: 'refused_host', code: 'HOST_REFUSED' });
    expect(asked).toEqual([]);
  });

  test.each([301, 302, 303, 307, 308])('where a %d leads', async (status) => {
    const { http } = heard(status);
    const asking = guardHttp(http, {}).request(get('https://api.twilio.com/x'));
    await expect(asking).rejects.toMatchObject({ kind: 'refused_host', code: 'REDIRECTED' });
  });
});

test('no request lasts longer than 20 s', async () => {
  const { http, asked } = heard();
  await guardHttp(http, {}).request(get('https://api.twilio.com/x', 90_000));
  expect(asked[0]?.timeoutMs).toBe(20_000);
});

describe('a stand-in', () => {
  test('takes the place of its host and of no other', async () => {
    const { http, asked } = heard();
    const guarded = guardHttp(http, { 'api.twilio.com': 'http://127.0.0.1:4010' });
    await guarded.request(get('https://api.twilio.com/a?b=%2Bc'));
    await guarded.request(get('https://content.twilio.com/a'));
    expect(asked.map(({ url }) => url)).toEqual(['http://127.0.0.1:4010/a?b=%2Bc', 'https://content.twilio.com/a']);
  });
  test('of a host that is not allowed opens nothing', async () => {
    const { http } = heard();
    const guarded = guardHttp(http, { 'example.net': 'http://127.0.0.1:4010' });
    await expect(guarded.request(get('https://example.net/'))).rejects.toMatchObject({ kind: 'refused_host' });
  });
  test.each(['http://example.net', 'http://127.0.0.1.example.net', 'http://127.0.0.1@example.net', '//x'])(
    'on another machine is none: %s',
    (origin) => {
      expect(() => guardHttp(heard().http, { 'api.twilio.com': origin })).toThrow('only this machine');
    },
  );
});
