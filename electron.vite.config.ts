import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const here = import.meta.dirname;

/**
 * The two native modules stay outside the bundle: they load a binary that lies beside them.
 * All else is bundled, so that the window does not wait for hundreds of small files at start.
 */
const native = ['better-sqlite3', '@node-rs/argon2', 'electron', 'electron/main', 'electron/renderer'];

export default defineConfig({
  main: {
    build: {
      target: 'node20',
      outDir: 'out/main',
      externalizeDeps: false,
      rollupOptions: {
        input: {
          index: resolve(here, 'src/main/index.ts'),
          // Loaded by URL beside index.js: a worker thread needs a file of its own.
          'store-worker': resolve(here, 'src/main/store/worker/entry.ts'),
          'channel-worker': resolve(here, 'src/main/channels/worker/entry.ts'),
        },
        external: native,
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: 'node20',
      outDir: 'out/preload',
      minify: true,
      // A sandboxed preload can require nothing but a few parts of Electron: one file, CommonJS, zod inside.
      externalizeDeps: false,
      rollupOptions: {
        input: { index: resolve(here, 'src/preload/index.ts') },
        external: ['electron', 'electron/renderer'],
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: resolve(here, 'src/renderer'),
    plugins: [react()],
    build: {
      target: 'chrome130',
      // electron-vite leaves it off: the window would parse half as much again at every start.
      minify: true,
      outDir: resolve(here, 'out/renderer'),
      // The content security policy allows neither inline scripts nor data: fonts.
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      // KB. The start may cost 350 KB as packed; this is about that, unpacked.
      chunkSizeWarningLimit: 1000,
      rollupOptions: {
        input: { index: resolve(here, 'src/renderer/index.html') },
        // One file for all that sign-in needs and one for the libraries of the rest: each file goes through the main process,
        // which at start costs more than its size.
        output: {
          codeSplitting: {
            groups: [
              { name: 'start', tags: ['$initial'], priority: 1 },
              { name: 'libraries', test: /node_modules/ },
            ],
          },
        },
      },
    },
  },
});
