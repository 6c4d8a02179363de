import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { withLock } from './folder-lock.mjs';
import { cache } from './paths.mjs';
import { say } from './say.mjs';

/**
 * A folder of the cache, made once per name. It is made beside its place and renamed when whole, so that a process
 * that dies midway leaves nothing that looks finished.
 * @param {string} name  with the version in it
 * @param {(folder: string) => Promise<void>} make  fills a new, empty folder
 * @returns {Promise<string>} the finished folder
 */
export async function cached(name, make) {
  const place = join(cache, name);
  if (existsSync(place)) return place;
  const wait = () => say(`waiting for another set-up that is making ${name}`);
  return withLock(
    `${place}.lock`,
    async () => {
      if (existsSync(place)) return place;
      await mkdir(cache, { recursive: true });
      const draft = await mkdtemp(join(cache, `.making-${name}-`));
      try {
        await make(draft);
        await rename(draft, place);
        return place;
      } catch (error) {
        await rm(draft, { recursive: true, force: true });
        throw error;
      }
    },
    wait,
  );
}
