import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cached } from '../lib/cached.mjs';
import { node24, root } from '../lib/paths.mjs';
import { runQuietly, toolEnv } from '../lib/run.mjs';
import { SetUpError, say } from '../lib/say.mjs';
import { registryElectron } from './electron-from-registry.mjs';
import { installSystemPackages } from './system-packages.mjs';

const modules = join(root, 'node_modules');

/**
 * The shipped binaries ask for Node-API 10, which Electron has from 36 on; built as "experimental" the same source
 * loads in older ones. The opt-out keeps finalizers free to call back into JavaScript, as the library does.
 * @param {string} gyp  text of binding.gyp
 * @returns {string}
 * @throws {Error} if the library's build file no longer has the define
 */
export function forOlderNodeApi(gyp) {
  const define = "'NAPI_VERSION=10'";
  if (!gyp.includes(define)) throw new Error(`binding.gyp has no ${define}`);
  return gyp.replace(define, "'NAPI_EXPERIMENTAL', 'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'");
}

/** @returns {Promise<string>} path of the .node file for Electron 33 */
export async function sqliteForRegistryElectron() {
  const { version } = JSON.parse(await readFile(join(modules, 'better-sqlite3', 'package.json'), 'utf8'));
  const file = 'better_sqlite3.node';
  const folder = await cached(`sqlite-${version}-electron-${registryElectron.version}-r1`, async (place) => {
    await installSystemPackages('build');
    say(`building the encrypted store's library for Electron ${registryElectron.version} (about two minutes, once) …`);
    const work = await mkdtemp(join(place, '..', '.building-'));
    try {
      // A copy: node_modules stays what the lockfile says.
      const copy = join(work, 'node_modules', 'better-sqlite3');
      await mkdir(dirname(copy), { recursive: true });
      await cp(join(modules, 'better-sqlite3'), copy, { recursive: true });
      await cp(join(modules, 'node-addon-api'), join(work, 'node_modules', 'node-addon-api'), { recursive: true });
      await rm(join(copy, 'prebuilds'), { recursive: true });
      const gyp = join(copy, 'binding.gyp');
      await writeFile(gyp, forOlderNodeApi(await readFile(gyp, 'utf8')));
      await build(copy);
      await rename(join(copy, 'build', 'Release', file), join(place, file));
    } finally {
      await rm(work, { recursive: true, force: true });
    }
    say("the store's library is in the cache.");
  });
  return join(folder, file);
}

/**
 * Headers come with the npm package of Node 24, so that nothing is downloaded; a later `npm install` removes them
 * there, then the machine's own Node usually has some. Node-API is the same in all.
 */
function findHeaders() {
  const places = [
    join(modules, 'node', 'node_modules', `node-${process.platform}-${process.arch}`),
    process.env['npm_config_nodedir'] ?? '',
    dirname(dirname(process.execPath)),
  ];
  const found = places.find((place) => place !== '' && existsSync(join(place, 'include', 'node', 'node_api.h')));
  if (found) return found;
  throw new SetUpError("Node's headers are missing: please run npm ci, which brings them.");
}

/** @param {string} folder */
async function build(folder) {
  const gyp = join(modules, 'node-gyp', 'bin', 'node-gyp.js');
  const args = [gyp, 'rebuild', '--release', '--force_build=1', `--nodedir=${findHeaders()}`];
  const { code, output } = await runQuietly(node24, args, { cwd: folder, env: toolEnv() });
  if (code === 0) return;
  process.stderr.write(output.slice(-4000));
  throw new SetUpError(
    `building the store's library failed (exit ${code}): see above; it needs g++, make and python3.`,
  );
}
