// Makes the clone ready, a window included. `npm start` and `npm test` do it by themselves.
import { runMain, say } from './lib/say.mjs';
import { ensureSetUp } from './setup/ensure.mjs';

await runMain(async () => {
  await ensureSetUp({ electron: true });
  say('everything is in place.');
  return 0;
});
