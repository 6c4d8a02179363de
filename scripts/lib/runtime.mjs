import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { notes, root } from './paths.mjs';
import { SetUpError } from './say.mjs';

/**
 * Which Electron this machine runs, and what the app has to be told about it.
 * @typedef {object} Runtime
 * @property {'official' | 'registry' | 'given'} kind  downloaded, made from the npm registry, or ELECTRON_OVERRIDE_DIST_PATH
 * @property {string} version
 * @property {string} dist  folder of the executable's distribution
 * @property {string} executable
 * @property {string | null} sqliteBinding  .node file for an Electron older than 36; null where the shipped one loads
 */

export const runtimeFile = join(notes, 'runtime.json');

/** @returns {Runtime | null} null before the set-up, or if what it noted is gone */
export function readRuntime() {
  /** @type {Runtime} */
  let runtime;
  try {
    runtime = JSON.parse(readFileSync(runtimeFile, 'utf8'));
  } catch {
    return null;
  }
  const files = [runtime.executable, ...(runtime.sqliteBinding ? [runtime.sqliteBinding] : [])];
  return files.every((file) => existsSync(file)) ? runtime : null;
}

/**
 * Environment that the app and the tools around Electron read.
 * @param {Runtime} runtime
 * @returns {Record<string, string>}
 */
export function runtimeEnv(runtime) {
  return {
    ELECTRON_EXEC_PATH: runtime.executable,
    ...(runtime.kind === 'official' ? {} : { ELECTRON_OVERRIDE_DIST_PATH: runtime.dist }),
    ...(runtime.sqliteBinding ? { WATCHKEEPER_SQLITE_BINDING: runtime.sqliteBinding } : {}),
  };
}

/**
 * Electron's own sandbox cannot start for root; elsewhere it stays on.
 * @returns {string[]}
 */
export function electronFlags() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/**
 * How to start the built app, for `npm start` and for Playwright's `_electron.launch`.
 * @param {readonly string[]} [args]  the app's own arguments
 * @param {Record<string, string>} [env]  added to the environment
 * @returns {{ executablePath: string, args: string[], cwd: string, env: Record<string, string> }}
 * @throws {SetUpError} before the set-up
 */
export function electronLaunch(args = [], env = {}) {
  const runtime = readRuntime();
  if (runtime === null) throw new SetUpError('Electron is not set up yet; please run: npm run setup');
  /** @type {Record<string, string>} */
  const inherited = {};
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) inherited[name] = value;
  // Set by some editors' terminals; it would make Electron a plain Node.
  delete inherited['ELECTRON_RUN_AS_NODE'];
  return {
    executablePath: runtime.executable,
    args: [...electronFlags(), root, ...args],
    cwd: root,
    env: { ...inherited, ...runtimeEnv(runtime), ...env },
  };
}
