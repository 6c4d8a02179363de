import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { comeBackAfterCrash } from '../../../src/main/shell/come-back-after-crash.ts';
import { startPage } from '../../../src/main/shell/page-address.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

function watched({ isCrashed }: { isCrashed: boolean }) {
  const webContents = Object.assign(new EventEmitter(), { isCrashed: () => isCrashed });
  const loads: string[] = [];
  const window = { webContents, isDestroyed: () => false, loadURL: async (url: string) => void loads.push(url) };
  comeBackAfterCrash(window as never, silent);
  const turn = (): Promise<void> => new Promise((next) => setImmediate(next));
  return { webContents, loads, turn };
}

test('a page that crashes is loaded anew, three times and no more', async () => {
  const { webContents, loads, turn } = watched({ isCrashed: false });
  for (let n = 0; n < 5; n += 1) {
    webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    await turn();
  }
  expect(loads).toEqual([startPage, startPage, startPage]);
});

test('a page that crashed before anybody listened is loaded anew as well', async () => {
  const { loads, turn } = watched({ isCrashed: true });
  await turn();
  expect(loads).toEqual([startPage]);
});

test('a page that ended in order is left alone', async () => {
  const { webContents, loads, turn } = watched({ isCrashed: false });
  webContents.emit('render-process-gone', {}, { reason: 'clean-exit' });
  await turn();
  expect(loads).toEqual([]);
});
