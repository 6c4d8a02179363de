// npm run package: the unpacked app for this platform in dist/, fuses set; what installers are made of.
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { node24, root } from './lib/paths.mjs';
import { run, toolEnv } from './lib/run.mjs';
import { readRuntime } from './lib/runtime.mjs';
import { SetUpError, runMain } from './lib/say.mjs';
import { ensureSetUp } from './setup/ensure.mjs';

const platforms = { win32: '--win', darwin: '--mac', linux: '--linux' };

/**
 * The cached Electron without the loader that stands in for its default app: a package brings its own app.
 * @param {string} dist
 */
async function plainCopy(dist) {
  const folder = await mkdtemp(join(tmpdir(), 'watchkeeper-electron-'));
  await cp(dist, folder, { recursive: true, verbatimSymlinks: true });
  await rm(join(folder, 'resources', 'app'), { recursive: true, force: true });
  return folder;
}

await runMain(async () => {
  await ensureSetUp({ electron: true });
  await ensureBuilt();
  const runtime = readRuntime();
  if (runtime === null) throw new SetUpError('Electron is not set up; please run: npm run setup');
  const dist = await plainCopy(runtime.dist);
  try {
    const platform = platforms[/** @type {keyof typeof platforms} */ (process.platform)] ?? '--linux';
    const builder = join(root, 'node_modules', 'electron-builder', 'cli.js');
    const electron = [`-c.electronDist=${dist}`, `-c.electronVersion=${runtime.version}`];
    const env = toolEnv({ WATCHKEEPER_UPDATE_URL: process.env['WATCHKEEPER_UPDATE_URL'] ?? 'https://updates.invalid' });
    return await run(node24, [builder, platform, 'dir', '--publish', 'never', ...electron], { env });
  } finally {
    await rm(dist, { recursive: true, force: true });
  }
});
