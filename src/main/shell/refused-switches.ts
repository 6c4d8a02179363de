/**
 * Switches that would open a release to whoever can start it with arguments: debuggers (no fuse covers the remote
 * debugging port), a proxy or resolver in the middle, flags of the JavaScript engine, and what turns the locks off.
 */
const refused: ReadonlySet<string> = new Set([
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'inspect-publish-uid',
  'debug',
  'debug-brk',
  'js-flags',
  'proxy-server',
  'proxy-pac-url',
  'proxy-auto-detect',
  'proxy-bypass-list',
  'host-rules',
  'host-resolver-rules',
  'auth-server-whitelist',
  'disable-web-security',
  'disable-site-isolation-trials',
  'ignore-certificate-errors',
  'load-extension',
  'user-data-dir',
  'utility-cmd-prefix',
  'renderer-cmd-prefix',
  'gpu-launcher',
  'browser-subprocess-path',
  'enable-logging',
  'log-net-log',
  'ssl-key-log-file',
]);

/**
 * @param argv  the process's arguments
 * @returns the first refused switch without its dashes and value; null if there is none
 */
export function refusedSwitch(argv: readonly string[]): string | null {
  for (const argument of argv) {
    // Chromium takes one dash, two, and on Windows a slash; case does not matter to it there.
    const name = /^(?:--?|\/)([^=]+)/.exec(argument)?.[1]?.toLowerCase();
    if (name !== undefined && refused.has(name)) return name;
  }
  return null;
}
