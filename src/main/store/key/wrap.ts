import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import type { Argon2Cost } from './header.ts';

export const KEY_BYTES = 32;
const TAG_BYTES = 16;

/** Rule: security.md, Data and identity 1. */
export const argon2Standard: Argon2Cost = { memoryKib: 65_536, passes: 3, lanes: 1 };

/**
 * Key of a password: argon2id, off the main thread.
 * The text is brought to one form first: keyboards write the same letter in several.
 */
export async function keyOfPassword(password: string, salt: Uint8Array, cost: Argon2Cost): Promise<Uint8Array> {
  return hashRaw(password.normalize('NFC'), {
    memoryCost: cost.memoryKib,
    timeCost: cost.passes,
    parallelism: cost.lanes,
    outputLen: KEY_BYTES,
    salt,
  });
}

/** One key out of several secrets, all of which it takes. `purpose` keeps keys of different uses apart. */
export function keyOfSecrets(secrets: readonly Uint8Array[], purpose: string): Uint8Array {
  return new Uint8Array(
    hkdfSync('sha256', Buffer.concat(secrets), Buffer.alloc(0), `watchkeeper ${purpose}`, KEY_BYTES),
  );
}

/**
 * Wraps the store's key (AES-256-GCM).
 * @param label  what the slot says of itself; a slot whose label was changed does not open
 */
export function wrapKey(key: Uint8Array, under: Uint8Array, nonce: Uint8Array, label: string): Uint8Array {
  const cipher = createCipheriv('aes-256-gcm', under, nonce);
  cipher.setAAD(Buffer.from(label, 'utf8'));
  return Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()]);
}

/** @returns the store's key; null for a wrong key, a changed label or a damaged slot */
export function unwrapKey(wrapped: Uint8Array, under: Uint8Array, nonce: Uint8Array, label: string): Uint8Array | null {
  if (wrapped.length !== KEY_BYTES + TAG_BYTES || nonce.length !== 12) return null;
  const decipher = createDecipheriv('aes-256-gcm', under, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(label, 'utf8'));
  decipher.setAuthTag(wrapped.subarray(KEY_BYTES));
  try {
    return new Uint8Array(Buffer.concat([decipher.update(wrapped.subarray(0, KEY_BYTES)), decipher.final()]));
  } catch {
    return null;
  }
}
