// What Electron's own default app does for `electron [-r MODULE] FOLDER`; the Electron made from the npm registry has none.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app as plainApp } from 'electron';

/** Electron's default app uses two setters that its types leave out. */
const app = /** @type {Electron.App & { setVersion(version: string): void, setAppPath(path: string): void }} */ (
  plainApp
);

const args = process.argv.slice(1);
const preloads = [];
let folder = '';
for (let at = 0; at < args.length; at++) {
  const word = args[at] ?? '';
  if (word === '-r' || word === '--require') preloads.push(args[++at] ?? '');
  else if (!word.startsWith('-')) {
    folder = resolve(word);
    // As Electron's default app leaves it: the program itself is argv[0], the app's folder argv[1].
    process.argv.splice(2, process.argv.length, ...args.slice(at + 1));
    process.argv[1] = folder;
    break;
  }
}

const require = createRequire(import.meta.url);
for (const module of preloads) require(module);

if (folder === '') {
  console.error('usage: electron [-r MODULE] FOLDER');
  app.exit(1);
} else {
  const about = JSON.parse(readFileSync(resolve(folder, 'package.json'), 'utf8'));
  app.setName(about.productName ?? about.name ?? 'electron');
  if (about.version) app.setVersion(about.version);
  app.setAppPath(folder);
  // Awaited here: Electron holds `ready` back until its own main module has loaded, and the app must do some things before.
  await import(pathToFileURL(resolve(folder, about.main ?? 'index.js')).href);
}
