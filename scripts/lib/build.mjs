import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withLock } from './folder-lock.mjs';
import { hashTree } from './hash.mjs';
import { node24, root } from './paths.mjs';
import { run, toolEnv } from './run.mjs';
import { readRuntime, runtimeEnv } from './runtime.mjs';
import { SetUpError, say } from './say.mjs';

/**
 * What is built from the sources, into `out/`.
 * @typedef {object} Product
 * @property {string} name  as said to who waits
 * @property {string} stamp  file under `out/` that says which sources it is of
 * @property {readonly string[]} emptied  folders under `out/` that are removed first
 * @property {readonly string[]} sources  files and folders of the project that it is made of
 * @property {readonly string[]} command  for Node 24
 */

const electronVite = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
const locked = ['src', 'package.json', 'package-lock.json'];

/** @type {Product} */
const app = {
  name: 'the app',
  stamp: '.app.sha256',
  emptied: ['main', 'preload', 'renderer'],
  sources: [...locked, 'drizzle', 'electron.vite.config.ts', 'tsconfig.base.json'],
  command: [electronVite, 'build', '--logLevel', 'warn'],
};

const bundle = join('scripts', 'lib', 'bundle-node.mjs');
/** @type {Product} */
const commandLine = {
  name: 'the command line',
  stamp: '.node.sha256',
  emptied: [],
  sources: [...locked, bundle],
  command: [join(root, bundle)],
};

/** Builds the app, unless `out/` is of these very sources. */
export const ensureBuilt = () => ensure(app);

/** The same for the command line and the threads that it starts. */
export const ensureCommandLineBuilt = () => ensure(commandLine);

/** @param {Product} product */
async function ensure(product) {
  const stamp = join(root, 'out', product.stamp);
  const hash = await hashTree(root, product.sources);
  const isBuilt = async () => (await readFile(stamp, 'utf8').catch(() => '')) === hash;
  if (await isBuilt()) return;
  const wait = () => say('waiting for another build of this clone');
  const work = async () => {
    if (!(await isBuilt())) await build(product);
    await writeFile(stamp, hash);
  };
  await withLock(join(root, '.build.lock'), work, wait);
}

/** @param {Product} product */
async function build({ name, emptied, command }) {
  say(`building ${name} …`);
  for (const folder of emptied) await rm(join(root, 'out', folder), { recursive: true, force: true });
  const runtime = readRuntime();
  const env = toolEnv(runtime ? runtimeEnv(runtime) : {});
  const code = await run(node24, command, { env, stdio: ['ignore', 2, 2] });
  if (code !== 0) throw new SetUpError('the build failed: see above.');
}
