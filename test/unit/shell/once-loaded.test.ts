import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { onceLoaded } from '../../../src/main/shell/once-loaded.ts';

test.each(['did-stop-loading', 'render-process-gone', 'closed'])('a page is done with at %s', (event) => {
  const webContents = new EventEmitter();
  const window = Object.assign(new EventEmitter(), { webContents });
  let heard = 0;
  onceLoaded(window as never, () => (heard += 1));
  expect(heard).toBe(0);
  (event === 'closed' ? window : webContents).emit(event);
  expect(heard).toBe(1);
});
