import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Files that a program without a window starts its threads from, and the store's migrations. Bundled, the files keep the places
 * that they have among the sources (`scripts/lib/bundle-node.mjs`), with another ending.
 */
const ending = extname(fileURLToPath(import.meta.url));

export const storeWorker = new URL(`../store/worker/entry${ending}`, import.meta.url);
export const channelWorker = new URL(`../channels/worker/entry${ending}`, import.meta.url);
export const migrationsDirectory = fileURLToPath(new URL('../../../drizzle/local', import.meta.url));
