import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const tracked = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean);
const folders = new Set(tracked.flatMap((file) => file.split('/').map((_, n, parts) => parts.slice(0, n).join('/'))));

/** Links and pictures of a page, without those that lead out of the project or within the page. */
function links(page: string): string[] {
  const text = readFileSync(join(root, page), 'utf8');
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => match[1]?.replace(/#.*$/, '') ?? '')
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target));
}

test('every link in the documents leads to a file of the project', () => {
  const broken = tracked
    .filter((file) => file.endsWith('.md'))
    .flatMap((page) =>
      links(page)
        .map((target) => normalize(join(dirname(page), target)).replace(/\/$/, ''))
        .filter((target) => !tracked.includes(target) && !folders.has(target))
        .map((target) => `${page} → ${target}`),
    );
  expect(broken).toEqual([]);
});
