import { ensureCommandLineBuilt } from '../../scripts/lib/build.mjs';

/** Before the first test of a project: the threads and `wk` are those of these sources. */
export async function setup(): Promise<void> {
  await ensureCommandLineBuilt();
}
