// Bundles what runs under plain Node: the command line and the threads that it starts. From its sources every program, and each of
// its threads, would strip and compile some hundred files anew. Run by Node 24, which Vite needs.
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from './paths.mjs';

const main = join(root, 'src', 'main');
const made = join(root, 'out', 'node');
const next = `${made}.next`;

await build({
  configFile: false,
  root,
  logLevel: 'warn',
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: 'node24',
    outDir: next,
    emptyOutDir: true,
    // As deep under out/node as under src/main: each finds the others by where it lies (`cli/program-files.ts`).
    rollupOptions: {
      input: {
        'cli/wk': join(main, 'cli', 'wk.ts'),
        'store/worker/entry': join(main, 'store', 'worker', 'entry.ts'),
        'channels/worker/entry': join(main, 'channels', 'worker', 'entry.ts'),
      },
      // Native: each loads a binary that lies beside it.
      external: ['better-sqlite3', '@node-rs/argon2'],
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'cli/[name]-[hash].js' },
    },
  },
});

// Who runs the one before has it until this one is whole.
await rm(made, { recursive: true, force: true });
await rename(next, made);
