import { createHash } from 'node:crypto';
import { join } from 'node:path';

/**
 * Folder of the window's own things (profile, preferences), which also tells instances apart: there is one desk per store,
 * and a second start of it comes forward in the first. A store that was named on the command line has its own, beside the
 * default's and never inside the store.
 */
export function userDataFor(data: string, namedStore: string | null): string {
  if (namedStore === null) return data;
  return join(data, 'desks', createHash('sha256').update(namedStore).digest('hex').slice(0, 16));
}
