import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import type { Random } from '../ports/random.ts';
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

const lockedDown = {
  'Cache-Control': 'no-cache',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** Serves the built page and nothing else; the page reads its style nonce from the `csp-nonce` element. */
export function serveApp(session: Session, root: string, random: Random): void {
  const files = listPageFiles(root);
  session.protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    const file = url.host === 'desk' && request.method === 'GET' ? files.get(url.pathname) : undefined;
    const nonce = Buffer.from(random.bytes(16)).toString('base64');
    const headers = { ...lockedDown, 'Content-Security-Policy': contentSecurityPolicy(nonce) };
    if (file === undefined) return new Response('', { status: 404, headers });
    const content = await readFile(file.path);
    const body = file.contentType.startsWith('text/html')
      ? withNonce(content.toString('utf8'), nonce)
      : new Uint8Array(content);
    return new Response(body, { headers: { ...headers, 'Content-Type': file.contentType } });
  });
}

function withNonce(html: string, nonce: string): string {
  return html.replace('<head>', `<head><meta property="csp-nonce" nonce="${nonce}">`);
}
