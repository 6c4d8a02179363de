/**
 * What a page of the desk may do, sent as a header with every file (security.md, 7).
 *
 * One widening, for Fluent UI. Its style engine makes `<style>` elements at run time and writes rules into them through
 * the CSSOM, which the policy does not touch; only the empty element itself has to be let in. So the hash is that of no
 * text at all: an inline style with any text in it stays refused, which a nonce or 'unsafe-inline' would not give.
 */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${EMPTY_STYLE}`,
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
