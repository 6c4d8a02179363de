import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * Where this machine's user keeps the desk when nothing else is said: the same place for the window, the monitor and the
 * command line, so that all three mean one store. It is what Electron calls `userData` for a program of this name.
 */
export function dataDirectory(
  platform: NodeJS.Platform = process.platform,
  env: Readonly<Record<string, string | undefined>> = process.env,
  home: string = homedir(),
): string {
  const wanted = env['WATCHKEEPER_DATA'];
  if (wanted !== undefined && wanted !== '') return resolve(wanted);
  return join(configDirectory(platform, env, home), 'Watchkeeper');
}

/** @returns folder of the store that opens when none is named */
export function defaultStoreDirectory(data: string = dataDirectory()): string {
  return join(data, 'store');
}

function configDirectory(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  home: string,
): string {
  if (platform === 'win32') return env['APPDATA'] ?? join(home, 'AppData', 'Roaming');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support');
  const given = env['XDG_CONFIG_HOME'];
  return given === undefined || given === '' ? join(home, '.config') : given;
}
