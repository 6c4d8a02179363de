import { existsSync } from 'node:fs';
import { run, runQuietly } from '../lib/run.mjs';
import { SetUpError, say } from '../lib/say.mjs';

/**
 * What a window needs of Debian or Ubuntu; several names where releases renamed a package (the first that the
 * release knows is taken).
 * @type {Readonly<Record<'window' | 'build', readonly (readonly string[])[]>>}
 */
export const systemPackages = {
  window: [
    ['xvfb'],
    ['xauth'],
    ['libgtk-3-0', 'libgtk-3-0t64'],
    ['libnss3'],
    ['libasound2', 'libasound2t64'],
    ['libgbm1'],
    ['libxss1'],
  ],
  build: [['unzip'], ['g++'], ['make'], ['python3']],
};

/**
 * @param {readonly (readonly string[])[]} needed
 * @param {ReadonlySet<string>} installed
 * @param {ReadonlySet<string>} known  what the release can install
 * @returns {string[]} names to install
 */
export function missingPackages(needed, installed, known) {
  return needed
    .filter((names) => !names.some((name) => installed.has(name)))
    .map((names) => names.find((name) => known.has(name)) ?? names[0] ?? '');
}

/**
 * Installs what is missing where that is ours to do (Debian, as root); elsewhere says the exact command.
 * @param {'window' | 'build'} purpose
 */
export async function installSystemPackages(purpose) {
  if (process.platform !== 'linux') return;
  if (!existsSync('/usr/bin/dpkg-query')) {
    say(
      `not a Debian system: make sure that these are installed: ${systemPackages[purpose].map((n) => n[0]).join(' ')}`,
    );
    return;
  }
  const needed = systemPackages[purpose];
  const all = needed.flat();
  const installed = await installedOf(all);
  if (missingPackages(needed, installed, new Set()).length === 0) return;

  const isRoot = process.getuid?.() === 0;
  if (isRoot) await runQuietly('apt-get', ['update', '-q']);
  const missing = missingPackages(needed, installed, await knownOf(all));
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (!isRoot) throw new SetUpError(`missing system packages; please run: sudo ${command}`);
  say(`installing system packages: ${missing.join(' ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // apt-get's own output would land on stdout, which belongs to the program we set up for.
  const code = await run('apt-get', command.split(' ').slice(1), { env, stdio: ['ignore', 2, 2] });
  if (code !== 0) throw new SetUpError(`system packages could not be installed; please run: ${command}`);
}

/** @param {readonly string[]} names */
async function installedOf(names) {
  const { output } = await runQuietly('dpkg-query', ['-W', '-f', '${Package} ${Status}\\n', ...names]);
  return new Set([...output.matchAll(/^(\S+) install ok installed$/gm)].map((match) => match[1] ?? ''));
}

/** @param {readonly string[]} names */
async function knownOf(names) {
  const { output } = await runQuietly('apt-cache', ['policy', ...names]);
  return new Set([...output.matchAll(/^(\S+):\n.*\n {2}Candidate: (?!\(none\))/gm)].map((match) => match[1] ?? ''));
}
