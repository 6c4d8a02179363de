import { X509Certificate } from 'node:crypto';
import type { Instant } from '../../../preload/contract/values.ts';

const certificate = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/gu;

/**
 * The authorities that an administrator has added for a mail server.
 * @param pem  empty: none
 * @returns when the first of them ends; null for a text in which there is none, or one that cannot be read
 */
export function ownAuthorities(pem: string): { endsAt: Instant | null } | null {
  if (pem.trim() === '') return { endsAt: null };
  const found = pem.match(certificate) ?? [];
  // What stands between them is somebody's comment; a block that was cut off is a mistake.
  if (found.length === 0 || pem.split('-----BEGIN CERTIFICATE-----').length - 1 !== found.length) return null;
  try {
    return { endsAt: Math.min(...found.map((one) => Date.parse(new X509Certificate(one).validTo))) };
  } catch {
    return null;
  }
}
