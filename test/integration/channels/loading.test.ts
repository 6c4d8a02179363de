import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const child = fileURLToPath(new URL('../../support/sender-child.ts', import.meta.url));

test('a desk that sends nothing has no thread for it; with the first message it has one, and ends with it', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [child]);
  const told = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { heavy: string[]; threads: number });
  // What the thread loads is its own: the process that keeps the desk going never has it.
  expect(told).toEqual([
    { heavy: [], threads: 0 },
    { heavy: [], threads: 1 },
    { heavy: [], threads: 1 },
  ]);
});
