// npm run bench: the figures the desk is held to, on the built app and the sources.
import { join } from 'node:path';
import { ensureBuilt, ensureCommandLineBuilt } from './lib/build.mjs';
import { withScreen } from './lib/display.mjs';
import { node24, root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { electronLaunch } from './lib/runtime.mjs';
import { runMain } from './lib/say.mjs';
import { ensureSetUp } from './setup/ensure.mjs';

await runMain(async () => {
  await ensureSetUp({ electron: true });
  await ensureBuilt();
  await ensureCommandLineBuilt();
  const program = join(root, 'test', 'bench', 'run.ts');
  const [command, ...args] = withScreen([node24, program, ...process.argv.slice(2)]);
  return run(command, args, { env: electronLaunch().env });
});
