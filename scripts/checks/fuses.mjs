// Reads the fuses back from the packaged app: what a configuration asks for is not yet what a binary has.
// Runs under Node 24, after `npm run package`.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { root } from '../lib/paths.mjs';

/** @type {Readonly<Record<string, 'on' | 'off'>>} */
const wanted = {
  RunAsNode: 'off',
  EnableCookieEncryption: 'on',
  EnableNodeOptionsEnvironmentVariable: 'off',
  EnableNodeCliInspectArguments: 'off',
  EnableEmbeddedAsarIntegrityValidation: 'on',
  OnlyLoadAppFromAsar: 'on',
  LoadBrowserProcessSpecificV8Snapshot: 'off',
  GrantFileProtocolExtraPrivileges: 'off',
};

/** Where electron-builder puts the unpacked app. */
function packagedApp() {
  const dist = join(root, 'dist');
  const folder = readdirSync(dist).find((name) => /^(linux|win|mac).*/.test(name) && !name.includes('.'));
  if (!folder) throw new Error('no packaged app in dist/: run npm run package');
  const names = { darwin: 'Watchkeeper.app', win32: 'Watchkeeper.exe' };
  return join(dist, folder, names[/** @type {keyof typeof names} */ (process.platform)] ?? 'watchkeeper');
}

const app = packagedApp();
const wire = await getCurrentFuseWire(app);
const wrong = Object.entries(wanted).filter(([name, state]) => {
  const found = wire[FuseV1Options[/** @type {keyof typeof FuseV1Options} */ (name)]];
  return found !== (state === 'on' ? FuseState.ENABLE : FuseState.DISABLE);
});
for (const [name, state] of wrong) console.error(`${app}: the fuse ${name} is not ${state}`);
if (wrong.length === 0) console.log(`${Object.keys(wanted).length} fuses are as stated.`);
process.exitCode = wrong.length === 0 ? 0 : 1;
