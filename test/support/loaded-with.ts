import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readModule } from '../../scripts/checks/imports.mjs';
import { root } from '../../scripts/lib/paths.mjs';

/** All that comes with a file when it is loaded: not what it imports later, by `import()`, nor types. */
export function loadedWith(start: string): Set<string> {
  const loaded = new Set<string>();
  const open = [start];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (loaded.has(path)) continue;
    loaded.add(path);
    if (!path.startsWith('src/')) continue;
    const text = readFileSync(join(root, path), 'utf8').replaceAll(/\bimport\(['"][^'"]+['"]\)/g, 'null');
    open.push(...readModule({ path, text }).imports.flatMap(({ target, isType }) => (isType ? [] : [target])));
  }
  return loaded;
}
