import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../../scripts/lib/paths.mjs';
import { darkTheme, lightTheme } from '../../../src/renderer/app/theme.ts';
import { loadedWith } from '../../support/loaded-with.ts';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** The custom properties of one rule of the plain theme. */
function declared(selector: string): Map<string, string> {
  const css = read('src/renderer/app/plain-theme.css');
  const from = css.indexOf(`\n${selector} {`);
  const rule = css.slice(from, css.indexOf('}', from));
  return new Map(Array.from(rule.matchAll(/--(\w+): ([^;]+);/g), ([, name = '', value = '']) => [name, value]));
}

const bare = (value: string | number | undefined): string => String(value).replaceAll(/\s/g, '');
const light = declared('.wk-plain');
const dark = new Map([...light, ...declared('.wk-plain.wk-dark')]);

describe('the look of the first screen, which is there before Fluent', () => {
  test.each([
    ['light', light, lightTheme],
    ['dark', dark, darkTheme],
  ] as const)('is the %s theme’s, value by value', (_, plain, theme) => {
    const ofTheme = new Map<string, string | number>(Object.entries(theme));
    expect(plain.size).toBeGreaterThan(20);
    for (const [name, value] of plain) expect.soft(bare(value), name).toBe(bare(ofTheme.get(name)));
  });

  test('says nothing twice: the dark one holds only what differs', () => {
    const same = [...declared('.wk-plain.wk-dark')].filter(([name, value]) => light.get(name) === value);
    expect(same).toEqual([]);
  });

  test('has all that is asked of it by what is drawn then, and no more', () => {
    const files = [...loadedWith('src/renderer/app/main.tsx')].filter((path) => path.startsWith('src/'));
    const sheets = files.flatMap((path) =>
      Array.from(read(path).matchAll(/^import '(.+\.css)';$/gm), ([, sheet = '']) =>
        read(posix.join(posix.dirname(path), sheet)),
      ),
    );
    const asked = sheets.flatMap((css) => Array.from(css.matchAll(/var\(--(?!wk-)(\w+)/g), ([, name = '']) => name));
    expect([...new Set(asked)].sort()).toEqual([...light.keys()].sort());
  });
});

test('the first script reaches nothing of Fluent, which the screens behind it do', () => {
  const fluent = (start: string) => [...loadedWith(start)].filter((path) => path.startsWith('@fluentui/'));
  expect(fluent('src/renderer/app/main.tsx')).toEqual([]);
  expect(fluent('src/renderer/app/themed-screens.tsx')).toContain('@fluentui/react-components');
});
