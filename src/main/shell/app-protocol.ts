import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { listPageFiles } from './page-files.ts';

/** The desk's only origin. */
export const appOrigin = 'app://desk';
export const startPage = `${appOrigin}/index.html`;

/** Must run before `ready`. Fetch stays off for the scheme: a page has the bridge and needs nothing else. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } },
  ]);
}

const headers = {
  'Cache-Control': 'no-cache',
  'Content-Security-Policy': contentSecurityPolicy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** Serves the built page and nothing else. */
export function serveApp(session: Session, root: string): void {
  const files = listPageFiles(root);
  session.protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    const file = url.host === 'desk' && request.method === 'GET' ? files.get(url.pathname) : undefined;
    if (file === undefined) return new Response('', { status: 404, headers });
    const content = await readFile(file.path);
    return new Response(new Uint8Array(content), { headers: { ...headers, 'Content-Type': file.contentType } });
  });
}
