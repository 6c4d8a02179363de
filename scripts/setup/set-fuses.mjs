// Runs under Node 24 (the fuse library asks for it), after the packages are installed.
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';

const [executable] = process.argv.slice(2);
if (!executable) throw new Error('usage: set-fuses.mjs EXECUTABLE');

await flipFuses(executable, {
  version: FuseVersion.V1,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  // Playwright attaches through --inspect.
  [FuseV1Options.EnableNodeCliInspectArguments]: true,
});
