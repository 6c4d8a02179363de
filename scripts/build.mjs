// npm run build: the app and the command line into out/.
import { ensureBuilt, ensureCommandLineBuilt } from './lib/build.mjs';
import { runMain } from './lib/say.mjs';
import { ensureSetUp } from './setup/ensure.mjs';

await runMain(async () => {
  await ensureSetUp({ electron: false });
  await ensureBuilt();
  await ensureCommandLineBuilt();
  return 0;
});
