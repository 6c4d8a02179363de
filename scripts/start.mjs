// npm start: the desk in its window; where there is no display, the same desk without one.
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { hasDisplay } from './lib/display.mjs';
import { node24, root } from './lib/paths.mjs';
import { run, sourceEnv } from './lib/run.mjs';
import { electronLaunch } from './lib/runtime.mjs';
import { runMain, say } from './lib/say.mjs';
import { ensureSetUp } from './setup/ensure.mjs';

const args = process.argv.slice(2);
// npm goes to the project's folder; what the person typed is relative to theirs.
const cwd = process.env['INIT_CWD'] ?? process.cwd();

await runMain(async () => {
  const isWindowed = hasDisplay(process.platform, process.env);
  await ensureSetUp({ electron: isWindowed });
  if (!isWindowed) {
    say('no display here (neither DISPLAY nor WAYLAND_DISPLAY is set): running the desk without its window.');
    return run(node24, [join(root, 'src', 'main', 'monitor.ts'), ...args], { cwd, env: sourceEnv() });
  }
  await ensureBuilt();
  const launch = electronLaunch(args);
  return run(launch.executablePath, launch.args, { cwd, env: launch.env });
});
