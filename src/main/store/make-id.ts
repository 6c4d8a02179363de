import { hash } from 'node:crypto';
import type { Instant } from '../../preload/contract/values.ts';
import type { Random } from '../ports/random.ts';

/** An id in the form of uuid v7: 48 bits of time, then 74 bits that nobody guesses. */
function idOf(nowAt: Instant, unguessable: Uint8Array): string {
  const time = Math.max(0, nowAt).toString(16).padStart(12, '0').slice(-12);
  const rest = Buffer.from(unguessable.subarray(0, 10)).toString('hex');
  const variant = '89ab'.charAt((unguessable[2] ?? 0) & 3);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(1, 4)}-${variant}${rest.slice(5, 8)}-${rest.slice(8, 20)}`;
}

export function randomId(nowAt: Instant, random: Random): string {
  return idOf(nowAt, random.bytes(10));
}

/**
 * Ids of one command, one after the other, from its seed: the same command run again makes the same ids.
 * @param seed  32 random bytes as hex
 */
export function idsFrom(nowAt: Instant, seed: string): () => string {
  let made = 0;
  return () => {
    made += 1;
    return idOf(nowAt, hash('sha256', `${seed} ${made}`, 'buffer'));
  };
}
