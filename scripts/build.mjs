// npm run build: the app into out/.
import { ensureBuilt } from './lib/build.mjs';
import { runMain } from './lib/say.mjs';
import { ensureSetUp } from './setup/ensure.mjs';

await runMain(async () => {
  await ensureSetUp({ electron: false });
  await ensureBuilt();
  return 0;
});
