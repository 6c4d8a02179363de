import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withLock } from './folder-lock.mjs';
import { hashTree } from './hash.mjs';
import { node24, root } from './paths.mjs';
import { run, toolEnv } from './run.mjs';
import { readRuntime, runtimeEnv } from './runtime.mjs';
import { SetUpError, say } from './say.mjs';

const stamp = join(root, 'out', '.sources.sha256');
const sources = [
  'src',
  'drizzle',
  'electron.vite.config.ts',
  'tsconfig.base.json',
  'package.json',
  'package-lock.json',
];

/** Builds the app into out/, unless out/ is of these very sources. */
export async function ensureBuilt() {
  const wait = () => say('waiting for another build of this clone');
  await withLock(join(root, '.build.lock'), build, wait);
}

async function build() {
  const hash = await hashTree(root, sources);
  if ((await readFile(stamp, 'utf8').catch(() => '')) === hash) return;
  say('building the app …');
  await rm(join(root, 'out'), { recursive: true, force: true });
  const runtime = readRuntime();
  const env = toolEnv(runtime ? runtimeEnv(runtime) : {});
  const tool = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const code = await run(node24, [tool, 'build', '--logLevel', 'warn'], { env, stdio: ['ignore', 2, 2] });
  if (code !== 0) throw new SetUpError('the build failed: see above.');
  await writeFile(stamp, hash);
}
