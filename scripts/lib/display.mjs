import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * @param {NodeJS.Platform} platform
 * @param {Record<string, string | undefined>} env
 * @returns {boolean} whether a window can be shown; Windows and macOS always have somewhere
 */
export function hasDisplay(platform, env) {
  return platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}

/**
 * The command, put on a virtual screen where there is no real one.
 * @param {readonly [string, ...string[]]} command
 * @returns {[string, ...string[]]}
 */
export function withScreen(command) {
  if (hasDisplay(process.platform, process.env) || !isOnPath('xvfb-run')) return [...command];
  return ['xvfb-run', '-a', '--server-args=-screen 0 1600x1000x24', ...command];
}

/** @param {string} program */
function isOnPath(program) {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}
