import { describe, expect, test } from 'vitest';
import { proxyFromEnvironment } from '../../../src/main/monitor/proxy-from-environment.ts';
import type { HttpRequest } from '../../../src/main/ports/http-client.ts';
import { electronHttp, firstProxy } from '../../../src/main/shell/electron-http.ts';

describe('the proxy of the environment', () => {
  const env = {
    NODE_USE_ENV_PROXY: '1',
    HTTPS_PROXY: 'http://proxy.centre.example:3128',
    NO_PROXY: 'localhost, .inside.example',
  };
  const cases: readonly { url: string; env: Record<string, string>; proxy: string }[] = [
    { url: 'https://api.twilio.com/', env, proxy: 'proxy.centre.example:3128' },
    { url: 'https://mail.inside.example:587/', env, proxy: 'DIRECT' },
    { url: 'https://inside.example/', env, proxy: 'DIRECT' },
    { url: 'https://notinside.example/', env, proxy: 'proxy.centre.example:3128' },
    { url: 'https://api.twilio.com/', env: { ...env, NO_PROXY: '*' }, proxy: 'DIRECT' },
    { url: 'https://api.twilio.com/', env: { ...env, NODE_USE_ENV_PROXY: '' }, proxy: 'DIRECT' },
    { url: 'https://api.twilio.com/', env: { ...env, HTTPS_PROXY: 'nonsense' }, proxy: 'DIRECT' },
    { url: 'https://api.twilio.com/', env: { ...env, HTTPS_PROXY: 'http://proxy' }, proxy: 'proxy:80' },
    { url: 'https://api.twilio.com/', env: {}, proxy: 'DIRECT' },
  ];
  test.each(cases)('$url with $env.NO_PROXY → $proxy', ({ url, env: given, proxy }) => {
    expect(proxyFromEnvironment(url, given)).toBe(proxy);
  });
});

test.each([
  ['DIRECT', 'DIRECT'],
  ['PROXY proxy:3128', 'proxy:3128'],
  ['PROXY proxy:3128; DIRECT', 'proxy:3128'],
  ['SOCKS5 socks:1080; PROXY proxy:3128', 'proxy:3128'],
  ['HTTPS secure:443', 'DIRECT'],
  ['', 'DIRECT'],
])('what the system says of proxies: %j → %s', (pac, proxy) => {
  expect(firstProxy(pac)).toBe(proxy);
});

describe('what Chromium says of a request that failed', () => {
  const request: HttpRequest = { method: 'GET', url: 'https://a.example/', headers: {}, body: null, timeoutMs: 100 };
  async function raise(error: Error): Promise<never> {
    throw error;
  }
  async function failing(error: Error): Promise<unknown> {
    const session = {
      fetch: () => raise(error),
      resolveProxy: () => raise(error),
      closeAllConnections: () => raise(error),
    };
    return electronHttp(() => session).request(request);
  }
  const cases: readonly [string, { kind: string; code: string }][] = [
    ['net::ERR_INTERNET_DISCONNECTED', { kind: 'unreachable', code: 'ERR_INTERNET_DISCONNECTED' }],
    ['net::ERR_NAME_NOT_RESOLVED', { kind: 'unreachable', code: 'ERR_NAME_NOT_RESOLVED' }],
    ['net::ERR_CONNECTION_REFUSED', { kind: 'unreachable', code: 'ERR_CONNECTION_REFUSED' }],
    ['net::ERR_PROXY_CONNECTION_FAILED', { kind: 'unreachable', code: 'ERR_PROXY_CONNECTION_FAILED' }],
    ['net::ERR_CERT_AUTHORITY_INVALID', { kind: 'untrusted', code: 'ERR_CERT_AUTHORITY_INVALID' }],
    ['net::ERR_CONNECTION_RESET', { kind: 'unsure', code: 'ERR_CONNECTION_RESET' }],
    ['net::ERR_EMPTY_RESPONSE', { kind: 'unsure', code: 'ERR_EMPTY_RESPONSE' }],
    ['Redirect was cancelled', { kind: 'refused_host', code: 'REDIRECTED' }],
    ['something else with a+secret', { kind: 'unsure', code: 'DROPPED' }],
  ];
  test.each(cases)('%s', async (message, failure) => {
    await expect(failing(new Error(message))).rejects.toMatchObject(failure);
  });
  test('nothing in time', async () => {
    const late = new DOMException('late', 'TimeoutError');
    await expect(failing(late)).rejects.toMatchObject({ kind: 'unsure', code: 'TIMEOUT' });
  });
});

describe('Chromium sends again over a connection that was used before', () => {
  type Step = { session: string; what: 'close' | 'fetch' | 'answered' };

  function sessions() {
    const steps: Step[] = [];
    const answers: (() => void)[] = [];
    const http = electronHttp((session) => ({
      closeAllConnections() {
        steps.push({ session, what: 'close' });
        return Promise.resolve();
      },
      async fetch() {
        steps.push({ session, what: 'fetch' });
        await new Promise<void>((resolve) => answers.push(resolve));
        steps.push({ session, what: 'answered' });
        return new Response('{}');
      },
      resolveProxy: () => Promise.resolve('DIRECT'),
    }));
    return { http, steps, answers };
  }
  const post: HttpRequest = { method: 'POST', url: 'https://a.example/', headers: {}, body: 'a=b', timeoutMs: 100 };

  test('so each POST has a session to itself, whose connections are closed before', async () => {
    const { http, steps, answers } = sessions();
    const sent = Array.from({ length: 20 }, () => http.request(post));
    for (let done = 0; done < 20; done += 1) {
      while (answers.length === 0) await Promise.resolve();
      answers.shift()?.();
      await Promise.race(sent);
    }
    await Promise.all(sent);
    const names = new Set(steps.map(({ session }) => session));
    expect(names.size).toBe(8);
    for (const name of names) {
      const own = steps.filter(({ session }) => session === name).map(({ what }) => what);
      expect(own.length % 3).toBe(0);
      expect(own).toEqual(Array.from({ length: own.length / 3 }, () => ['close', 'fetch', 'answered']).flat());
    }
  });

  test('questions share one', async () => {
    const { http, steps, answers } = sessions();
    const asked = [
      http.request({ ...post, method: 'GET', body: null }),
      http.request({ ...post, method: 'GET', body: null }),
    ];
    for (const answer of answers) answer();
    await Promise.all(asked);
    expect(new Set(steps.map(({ session }) => session))).toEqual(new Set(['channels']));
    expect(steps.map(({ what }) => what)).not.toContain('close');
  });
});
