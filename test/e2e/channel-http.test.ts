import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, expect, test, type ElectronApplication } from '@playwright/test';
import { build } from 'vite';
import { root } from '../../scripts/lib/paths.mjs';
import { electronFlags, electronLaunch } from '../../scripts/lib/runtime.mjs';
import type { HttpRequest, HttpResponse } from '../../src/main/ports/http-client.ts';
import { startHttpServer } from '../support/http-server.ts';

/**
 * The channels' HTTP in the real Chromium, without the rest of the desk: what a sent message costs when the line breaks is
 * Chromium's doing, and no stand-in for it would show it.
 */
type Answered = HttpResponse | { kind: string; code: string };
type MainGlobals = { ask(request: HttpRequest): Promise<Answered>; proxyFor(url: string): Promise<string> };

const start = `
import { app, session } from 'electron';
import { electronHttp } from './electron-http.js';
app.whenReady().then(() => {
  const http = electronHttp((name) => session.fromPartition(name));
  globalThis.ask = (request) => http.request(request).catch(({ kind, code }) => ({ kind, code }));
  globalThis.proxyFor = (url) => http.proxyFor(url);
});
`;

let folder: string;
let app: ElectronApplication;
let server: Awaited<ReturnType<typeof startHttpServer>>;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'watchkeeper-http-'));
  const entry = join(root, 'src', 'main', 'shell', 'electron-http.ts');
  await build({
    configFile: false,
    logLevel: 'error',
    build: { outDir: folder, ssr: entry, target: 'node20', rollupOptions: { external: ['electron'] } },
  });
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'channel-http', type: 'module', main: 'start.js' }),
  );
  writeFileSync(join(folder, 'start.js'), start);
  app = await _electron.launch({ ...electronLaunch(), args: [...electronFlags(), folder] });
  await expect.poll(() => app.evaluate(() => 'ask' in globalThis)).toBe(true);
});
test.afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});
test.beforeEach(async () => {
  server = await startHttpServer(({ path, body }) => {
    if (path === '/drop') return null;
    if (path === '/away') return { status: 302, headers: { location: '/' } };
    return { status: 200, headers: { 'X-Kept': 'yes' }, body: `taken: ${body}` };
  });
});
test.afterEach(async () => {
  await server.close();
});

function ask(method: HttpRequest['method'], path: string, body: string | null = null): Promise<Answered> {
  const request: HttpRequest = {
    method,
    url: `${server.origin}${path}`,
    headers: { Authorization: 'Basic eDp5', 'Content-Type': 'application/x-www-form-urlencoded' },
    body,
    timeoutMs: 10_000,
  };
  return app.evaluate((_electron_, given) => (globalThis as unknown as MainGlobals).ask(given), request);
}

test('a request arrives with its credentials, and its answer comes back with its headers', async () => {
  expect(await ask('POST', '/', 'To=%2B27')).toMatchObject({
    status: 200,
    body: 'taken: To=%2B27',
    headers: { 'x-kept': 'yes' },
  });
  expect(server.asked).toMatchObject([{ method: 'POST', headers: { authorization: 'Basic eDp5' }, body: 'To=%2B27' }]);
});

test('a POST whose connection breaks is sent once, whatever was sent before', async () => {
  for (let n = 0; n < 3; n += 1) {
    await ask('POST', '/', 'a=b');
    await ask('GET', '/');
  }
  const before = server.asked.length;
  expect(await ask('POST', '/drop', 'a=b')).toEqual({ kind: 'unsure', code: 'ERR_EMPTY_RESPONSE' });
  expect(server.asked.slice(before)).toHaveLength(1);
});

test('a redirect is not followed', async () => {
  expect(await ask('GET', '/away')).toEqual({ kind: 'refused_host', code: 'REDIRECTED' });
  expect(server.asked.map(({ path }) => path)).toEqual(['/away']);
});

test('nobody listens: nothing was sent', async () => {
  await server.close();
  expect(await ask('POST', '/', 'a=b')).toEqual({ kind: 'unreachable', code: 'ERR_CONNECTION_REFUSED' });
  server = await startHttpServer(() => null);
});

test('the system says which proxy mail goes through', async () => {
  const proxy = await app.evaluate(
    (_electron_, url) => (globalThis as unknown as MainGlobals).proxyFor(url),
    'https://mail.khanyamanzi.example:587/',
  );
  expect(proxy).toMatch(/^(?:DIRECT|[^\s:]+:\d+)$/);
});
