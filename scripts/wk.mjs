// npm run --silent wk -- …: the command line, bundled, under Node 24. stdout is wk's alone.
import { join } from 'node:path';
import { ensureCommandLineBuilt } from './lib/build.mjs';
import { node24, root } from './lib/paths.mjs';
import { run, sourceEnv } from './lib/run.mjs';
import { runMain } from './lib/say.mjs';
import { ensureSetUp } from './setup/ensure.mjs';

await runMain(async () => {
  await ensureSetUp({ electron: false });
  await ensureCommandLineBuilt();
  const cwd = process.env['INIT_CWD'] ?? process.cwd();
  return run(node24, [join(root, 'out', 'node', 'cli', 'wk.js'), ...process.argv.slice(2)], { cwd, env: sourceEnv() });
});
