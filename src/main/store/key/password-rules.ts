import { failure, success, type Result } from '../../../preload/contract/result.ts';
import type { Secrets } from '../../ports/secrets.ts';

const SHORTEST = 10;

/** Length alone is asked for: it is what argon2 cannot make up for. Counted in characters as a person sees them typed. */
export function isLongEnough(password: string): boolean {
  return [...password].length >= SHORTEST;
}

/**
 * Whether a new slot takes the keychain: always, unless the store was made for passwords alone.
 * @returns KEYCHAIN_UNAVAILABLE where it must and there is none: never a silent fall-back
 */
export async function usableSecrets(
  secrets: Secrets | null,
  allowPasswordOnly: boolean,
): Promise<Result<Secrets | null>> {
  if (allowPasswordOnly) return success(null);
  if (secrets === null || !(await secrets.available())) return failure('KEYCHAIN_UNAVAILABLE');
  return success(secrets);
}
