import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../lib/paths.mjs';
import { node24 } from '../lib/paths.mjs';
import { runQuietly } from '../lib/run.mjs';
import { say } from '../lib/say.mjs';

/** @typedef {import('../lib/runtime.mjs').Runtime} Runtime */

const folder = join(root, 'node_modules', 'electron');

/**
 * The Electron that we ship on, by its own installer; it keeps its downloads in a cache of its own.
 * @returns {Promise<Runtime | null>} null where the download is refused
 */
export async function officialElectron() {
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  if (!existsSync(join(folder, 'path.txt'))) say(`fetching Electron ${version} …`);
  // A proxy that swallows packets must not hold up the other way for ever.
  const { code } = await runQuietly(node24, [join(folder, 'install.js')], { timeout: 15 * 60_000 });
  if (code !== 0) {
    say(`the official download of Electron ${version} was refused.`);
    return null;
  }
  const name = await readFile(join(folder, 'path.txt'), 'utf8');
  const dist = join(folder, 'dist');
  return { kind: 'official', version, dist, executable: join(dist, name), sqliteBinding: null };
}
