import { expect, test } from 'vitest';
import { loadedOnce } from '../../../src/main/ipc/loaded-once.ts';

test('what is loaded once is kept, also for those who ask while it is on its way', async () => {
  let loads = 0;
  const door = loadedOnce(async () => (loads += 1));
  expect(await Promise.all([door(), door()])).toEqual([1, 1]);
  expect(await door()).toBe(1);
});

test('a load that failed fails those who wait for it, and is tried again', async () => {
  let loads = 0;
  const door = loadedOnce(async () => {
    loads += 1;
    if (loads === 1) throw new Error('the file was being replaced');
    return loads;
  });
  const [first, second] = await Promise.allSettled([door(), door()]);
  expect([first.status, second.status]).toEqual(['rejected', 'rejected']);
  expect(await door()).toBe(2);
});
