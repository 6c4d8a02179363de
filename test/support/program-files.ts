import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);

/** What the sources are bundled into for plain Node; made by `scripts/lib/build.mjs` before the first test. */
const bundled = new URL('out/node/', root);

export const wkFile = fileURLToPath(new URL('cli/wk.js', bundled));
export const storeWorker = new URL('store/worker/entry.js', bundled);
export const channelWorker = new URL('channels/worker/entry.js', bundled);
export const migrationsDirectory = fileURLToPath(new URL('drizzle/local', root));
