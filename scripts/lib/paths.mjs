import { homedir } from 'node:os';
import { dirname, join, posix, resolve, win32 } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * Where downloads and builds are kept between clones; outside the project, so that deleting a clone costs nothing.
 * @param {NodeJS.Platform} platform
 * @param {Record<string, string | undefined>} env
 * @param {string} home
 * @returns {string} an absolute folder, which may not exist yet
 */
export function cacheFolder(platform, env, home) {
  if (env['WATCHKEEPER_CACHE']) return env['WATCHKEEPER_CACHE'];
  if (platform === 'win32')
    return win32.join(env['LOCALAPPDATA'] ?? win32.join(home, 'AppData', 'Local'), 'watchkeeper', 'cache');
  if (platform === 'darwin') return posix.join(home, 'Library', 'Caches', 'watchkeeper');
  return posix.join(env['XDG_CACHE_HOME'] || posix.join(home, '.cache'), 'watchkeeper');
}

export const cache = cacheFolder(process.platform, process.env, homedir());

/** The set-up's own notes. In node_modules, so that they vanish together with what they tell of. */
export const notes = join(root, 'node_modules', '.watchkeeper');

/** Node 24, which the lockfile brings: the machine's own may be older than the store's library allows. */
export const node24 = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
