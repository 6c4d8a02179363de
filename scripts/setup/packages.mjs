import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashFile } from '../lib/hash.mjs';
import { node24, notes, root } from '../lib/paths.mjs';
import { npmCommand, runQuietly } from '../lib/run.mjs';
import { SetUpError, say } from '../lib/say.mjs';

const stamp = join(notes, 'lockfile.sha256');

/** Whether node_modules is what the lockfile says, by the note of the last install. */
export async function packagesAreCurrent() {
  const noted = await readFile(stamp, 'utf8').catch(() => '');
  return noted === (await hashFile(join(root, 'package-lock.json'))) && existsSync(node24);
}

/** Installs exactly what the lockfile names, Node 24 among it. */
export async function installPackages() {
  if (await packagesAreCurrent()) return;
  if (process.platform === 'win32' && process.execPath.startsWith(join(root, 'node_modules'))) {
    throw new SetUpError(
      'the lockfile has changed, and Windows does not replace a running program: please run npm ci, then this again.',
    );
  }
  say('installing the packages of the lockfile (one to three minutes) …');
  // Of all install scripts only that of `node` is wanted; a compiler must not be needed for the rest.
  await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], 'npm ci');
  if (!existsSync(node24)) await npm(['rebuild', 'node', '--ignore-scripts=false'], 'fetching Node 24');
  if (!existsSync(node24))
    throw new SetUpError(`Node 24 is missing: the package "node" brought no program (${node24}).`);
  await mkdir(notes, { recursive: true });
  await writeFile(stamp, await hashFile(join(root, 'package-lock.json')));
  say('packages are in place.');
}

/**
 * @param {readonly string[]} args
 * @param {string} what
 */
async function npm(args, what) {
  const { command, args: all, shell } = npmCommand(args);
  const { code, output } = await runQuietly(command, all, { shell });
  if (code === 0) return;
  process.stderr.write(output);
  throw new SetUpError(`${what} failed (exit ${code}): see above; check that the npm registry can be reached.`);
}
