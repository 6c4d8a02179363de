/**
 * What a page of the desk may do, sent as a header with every file (security.md, 7).
 *
 * One widening, for Fluent UI: its style engine (Griffel) writes rules into `<style>` elements that it makes at run
 * time: `style-src` names a nonce that is fresh with every load of the page, never 'unsafe-inline'.
 * @param nonce  base64, at least 128 random bits
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "frame-src 'none'",
    "child-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}
