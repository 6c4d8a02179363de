import tls from 'node:tls';

/** What Node 22.15 and later have; the older runtime of closed networks trusts Node's own list. */
function systemAuthorities(): readonly string[] {
  return 'getCACertificates' in tls ? tls.getCACertificates('system') : [];
}

/** Certificates of a PEM text, one a piece; whatever stands between them is left out. */
function certificatesIn(pem: string): string[] {
  return pem.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? [];
}

/**
 * Whose certificates a mail server may show: those of the system's authorities, or Node's own list where the system tells none,
 * and the administrator's own beside them.
 * @param ownPem  PEM of any number of certificates; may be empty
 * @throws Error for a certificate that is none
 */
export function trustedContext(ownPem: string): tls.SecureContext {
  const system = systemAuthorities();
  const known = system.length > 0 ? system : tls.rootCertificates;
  return tls.createSecureContext({ ca: [...new Set([...known, ...certificatesIn(ownPem)])], minVersion: 'TLSv1.2' });
}
