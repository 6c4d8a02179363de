/** Whether an entry of `NO_PROXY` covers a host: itself, what ends with it after a dot, or `*`. */
function covers(entry: string, host: string): boolean {
  const name = entry
    .trim()
    .toLowerCase()
    .replace(/^\*?\./, '');
  return name === '*' || (name !== '' && (host === name || host.endsWith(`.${name}`)));
}

/**
 * The proxy of the environment, as Node's own `fetch` takes it: only where `NODE_USE_ENV_PROXY` is 1.
 * @returns `host:port`, or `DIRECT`
 */
export function proxyFromEnvironment(url: string, env: Readonly<Record<string, string | undefined>>): string {
  const named = env['https_proxy'] || env['HTTPS_PROXY'] || '';
  if (env['NODE_USE_ENV_PROXY'] !== '1' || !URL.canParse(named) || !URL.canParse(url)) return 'DIRECT';
  const exceptions = (env['no_proxy'] || env['NO_PROXY'] || '').split(/[\s,]+/);
  const host = new URL(url).hostname.toLowerCase();
  if (exceptions.some((entry) => covers(entry, host))) return 'DIRECT';
  const proxy = new URL(named);
  return proxy.port === '' ? `${proxy.hostname}:80` : proxy.host;
}
