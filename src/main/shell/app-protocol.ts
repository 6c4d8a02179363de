import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { listPageFiles } from './page-files.ts';

/** Must run before `ready`. Fetch stays off for the scheme: a page has the bridge and needs nothing else. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } },
  ]);
}

const headers = {
  'Cache-Control': 'no-cache',
  'Content-Security-Policy': contentSecurityPolicy,
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

const nothing = { statusCode: 404, headers, data: Buffer.alloc(0) };

/**
 * Serves the built page and nothing else.
 *
 * By the older call of the two: `protocol.handle` makes a Request and a Response for each file, and the first of them loads
 * the whole of Node's fetch into the main thread before the page has its first byte.
 * @param onScript  the page has been given a script
 */
export function serveApp(session: Session, root: string, onScript: () => void): void {
  const files = listPageFiles(root);
  session.protocol.registerBufferProtocol('app', (request, respond) => {
    const url = new URL(request.url);
    const file = url.host === 'desk' && request.method === 'GET' ? files.get(url.pathname) : undefined;
    if (file === undefined) {
      respond(nothing);
      return;
    }
    readFile(file.path).then(
      (data) => {
        respond({ data, headers: { ...headers, 'Content-Type': file.contentType } });
        if (file.path.endsWith('.js')) onScript();
      },
      () => respond(nothing),
    );
  });
}
