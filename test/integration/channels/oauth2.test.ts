import { afterEach, describe, expect, test } from 'vitest';
import type { RenewedToken } from '../../../src/main/channels/worker/protocol.ts';
import type { OpenChannel } from '../../../src/main/ports/sender.ts';
import { keptLog, mailChannel, outgoing, testSender } from '../../support/channel-parts.ts';
import { startHttpServer, type HttpGiven } from '../../support/http-server.ts';
import { startMailServer } from '../../support/mail-server.ts';

const hosts = [
  {
    name: 'Microsoft 365',
    host: 'login.microsoftonline.com',
    tokenUrl: 'https://login.microsoftonline.com/khanyamanzi.example/oauth2/v2.0/token',
    scope: 'https://outlook.office.com/SMTP.Send offline_access',
  },
  { name: 'Google', host: 'oauth2.googleapis.com', tokenUrl: 'https://oauth2.googleapis.com/token', scope: '' },
] as const;

const accepted = { kind: 'accepted', providerSid: null, providerStatus: null };
const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

/** A mail server that takes the tokens of a token host, and the sender between them. */
async function account(
  answers: readonly (HttpGiven | null)[],
  { host, tokenUrl, scope }: Pick<(typeof hosts)[number], 'host' | 'tokenUrl' | 'scope'> = hosts[0],
) {
  let asked = 0;
  const tokens = await startHttpServer(() => {
    asked += 1;
    return answers[Math.min(asked, answers.length) - 1] ?? null;
  });
  const server = await startMailServer({
    authMethods: ['XOAUTH2'],
    accepts: ({ accessToken }) => accessToken?.startsWith('good') === true,
  });
  const renewed: RenewedToken[] = [];
  const log = keptLog();
  const sender = testSender({
    standIns: { [host]: tokens.origin },
    onRenewed: (one) => renewed.push(one),
    logger: log.logger,
  });
  open.push(tokens, server, sender);
  const through: OpenChannel = mailChannel(
    server.port,
    { auth: 'oauth2', userName: 'desk@khanyamanzi.example', oauth2: { tokenUrl, clientId: 'client-1', scope } },
    { refreshToken: 'first refresh', clientSecret: 'client secret' },
  );
  return { tokens, server, sender, renewed, log, through };
}

const token = (value: string, more: object = {}): HttpGiven => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ token_type: 'Bearer', access_token: value, expires_in: 3600, ...more }),
});

test.each(hosts)('a mail account of $name signs in by a token, asked for once', async (host) => {
  const { tokens, server, sender, through } = await account([token('good-1')], host);
  expect(await sender.probe(through)).toEqual({ ok: true, value: null });
  expect(await sender.send(outgoing(), through)).toEqual(accepted);
  expect(server.signIns).toEqual(
    Array.from({ length: 2 }, () => ({
      method: 'XOAUTH2',
      userName: 'desk@khanyamanzi.example',
      secret: 'good-1',
    })),
  );
  expect(tokens.asked).toHaveLength(1);
  expect(tokens.asked[0]).toMatchObject({ method: 'POST', path: new URL(host.tokenUrl).pathname });
  expect(Object.fromEntries(new URLSearchParams(tokens.asked[0]?.body))).toEqual({
    grant_type: 'refresh_token',
    client_id: 'client-1',
    refresh_token: 'first refresh',
    client_secret: 'client secret',
    ...(host.scope !== '' && { scope: host.scope }),
  });
});

test('a token close to its end is asked for anew', async () => {
  const { tokens, sender, through } = await account([token('good-1', { expires_in: 30 })]);
  expect(await sender.probe(through)).toEqual({ ok: true, value: null });
  expect(await sender.probe(through)).toEqual({ ok: true, value: null });
  expect(tokens.asked).toHaveLength(2);
});

test('a token that the mail server refuses is renewed once, at once', async () => {
  const { server, sender, through } = await account([token('stale'), token('good-2')]);
  expect(await sender.send(outgoing(), through)).toEqual(accepted);
  expect(server.signIns.map(({ secret }) => secret)).toEqual(['stale', 'good-2']);
});

test('a refresh token that its host replaced is used from then on, and told of to be kept', async () => {
  const { tokens, sender, through, renewed } = await account([
    token('good-1', { refresh_token: 'second refresh', expires_in: 1 }),
    token('good-2'),
  ]);
  await sender.probe(through);
  await sender.probe(through);
  expect(renewed).toEqual([
    { clientId: 'client-1', userName: 'desk@khanyamanzi.example', refreshToken: 'second refresh', endsAt: null },
  ]);
  expect(new URLSearchParams(tokens.asked[1]?.body).get('refresh_token')).toBe('second refresh');
});

test('when a refresh token ends is told of where its host says so', async () => {
  const { sender, through, renewed } = await account([token('good-1', { refresh_token_expires_in: 86_400 })]);
  const before = Date.now();
  await sender.probe(through);
  expect(renewed.map(({ refreshToken }) => refreshToken)).toEqual(['first refresh']);
  expect(renewed[0]?.endsAt).toBeGreaterThanOrEqual(before + 86_400_000);
});

describe('without a token no mail leaves', () => {
  const cases: readonly { name: string; answers: readonly (HttpGiven | null)[]; outcome: object }[] = [
    {
      name: 'the grant was withdrawn',
      answers: [{ status: 400, body: '{"error":"invalid_grant","error_description":"first refresh is over"}' }],
      outcome: { kind: 'refused', code: 'EAUTH', retryAfterMs: null },
    },
    {
      name: 'the token host answers with something else',
      answers: [{ status: 200, body: '<html>sign in to the guest network</html>' }],
      outcome: { kind: 'refused', code: 'EAUTH', retryAfterMs: null },
    },
    {
      name: 'the token host is out of order',
      answers: [{ status: 503 }],
      outcome: { kind: 'unreachable', code: 'HTTP_503' },
    },
    { name: 'the line drops', answers: [null], outcome: { kind: 'unreachable', code: 'UND_ERR_SOCKET' } },
    {
      name: 'the token host leads elsewhere',
      answers: [{ status: 302, headers: { location: 'https://example.net/' } }],
      outcome: { kind: 'refused', code: 'REDIRECTED', retryAfterMs: null },
    },
  ];
  test.each(cases)('$name', async ({ answers, outcome }) => {
    const { server, sender, through, log } = await account(answers);
    expect(await sender.send(outgoing(), through)).toEqual(outcome);
    expect(server.delivered).toEqual([]);
    expect(server.signIns).toEqual([]);
    expect(log.lines).toEqual([]);
  });

  test('a token URL of another host is not asked', async () => {
    const { tokens, sender, through } = await account([token('good-1')]);
    const { settings, secrets } = through;
    if (settings.channel !== 'email') throw new Error('a mail account');
    const elsewhere = { tokenUrl: `${tokens.origin}/token`, clientId: 'client-1', scope: '' };
    const outcome = await sender.send(outgoing(), { settings: { ...settings, oauth2: elsewhere }, secrets });
    expect(outcome).toEqual({ kind: 'refused', code: 'HOST_REFUSED', retryAfterMs: null });
    expect(tokens.asked).toEqual([]);
  });
});
