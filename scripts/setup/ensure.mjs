import { join } from 'node:path';
import { withLock } from '../lib/folder-lock.mjs';
import { root } from '../lib/paths.mjs';
import { readRuntime } from '../lib/runtime.mjs';
import { SetUpError, say } from '../lib/say.mjs';
import { setUpElectron } from './electron.mjs';
import { installPackages, packagesAreCurrent } from './packages.mjs';

/**
 * Makes the clone ready to run: packages and Node 24, and Electron where a window is wanted. A few milliseconds when
 * nothing is to do; two processes at once wait for each other.
 * @param {{ electron: boolean }} wanted
 */
export async function ensureSetUp({ electron }) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 12)) {
    throw new SetUpError(`Node ${process.versions.node} is too old: please install Node 20.12 or later.`);
  }
  const wait = () => say('waiting for another set-up of this clone');
  if (!(await packagesAreCurrent())) await withLock(join(root, '.set-up.lock'), installPackages, wait);
  if (electron && isElectronWanting()) await withLock(join(root, '.set-up.lock'), setUpElectron, wait);
}

function isElectronWanting() {
  const noted = readRuntime();
  const given = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  return noted === null || (given !== undefined && given !== noted.dist);
}
