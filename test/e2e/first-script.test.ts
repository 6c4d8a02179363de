import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { root } from '../../scripts/lib/paths.mjs';

const renderer = join(root, 'out', 'renderer');
const assets = join(renderer, 'assets');
/** What Fluent and its styles leave in a script, however small it was made. */
const ofFluent = /fui-|data-make-styles|tabster/;

const read = (name: string): string => readFileSync(join(assets, name), 'utf8');
const hasFluent = (name: string): boolean => ofFluent.test(read(name));

/** The scripts without which nothing is drawn: the page's own, and what they import at once. */
function firstScripts(): Set<string> {
  const page = readFileSync(join(renderer, 'index.html'), 'utf8');
  const open = Array.from(page.matchAll(/assets\/([\w-]+\.js)/g), ([, name = '']) => name);
  const first = new Set<string>();
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (first.has(name)) continue;
    first.add(name);
    // `import{…}from"./…"`, `import"./…"` and the same with `export`; not `import("./…")`, which comes later.
    open.push(
      ...Array.from(read(name).matchAll(/(?:from|import)\s*["']\.\/([\w-]+\.js)["']/g), ([, path = '']) => path),
    );
  }
  return first;
}

test('the page asks for a name and a password before any of Fluent has come', () => {
  const first = firstScripts();
  expect(first.size).toBeGreaterThan(0);
  expect([...first].filter(hasFluent)).toEqual([]);
  // Else nothing would be seen if it did.
  const later = readdirSync(assets).filter((name) => name.endsWith('.js') && !first.has(name));
  expect(later.filter(hasFluent)).not.toEqual([]);
});
