import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readModule } from '../../../scripts/checks/imports.mjs';
import { root } from '../../../scripts/lib/paths.mjs';

const heavy = ['nodemailer', 'twilio'];
const starts = [
  'src/main/index.ts',
  'src/main/start-desk.ts',
  'src/main/monitor.ts',
  'src/main/cli/wk.ts',
  'src/main/channels/create-sender.ts',
];

/** All that comes with a file when it is loaded: not what it imports later, by `import()`, nor types. */
function loadedWith(start: string): Set<string> {
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

test.each([...starts, 'src/main/channels/worker/entry.ts'])('%s loads neither nodemailer nor twilio', (start) => {
  const loaded = loadedWith(start);
  expect(heavy.filter((name) => loaded.has(name))).toEqual([]);
});

test.each([
  ['src/main/channels/email/mail-family.ts', 'nodemailer'],
  ['src/main/channels/twilio/twilio-family.ts', 'twilio'],
])('as %s loads %s, which shows that one would be seen', (start, name) => {
  expect([...loadedWith(start)].filter((one) => heavy.includes(one))).toEqual([name]);
});
